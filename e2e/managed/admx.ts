import { WINDOWS_KEY } from '../../electron/managed/places.ts'
import { type Defined, DEFINED, type Wording } from './defined.ts'
import { document, element } from './xml.ts'

/**
 * The administrative template for Group Policy and Intune, and its words.
 * Source: Microsoft, [MS-GPREG] "ADMX File Schema" and "Administrative Template File Format".
 */
const FORM = {
  xmlns: 'http://schemas.microsoft.com/GroupPolicy/2006/07/PolicyDefinitions',
  revision: '1.0',
  schemaVersion: '1.0',
}
const CATEGORY = 'EcoConnect'

const string = (id: string): string => `$(string.${id})`
/** Names there have letters, digits and underscores only. */
const sinceId = (version: string): string => `Since_${version.replaceAll('.', '_')}`
const versions = [...new Set(DEFINED.map(({ since }) => since))]

/** What people may be told to use: `eco-connect.admx`. */
export const admx = (): string =>
  document(
    element('policyDefinitions', FORM, [
      element('policyNamespaces', {}, [
        element('target', { prefix: 'ecoconnect', namespace: 'Spot.Policies.EcoConnect' }),
      ]),
      element('resources', { minRequiredRevision: FORM.revision }),
      element('supportedOn', {}, [
        element(
          'definitions',
          {},
          versions.map((version) =>
            element('definition', {
              name: sinceId(version),
              displayName: string(sinceId(version)),
            }),
          ),
        ),
      ]),
      element('categories', {}, [
        element('category', { name: CATEGORY, displayName: string(CATEGORY) }),
      ]),
      element('policies', {}, DEFINED.map(policyOf)),
    ]),
  )

function policyOf(setting: Defined): string {
  const { id, kind, since } = setting
  const around = [
    element('parentCategory', { ref: CATEGORY }),
    element('supportedOn', { ref: sinceId(since) }),
  ]
  const named = {
    name: id,
    class: 'Machine',
    displayName: string(id),
    explainText: string(`${id}_Explain`),
    key: WINDOWS_KEY,
  }
  if (kind === 'switch')
    return element('policy', { ...named, valueName: id }, [
      ...around,
      element('enabledValue', {}, [element('decimal', { value: 1 })]),
      element('disabledValue', {}, [element('decimal', { value: 0 })]),
    ])
  return element('policy', { ...named, presentation: `$(presentation.${id})` }, [
    ...around,
    element('elements', {}, [fieldOf(setting)]),
  ])
}

/** What the editor writes into the registry for a setting that is more than on or off. */
function fieldOf({ id, kind, longest, most, from, to, words }: Defined): string {
  const field = { id, valueName: id, required: 'true' }
  switch (kind) {
    case 'list':
      // Long enough, whether an editor counts each entry or all of them; the app counts each.
      return element('multiText', { ...field, maxLength: longest * most, maxStrings: most })
    case 'number':
      return element('decimal', { ...field, minValue: from, maxValue: to })
    case 'choice':
      return element(
        'enum',
        field,
        words.map((word) =>
          element('item', { displayName: string(`${id}_${word}`) }, [
            element('value', {}, [element('string', {}, word)]),
          ]),
        ),
      )
    default:
      return element('text', { ...field, maxLength: longest })
  }
}

/** The words of the template in one language: `<culture>/eco-connect.adml`. */
export function adml({ titles, explained, administrators: words }: Wording): string {
  const strings: [string, string][] = [
    [CATEGORY, words.category],
    ...versions.map((version): [string, string] => [sinceId(version), words.since(version)]),
    ...DEFINED.flatMap(({ id, words: choices }): [string, string][] => {
      const { description, forbids } = explained[id]
      return [
        [id, titles[id]],
        [`${id}_Explain`, [description, words.forbids(forbids), words.name(id)].join('\n\n')],
        ...choices.map((word): [string, string] => [`${id}_${word}`, choiceIn(words, word)]),
      ]
    }),
  ]
  return document(
    element('policyDefinitionResources', FORM, [
      element('displayName', {}, words.title),
      element('description', {}, words.description),
      element('resources', {}, [
        element(
          'stringTable',
          {},
          strings.map(([id, text]) => element('string', { id }, text)),
        ),
        element(
          'presentationTable',
          {},
          DEFINED.filter(({ kind }) => kind !== 'switch').map((setting) =>
            element('presentation', { id: setting.id }, [boxOf(setting, words)]),
          ),
        ),
      ]),
    ]),
  )
}

const choiceIn = ({ choices }: Wording['administrators'], word: string): string =>
  Object.entries(choices).find(([id]) => id === word)?.[1] ?? word

/** The field of the policy editor. */
function boxOf({ id, kind, example }: Defined, words: Wording['administrators']): string {
  const { entries, value } = words
  switch (kind) {
    case 'list':
      return element('multiTextBox', { refId: id, defaultHeight: 8 }, entries)
    case 'number':
      return element('decimalTextBox', { refId: id, defaultValue: String(example) }, value)
    case 'choice':
      return element('dropdownList', { refId: id, noSort: 'true', defaultItem: 0 }, value)
    default:
      return element('textBox', { refId: id }, [element('label', {}, value)])
  }
}
