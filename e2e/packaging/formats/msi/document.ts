import type { Installation, Product, Spoken } from '../../installation/installed.ts'
import { MARK } from '../../installation/words.ts'
import { documentOf, xml, type Xml } from '../xml.ts'
import {
  componentCode,
  fileName,
  installerVersion,
  keyOf,
  productCode,
  UPGRADE_CODE,
} from './identity.ts'
import { NEWER_IS_THERE, WINDOWS_TOO_OLD } from './words.ts'

/** The folder below “Program Files”, which an administrator may put elsewhere: `INSTALLFOLDER=…`. */
const INSTALL_FOLDER = 'INSTALLFOLDER'
/** Tells Windows 10 and newer, which have this value, from those before. */
const WINDOWS_TEN = 'WINDOWSTEN'
/** The languages of Windows that are German: of Germany, Switzerland, Austria, Luxembourg, Liechtenstein. */
const GERMAN = [1031, 2055, 3079, 4103, 5127].map((id) => `UserLanguageID = ${id}`).join(' OR ')

/** A name without what identifiers may not have. */
const compact = (name: string): string => name.replaceAll(/[^A-Za-z0-9]/g, '')

/** The icon's name in the package: Windows wants it to end as the shortcut's program does. */
export const iconName = ({ title }: Pick<Product, 'title'>): string => `${compact(title)}.exe`

export const shortcutName = 'StartMenu'

/** What Windows lists the product as. */
export const listedAs = ({ title, mark }: Product): string =>
  mark === undefined ? title : `${title} (${MARK.en})`

const property = (Id: string, Value: string): Xml => xml('Property', { Id, Value })

/** Refuses with a sentence, in German where Windows is, unless `condition` holds. */
const refusal = (condition: string, { en, de }: Spoken): Xml[] => [
  xml('Condition', { Message: en }, `${condition} OR ${GERMAN}`),
  xml('Condition', { Message: de }, `${condition} OR NOT (${GERMAN})`),
]

const registryValue = (Key: string, Value: string, Name?: string): Xml =>
  xml('RegistryValue', {
    Root: 'HKLM',
    Key: `Software\\Classes\\${Key}`,
    Name,
    Value,
    Type: 'string',
  })

/** What the program's component has besides: its place in the menu, and the files that it opens. */
function registrationsOf({ product, program, registrations }: Installation): Xml[] {
  const { menu, fileType } = registrations
  const file = keyOf('F', program)
  const kind = `${compact(product.title)}.Request`
  const extension = `.${fileType.extension}`
  const shortcut = {
    Id: shortcutName,
    Directory: 'ProgramMenuFolder',
    Name: fileName(menu.title),
    Description: menu.comment.en,
    Icon: iconName(product),
    IconIndex: '0',
    WorkingDirectory: INSTALL_FOLDER,
    Advertise: 'yes',
  }
  return [
    registryValue(extension, kind),
    registryValue(extension, fileType.mimeType, 'Content Type'),
    registryValue(kind, fileType.description.en),
    registryValue(`${kind}\\DefaultIcon`, `[#${file}],0`),
    registryValue(`${kind}\\shell\\open\\command`, `"[#${file}]" "%1"`),
    xml('Shortcut', shortcut),
  ]
}

/** A file in a component of its own, of which it is the key path. */
function componentOf(installation: Installation, to: string): Xml {
  const name = to.slice(to.lastIndexOf('/') + 1)
  const Id = keyOf('F', to)
  const file = xml('File', { Id, Name: fileName(name), Source: Id, KeyPath: 'yes' })
  const beside = to === installation.program ? registrationsOf(installation) : []
  const attributes = { Id: keyOf('C', to), Guid: componentCode(to), Win64: 'yes' }
  return xml('Component', attributes, [file, ...beside])
}

/** What lies in `folder`, files first; `folder` and the places of the files are written with `/`. */
function contentsOf(installation: Installation, folder: string): Xml[] {
  const inside = installation.entries
    .filter(({ to }) => to.startsWith(`${folder}/`))
    .map(({ to }) => to.slice(folder.length + 1).split('/'))
  const files = inside.filter(({ length }) => length === 1).map(([name]) => `${folder}/${name}`)
  const folders = new Set(inside.filter(({ length }) => length > 1).map(([name]) => name ?? ''))
  return [
    ...files.map((to) => componentOf(installation, to)),
    ...[...folders].map((name) => {
      const place = `${folder}/${name}`
      const attributes = { Id: keyOf('D', place), Name: fileName(name) }
      return xml('Directory', attributes, contentsOf(installation, place))
    }),
  ]
}

