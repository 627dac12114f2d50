/** Settings of one section of the AWS CLI's files, by name in lower case. */
export type Section = ReadonlyMap<string, string>
/** Sections by their kind and name, as the CLI merges its two files. */
export type CliFiles = {
  readonly profiles: ReadonlyMap<string, Section>
  /** What the credentials file alone says: keys there count before other settings, those elsewhere after. */
  readonly credentials: ReadonlyMap<string, Section>
  readonly ssoSessions: ReadonlyMap<string, Section>
}

type Heading = { readonly kind: string; readonly name: string }

/** `[default]`, `[profile name]`, `[profile "a name"]`, `[sso-session name]`, `[name]`. */
function headingOf(line: string): Heading | null {
  const inside = /^\[([^\]]*)\]/.exec(line)?.[1]?.trim()
  if (inside === undefined) return null
  const [, kind, rest] = /^(profile|sso-session|services)\s+(.+)$/.exec(inside) ?? []
  if (kind === undefined || rest === undefined) return { kind: '', name: inside }
  return { kind, name: /^(["'])(.*)\1$/.exec(rest)?.[2] ?? rest }
}

/** A comment begins a line, or follows white space. A key may hold `#`, but not after a space. */
const withoutComment = (line: string): string => line.replace(/(^|\s)[#;].*$/, '')

/**
 * Sections of one file, in order. A line that is indented further than the setting before it belongs to
 * that one (`s3 =` and what stands below), and no such line matters here; a section may also be indented
 * as a whole, or from its second setting on less. As botocore reads it, which is Python's configparser.
 */
export function parseSections(text: string): { heading: Heading; settings: Map<string, string> }[] {
  const sections: { heading: Heading; settings: Map<string, string> }[] = []
  /** How far the setting before is indented; nothing belongs to the heading of a section. */
  let before = Infinity
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n|\r/)) {
    const bare = withoutComment(line)
    if (bare.trim() === '') continue
    const indent = bare.search(/\S/)
    if (indent > before) continue
    const heading = headingOf(line.trim())
    if (heading) {
      sections.push({ heading, settings: new Map() })
      before = Infinity
      continue
    }
    const setting = bare.trim()
    const at = setting.search(/[=:]/)
    if (at < 1) continue
    before = indent
    sections
      .at(-1)
      ?.settings.set(setting.slice(0, at).trim().toLowerCase(), setting.slice(at + 1).trim())
  }
  return sections
}

const merged = (before: Section | undefined, settings: Section): Section =>
  new Map([...(before ?? []), ...settings])

/**
 * Both files as one. In the config file a profile needs its prefix, but for the default one; what
 * the credentials file says of a profile counts more. `null` is a file that does not exist.
 */
export function parseCliFiles(config: string | null, credentials: string | null): CliFiles {
  const profiles = new Map<string, Section>()
  /** In which of its two forms the default profile was last written: the CLI joins them not. */
  let lastDefault = ''
  const inCredentials = new Map<string, Section>()
  const ssoSessions = new Map<string, Section>()
  for (const { heading, settings } of parseSections(config ?? '')) {
    const { kind, name } = heading
    if (kind === 'sso-session') ssoSessions.set(name, merged(ssoSessions.get(name), settings))
    if (name === 'default' && kind !== 'sso-session' && kind !== 'services') {
      if (lastDefault !== kind) profiles.delete(name)
      lastDefault = kind
    }
    if (kind === 'profile' || (kind === '' && name === 'default'))
      profiles.set(name, merged(profiles.get(name), settings))
  }
  for (const { heading, settings } of parseSections(credentials ?? '')) {
    const { kind, name } = heading
    if (kind !== '') continue
    profiles.set(name, merged(profiles.get(name), settings))
    inCredentials.set(name, merged(inCredentials.get(name), settings))
  }
  return { profiles, credentials: inCredentials, ssoSessions }
}
