import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type AfterPackContext, Platform } from 'electron-builder'
import plist, { type PlistObject, type PlistValue } from 'plist'

function isDictionary(value: PlistValue): value is PlistObject {
  return typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
}

/**
 * Of the bundle for macOS, takes back what electron-builder allows every app for an updater's sake: to talk to
 * any server without TLS (`NSAllowsArbitraryLoads`). This app has no updater. To be done before signing.
 */
export async function keepTransportSecurity(context: AfterPackContext): Promise<void> {
  const { packager, appOutDir } = context
  if (packager.platform !== Platform.MAC) return
  const app = `${packager.appInfo.productFilename}.app`
  const file = path.join(appOutDir, app, 'Contents', 'Info.plist')
  const told = plist.parse(await readFile(file, 'utf8'))
  if (!isDictionary(told)) throw new Error(`${file} is no property list with names.`)
  const kept = Object.entries(told).filter(([name]) => name !== 'NSAppTransportSecurity')
  await writeFile(file, `${plist.build(Object.fromEntries(kept))}\n`)
}