/** No two entries may be one file to Windows, and each has to be a file below the root. */
function assertPossible({ entries, root }: Installation): void {
  const seen = new Map<string, string>()
  for (const { kind, to } of entries) {
    if (kind === 'link') throw new Error(`${to} is a link, which Windows Installer cannot lay.`)
    if (!to.startsWith(`${root}/`)) throw new Error(`${to} is not below “${root}”.`)
    const other = seen.get(to.toLowerCase())
    if (other !== undefined) throw new Error(`${other} and ${to} are one file on Windows.`)
    seen.set(to.toLowerCase(), to)
  }
}

function propertiesOf(product: Product): Xml[] {
  const search = {
    Id: 'WindowsTen',
    Root: 'HKLM',
    Key: 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion',
    Name: 'CurrentMajorVersionNumber',
    Type: 'raw',
    Win64: 'yes',
  }
  return [
    property('ARPPRODUCTICON', iconName(product)),
    property('ARPNOMODIFY', '1'),
    ...(product.homepage === '' ? [] : [property('ARPURLINFOABOUT', product.homepage)]),
    ...(product.support === '' ? [] : [property('ARPHELPLINK', product.support)]),
    property('ARPCOMMENTS', (product.mark ?? product.summary).en),
    // All files are the product's own: an upgrade lays each anew, also a library whose version went back.
    property('REINSTALLMODE', 'amus'),
    xml('Property', { Id: WINDOWS_TEN }, [xml('RegistrySearch', search)]),
  ]
}

/** Public properties that a person without administrator's rights hands on to the installing service. */
export const SECURE = [
  'WIX_DOWNGRADE_DETECTED',
  'WIX_UPGRADE_DETECTED',
  WINDOWS_TEN,
  INSTALL_FOLDER,
]

/**
 * The package's source (WiX 3), as wixl reads it. Each file's `Source` is its key in the `File` table.
 * The program's shortcut is advertised: only so may it lie in the menu of all users in the component of
 * a file, without a value in the registry of the one who installs.
 */
export function msiDocument(installation: Installation): string {
  assertPossible(installation)
  const { product, root, entries } = installation
  const name = listedAs(product)
  const feature = { Id: compact(product.title), Title: name, Level: '1', Absent: 'disallow' }
  const references = entries.map(({ to }) => xml('ComponentRef', { Id: keyOf('C', to) }))
  const installed = xml(
    'Directory',
    { Id: INSTALL_FOLDER, Name: fileName(root) },
    contentsOf(installation, root),
  )
  const attributes = {
    Id: productCode(product),
    UpgradeCode: UPGRADE_CODE,
    Name: name,
    Version: installerVersion(product.version),
    Manufacturer: product.vendor,
    Language: '1033',
    Codepage: '1252',
  }
  const folders = [
    xml('Directory', { Id: 'ProgramMenuFolder' }),
    xml('Directory', { Id: 'ProgramFiles64Folder' }, [installed]),
  ]
  const inside = [
    xml('Package', { InstallerVersion: '500', InstallScope: 'perMachine', Compressed: 'yes' }),
    xml('MajorUpgrade'),
    xml('MediaTemplate', { EmbedCab: 'yes' }),
    xml('Icon', { Id: iconName(product), SourceFile: iconName(product) }),
    ...propertiesOf(product),
    ...refusal('NOT WIX_DOWNGRADE_DETECTED', NEWER_IS_THERE),
    ...refusal(`Installed OR ${WINDOWS_TEN}`, WINDOWS_TOO_OLD),
    xml('Directory', { Id: 'TARGETDIR', Name: 'SourceDir' }, folders),
    xml('Feature', feature, references),
  ]
  return documentOf(
    xml('Wix', { xmlns: 'http://schemas.microsoft.com/wix/2006/wi' }, [
      xml('Product', attributes, inside),
    ]),
  )
}
