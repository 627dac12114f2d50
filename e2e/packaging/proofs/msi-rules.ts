import { NEWER_IS_THERE, WINDOWS_TOO_OLD } from '../formats/msi/words.ts'
import type { Table } from '../formats/msi/tables.ts'

/** The tables of a package by their names; one that is not there has no rows. */
export type Tables = (name: string) => Table

/** What must hold of a package's tables; `complaints` is empty where it does. */
export type Rule = { readonly name: string; readonly complaints: (tables: Tables) => string[] }

const valuesIn = (table: Table, column: string): string[] => table.map((row) => row[column] ?? '')

const isCode = (text: string): boolean =>
  /^\{[0-9A-F]{8}-[0-9A-F]{4}-5[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}\}$/.test(text)

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, place) => values.indexOf(value) !== place)

/** Those of `values` that `known` has not. */
const unknown = (values: readonly string[], known: readonly string[]): string[] =>
  values.filter((value) => !known.includes(value))

const propertyOf = (tables: Tables, name: string): string | undefined =>
  tables('Property').find(({ Property }) => Property === name)?.['Value']

const SHORT_NAME = /^[^\\?|><:/*"+,;=[\]. ]{1,8}(\.[^\\?|><:/*"+,;=[\]. ]{1,3})?$/

function badName(name: string): boolean {
  const [short = '', long, ...more] = name.split('|')
  return more.length > 0 || !SHORT_NAME.test(short) || long === ''
}

const positionsOf = (table: Table): ReadonlyMap<string, number> =>
  new Map(table.map(({ Action = '', Sequence = '' }) => [Action, Number(Sequence)]))

/** Actions of the installation that have to follow each other so. */
const ORDER = [
  'FindRelatedProducts',
  'LaunchConditions',
  'CostInitialize',
  'FileCost',
  'CostFinalize',
  'InstallValidate',
  'RemoveExistingProducts',
  'InstallInitialize',
  'ProcessComponents',
  'RemoveRegistryValues',
  'RemoveShortcuts',
  'RemoveFiles',
  'InstallFiles',
  'CreateShortcuts',
  'WriteRegistryValues',
  'RegisterProduct',
  'PublishFeatures',
  'PublishProduct',
  'InstallFinalize',
]

/** Table and column of each reference, with table and column of what it refers to. */
const REFERENCES = [
  ['File', 'Component_', 'Component', 'Component'],
  ['Component', 'Directory_', 'Directory', 'Directory'],
  ['FeatureComponents', 'Component_', 'Component', 'Component'],
  ['FeatureComponents', 'Feature_', 'Feature', 'Feature'],
  ['Component', 'Component', 'FeatureComponents', 'Component_'],
  ['Registry', 'Component_', 'Component', 'Component'],
  ['Shortcut', 'Component_', 'Component', 'Component'],
  ['Shortcut', 'Directory_', 'Directory', 'Directory'],
  ['Shortcut', 'Target', 'Feature', 'Feature'],
  ['Shortcut', 'Icon_', 'Icon', 'Name'],
  ['MsiShortcutProperty', 'Shortcut_', 'Shortcut', 'Shortcut'],
  ['AppSearch', 'Signature_', 'RegLocator', 'Signature_'],
  ['MsiFileHash', 'File_', 'File', 'File'],
] as const

/**
 * The most telling of the checks that Windows Installer's makers give out (ICE), and what this package
 * promises besides. Debian has no program that makes them.
 * Source: https://learn.microsoft.com/windows/win32/msi/ice-reference
 */
export const RULES: readonly Rule[] = [
  {
    name: 'ICE03: names are short, or short and long; a limited text is within its limit',
    complaints: (tables) => [
      ...valuesIn(tables('File'), 'FileName').filter(badName),
      ...valuesIn(tables('Shortcut'), 'Name').filter(badName),
      ...valuesIn(tables('Directory'), 'DefaultDir').filter(
        (name) => name !== '.' && name !== 'SourceDir' && badName(name),
      ),
      ...tables('LaunchCondition')
        .flatMap(({ Condition = '', Description = '' }) => [Condition, Description])
        .filter(({ length }) => length > 255),
    ],
  },
  {
    name: 'ICE03: whatever is referred to is there',
    complaints: (tables) =>
      REFERENCES.flatMap(([table, column, other, key]) =>
        unknown(valuesIn(tables(table), column), valuesIn(tables(other), key)).map(
          (value) => `${table}.${column} ${value}`,
        ),
      ),
  },
  {
    name: 'ICE08, ICE24: codes are well formed, and no component shares another’s',
    complaints: (tables) => {
      const components = valuesIn(tables('Component'), 'ComponentId')
      const codes = ['ProductCode', 'UpgradeCode'].map((name) => propertyOf(tables, name) ?? name)
      const odd = [...components, codes[0] ?? ''].filter((code) => !isCode(code))
      return [...odd, ...repeated([...components, ...codes])]
    },
  },
  {
    name: 'ICE18, ICE19, ICE54: each component is one file, which is its key path',
    complaints: (tables) => {
      const files = tables('File').map(({ File, Component_ }) => `${Component_} ${File}`)
      const keys = tables('Component').map(({ Component, KeyPath }) => `${Component} ${KeyPath}`)
      return [...unknown(files, keys), ...unknown(keys, files), ...repeated(keys)]
    },
  },
  {
    name: 'ICE26, ICE27: actions follow each other as they must',
    complaints: (tables) => {
      const positions = positionsOf(tables('InstallExecuteSequence'))
      const places = ORDER.map((action) => positions.get(action) ?? Number.NaN)
      return ORDER.filter(
        (_, place) => place > 0 && !((places[place - 1] ?? 0) < (places[place] ?? 0)),
      )
    },
  },
  {
    name: 'ICE30: no two files go to one place',
    complaints: (tables) => {
      const folders = new Map(
        tables('Component').map(({ Component = '', Directory_ = '' }) => [Component, Directory_]),
      )
      const places = tables('File').flatMap(({ Component_ = '', FileName = '' }) =>
        FileName.split('|').map((name) => `${folders.get(Component_)}/${name.toLowerCase()}`),
      )
      return repeated(places)
    },
  },
  {
    name: 'ICE38, ICE43, ICE57, ICE64, ICE91: nothing is written into the profile of whoever installs',
    complaints: (tables) => {
      const perUser = valuesIn(tables('Directory'), 'Directory').filter((name) =>
        /^(AppData|LocalAppData|Personal|Desktop|Favorites|SendTo|Template)Folder$/.test(name),
      )
      // 0 is of classes, 2 of the computer; 1 and 3 are of a person, -1 of either.
      const roots = valuesIn(tables('Registry'), 'Root').filter((root) => root !== '2')
      return [...perUser, ...roots, ...(propertyOf(tables, 'ALLUSERS') === '1' ? [] : ['ALLUSERS'])]
    },
  },
  {
    name: 'ICE50: the icon of the shortcut ends as its program does',
    complaints: (tables) => {
      const components = tables('Shortcut').map(({ Component_ }) => Component_)
      const names = tables('File').filter(({ Component_ }) => components.includes(Component_))
      const ends = names.map(({ FileName = '' }) => FileName.slice(FileName.lastIndexOf('.')))
      return valuesIn(tables('Shortcut'), 'Icon_').filter(
        (icon, place) => !icon.endsWith(ends[place] ?? '?'),
      )
    },
  },
  {
    name: 'ICE61: older versions are replaced, newer ones refused',
    complaints: (tables) => {
      const version = propertyOf(tables, 'ProductVersion') ?? ''
      const code = propertyOf(tables, 'UpgradeCode') ?? ''
      const wanted = [
        `${code}||${version}|1|WIX_UPGRADE_DETECTED`,
        `${code}|${version}||2|WIX_DOWNGRADE_DETECTED`,
      ]
      const there = tables('Upgrade').map(
        ({ UpgradeCode, VersionMin, VersionMax, Attributes, ActionProperty }) =>
          [UpgradeCode, VersionMin, VersionMax, Attributes, ActionProperty].join('|'),
      )
      const secure = (propertyOf(tables, 'SecureCustomProperties') ?? '').split(';')
      const properties = [
        ...valuesIn(tables('Upgrade'), 'ActionProperty'),
        ...valuesIn(tables('AppSearch'), 'Property'),
      ]
      return [...unknown(wanted, there), ...unknown(there, wanted), ...unknown(properties, secure)]
    },
  },
  {
    name: 'ICE80: every component is a 64-bit one, and the installer new enough for all that is asked of it',
    complaints: (tables) => {
      const summary = new Map(
        tables('_SummaryInformation').map(({ PropertyId = '', Value = '' }) => [PropertyId, Value]),
      )
      const wanted = { '7': 'x64;1033', '14': '500', '15': '2' }
      return [
        ...valuesIn(tables('Component'), 'Attributes').filter((attributes) => attributes !== '256'),
        ...Object.entries(wanted)
          .filter(([id, value]) => summary.get(id) !== value)
          .map(([id]) => `summary ${id}: ${summary.get(id)}`),
      ]
    },
  },
  {
    name: 'nothing of its own is run while it is installed',
    complaints: (tables) => [
      ...valuesIn(tables('CustomAction'), 'Action'),
      ...valuesIn(tables('Binary'), 'Name'),
      ...valuesIn(tables('ServiceInstall'), 'Name'),
    ],
  },
  {
    name: 'each refusal has its sentence, in English and German',
    complaints: (tables) => {
      const sentences = [NEWER_IS_THERE, WINDOWS_TOO_OLD].flatMap(({ en, de }) => [en, de])
      const there = valuesIn(tables('LaunchCondition'), 'Description')
      return [...unknown(sentences, there), ...unknown(there, sentences)]
    },
  },
  {
    name: 'a program is compared by its version, every other file by its digest',
    complaints: (tables) => {
      const hashed = valuesIn(tables('MsiFileHash'), 'File_')
      return tables('File')
        .filter(({ File = '', Version }) => (Version === '') !== hashed.includes(File))
        .map(({ FileName = '' }) => FileName)
    },
  },
]
