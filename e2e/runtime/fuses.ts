import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'

/** A fuse is one character in the program: 1 or 0, as @electron/fuses reads it, by its code. */
const standing = { on: '1'.charCodeAt(0), off: '0'.charCodeAt(0) }

/** How the shipped program's fuses must stand; the packaging configuration sets them so. */
export const FUSES: readonly { fuse: FuseV1Options; name: string; on: boolean }[] = [
  { fuse: FuseV1Options.RunAsNode, name: 'run as Node', on: false },
  { fuse: FuseV1Options.EnableCookieEncryption, name: 'cookie encryption', on: true },
  { fuse: FuseV1Options.EnableNodeOptionsEnvironmentVariable, name: 'NODE_OPTIONS', on: false },
  { fuse: FuseV1Options.EnableNodeCliInspectArguments, name: 'inspect arguments', on: false },
  { fuse: FuseV1Options.EnableEmbeddedAsarIntegrityValidation, name: 'asar integrity', on: true },
  { fuse: FuseV1Options.OnlyLoadAppFromAsar, name: 'only from asar', on: true },
  {
    fuse: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    name: 'browser V8 snapshot',
    on: false,
  },
  { fuse: FuseV1Options.GrantFileProtocolExtraPrivileges, name: 'file privileges', on: false },
]

/** Reads the fuses back from a packaged program; rejects naming those that stand wrong. */
export async function assertFuses(executable: string): Promise<void> {
  const wire = await getCurrentFuseWire(executable)
  const wrong = FUSES.filter(
    ({ fuse, on }) => Number(wire[fuse]) !== (on ? standing.on : standing.off),
  )
  if (wrong.length === 0) return
  const list = wrong.map(({ name, on }) => `${name} should be ${on ? 'on' : 'off'}`).join(', ')
  throw new Error(`The fuses of ${executable} are wrong: ${list}.`)
}
