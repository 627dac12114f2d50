import { access } from 'node:fs/promises'
import path from 'node:path'
import { productCode } from '../formats/msi/identity.ts'
import { listedAs } from '../formats/msi/document.ts'
import type { Installation } from '../installation/installed.ts'
import { assertSameFiles } from './files.ts'
import { type Ended, onZ, openWindows, type Windows } from './wine.ts'

export type Packaged = { readonly file: string; readonly installation: Installation }

type Tell = (line: string) => void

const UNINSTALL = 'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall'
const VERSION = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'
const CLASSES = 'HKLM\\Software\\Classes'
/** `ERROR_INSTALL_FAILURE`, as far as it fits into the code of a process here. */
const REFUSED = 1603 % 256

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

const programs = (windows: Windows): string => windows.onDrive('Program Files')
const listed = ({ product }: Installation): string => `${UNINSTALL}\\{${productCode(product)}}`

async function assertInstalled(windows: Windows, { installation }: Packaged): Promise<void> {
  const { product, root, program, registrations } = installation
  const folder = path.join(programs(windows), root)
  await assertSameFiles(installation, folder, root)
  const { extension } = registrations.fileType
  const kind = await windows.run('reg', 'query', `${CLASSES}\\.${extension}`, '/ve')
  const name = /REG_SZ\s+(\S+)/.exec(kind.output)?.[1] ?? ''
  const opens = await windows.run(
    'reg',
    'query',
    `${CLASSES}\\${name}\\shell\\open\\command`,
    '/ve',
  )
  const command = `"C:\\Program Files\\${program.replaceAll('/', '\\')}" "%1"`
  demand(opens.output.includes(command), `.${extension} is opened by: ${opens.output}`)
  const told = await windows.run('reg', 'query', listed(installation))
  for (const text of [listedAs(product), product.vendor, product.version])
    demand(told.output.includes(text), `The list of programs does not tell “${text}”.`)
  const started = await windows.run(path.join(programs(windows), program))
  demand(started.code === 0, `The installed program ended with ${started.code}.`)
}

async function assertGone(windows: Windows, { installation }: Packaged): Promise<void> {
  const { root, registrations } = installation
  demand(!(await exists(path.join(programs(windows), root))), 'The app’s folder is still there.')
  const type = await windows.run('reg', 'query', `${CLASSES}\\.${registrations.fileType.extension}`)
  demand(type.code !== 0, `The file type is still there: ${type.output}`)
  const told = await windows.run('reg', 'query', listed(installation))
  demand(told.code !== 0, `The product is still listed: ${told.output}`)
}

/** By the conditions for a start: Wine, unlike Windows, does not write their sentences into the log. */
function assertRefused({ code, output }: Ended): void {
  demand(code === REFUSED, `It ended with ${code} and not with a refusal.`)
  demand(/LaunchConditions\. Return value [^1]/.test(output), 'It was not for a condition.')
}

async function assertReplaced(windows: Windows, { installation }: Packaged): Promise<void> {
  const told = await windows.run('reg', 'query', listed(installation))
  demand(told.code !== 0, 'The version before is still listed.')
}

/**
 * Installs a package without a window, puts the next version in its place, tries to go back, and removes it, in
 * Wine: what it does is like Windows and is not Windows. Rejects naming what is wrong.
 */
export async function proveOnWindows(first: Packaged, next: Packaged, tell: Tell): Promise<void> {
  const windows = await openWindows()
  try {
    const install = (one: Packaged) => windows.install('/i', onZ(one.file))
    demand((await install(first)).code === 0, 'The package could not be installed.')
    await assertInstalled(windows, first)
    tell(
      'in Wine: installed without a window: files, file type, list of programs; the program starts',
    )
    demand((await install(next)).code === 0, 'The next version could not be installed.')
    await assertInstalled(windows, next)
    await assertReplaced(windows, first)
    tell(
      'in Wine: the next version takes its place, with a file less, a new one and an older library',
    )
    const back = await install(first)
    assertRefused(back)
    demand(back.output.includes('WIX_DOWNGRADE_DETECTED = {'), 'It was not for the newer version.')
    await assertInstalled(windows, next)
    tell('in Wine: the version before is refused, and nothing is changed')
    const removed = await windows.install('/x', `{${productCode(next.installation.product)}}`)
    demand(removed.code === 0, 'The package could not be removed.')
    await assertGone(windows, next)
    tell('in Wine: removed without a window, and nothing is left')
    // Versions before Windows 10 do not have this value.
    await windows.run('reg', 'delete', VERSION, '/v', 'CurrentMajorVersionNumber', '/f')
    const old = await install(first)
    assertRefused(old)
    demand(!old.output.includes('WINDOWSTEN = '), 'It was not for the older Windows.')
    tell('in Wine: an older Windows is refused')
  } finally {
    await windows.close()
  }
}
