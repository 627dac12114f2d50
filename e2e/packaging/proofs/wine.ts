import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Debian's packages of what this needs. */
export const WINE = { wine: 'wine', '/usr/lib/wine/wine64': 'wine64' }

/** How a program on Windows ended: of its code the lower eight bits, and what it printed. */
export type Ended = { readonly code: number; readonly output: string }

/** A computer with Windows, as Wine has it: empty, and gone when it is closed. */
export type Windows = {
  readonly run: (program: string, ...args: string[]) => Promise<Ended>
  /** Runs Windows Installer without a window; resolves its code's lower eight bits and its log. */
  readonly install: (...args: string[]) => Promise<Ended>
  /** A folder or file of drive C. */
  readonly onDrive: (...names: string[]) => string
  readonly close: () => Promise<void>
}

/** A path of this computer, as Wine shows it to a program. */
export const onZ = (file: string): string => `Z:${file.replaceAll('/', '\\')}`

const failed = (error: unknown): error is { code: number; stdout: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'number'

/** Windows 10 in a folder of its own; `close` ends all of it. */
export async function openWindows(): Promise<Windows> {
  const home = await mkdtemp(path.join(tmpdir(), 'eco-connect-windows-'))
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    LC_ALL: 'C.UTF-8',
    WINEPREFIX: path.join(home, 'prefix'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // None of these is asked for, and each would want to be downloaded or reach out of the folder.
    WINEDLLOVERRIDES: 'mscoree=;mshtml=;winemenubuilder.exe=',
  }
  const runIn = async (program: string, ...args: string[]): Promise<Ended> => {
    try {
      const { stdout } = await run('wine', [program, ...args], { env, cwd: home, timeout: 240_000 })
      return { code: 0, output: stdout.replaceAll('\r', '') }
    } catch (error) {
      if (failed(error)) return { code: error.code, output: error.stdout.replaceAll('\r', '') }
      throw error
    }
  }
  const close = async (): Promise<void> => {
    // It tells by its code whether anything was running.
    await run('wineserver', ['-k'], { env }).catch(() => undefined)
    await rm(home, { recursive: true, force: true })
  }
  await runIn('wineboot', '-i')
  await runIn('winecfg', '-v', 'win10')
  const log = path.join(home, 'install.log')
  return {
    run: runIn,
    install: async (...args) => {
      const { code } = await runIn('msiexec', ...args, '/qn', '/l*v', onZ(log))
      return { code, output: await readFile(log, 'latin1') }
    },
    onDrive: (...names) => path.join(env.WINEPREFIX, 'drive_c', ...names),
    close,
  }
}
