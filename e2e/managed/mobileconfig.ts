import { createHash } from 'node:crypto'
import { IDENTITIES } from '../../electron/start/edition.ts'
import { EXAMPLE, WORDINGS } from './defined.ts'
import { document, element } from './xml.ts'

/**
 * A configuration profile for macOS with every setting, to be edited.
 * Source: Apple, "Configuration Profile Reference" and "Property List Programming Topics".
 */
const TYPE =
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'

/** The form of a version 5 UUID, always the same for a name: nothing here is made by chance. */
function uuidOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex').toUpperCase()
  return hash.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-5$3-8$4-$5')
}

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

function plistOf(value: Value): string {
  if (typeof value === 'string') return element('string', {}, value)
  if (typeof value === 'number') return element('integer', {}, String(value))
  if (typeof value === 'boolean') return element(String(value), {})
  if (isList(value)) return element('array', {}, value.map(plistOf))
  return element(
    'dict',
    {},
    Object.entries(value).flatMap(([key, one]) => [element('key', {}, key), plistOf(one)]),
  )
}

const isList = (
  value: readonly Value[] | { readonly [key: string]: Value },
): value is readonly Value[] => Array.isArray(value)

/** Settings as they stand in the profile's part for the app. */
export const inProfile = (settings: readonly (readonly [string, Value])[]): string =>
  settings.flatMap(([key, one]) => [element('key', {}, key), plistOf(one)]).join('\n')

/** The profile: what it holds of the app's preferences is forced, for the computer. */
export function mobileconfig(): string {
  const [{ administrators: words }] = WORDINGS
  const { appId } = IDENTITIES.shipped
  const about = {
    PayloadVersion: 1,
    PayloadDisplayName: words.title,
    PayloadDescription: words.profile,
  }
  const profile = {
    ...about,
    PayloadType: 'Configuration',
    PayloadScope: 'System',
    PayloadIdentifier: `${appId}.settings`,
    PayloadUUID: uuidOf(`${appId}.settings`),
    PayloadContent: [
      {
        ...about,
        PayloadType: appId,
        PayloadIdentifier: `${appId}.settings.values`,
        PayloadUUID: uuidOf(`${appId}.settings.values`),
        ...EXAMPLE,
      },
    ],
  }
  return document(element('plist', { version: '1.0' }, [plistOf(profile)]), TYPE)
}
