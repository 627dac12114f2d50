import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const maxBuffer = 64 * 1024 * 1024

/** A freshly installed Debian of its own in a folder, which shares this computer's kernel and network. */
export type Machine = {
  readonly folder: string
  /** Runs a command there as root; rejects with what it said. Resolves its standard output. */
  readonly run: (...command: string[]) => Promise<string>
  /** Puts a file into `/root`, and resolves its path there. */
  readonly bring: (file: string) => Promise<string>
  /** Has a folder of this computer there too, under the same path. */
  readonly share: (folder: string) => Promise<void>
  readonly remove: () => Promise<void>
}

/** Where apt gets this release from here: a mirror inside a company, for one. */
async function mirrorFor(release: string): Promise<string> {
  const format = ['--format', '$(CODENAME) $(REPO_URI)']
  const { stdout } = await run('apt-get', ['indextargets', ...format])
  const lines = [...new Set(stdout.split('\n'))].map((line) => line.split(' '))
  const named = lines.find(([codename]) => codename === release)?.[1]
  const any = lines.find(([, site]) => site?.endsWith('/debian/'))?.[1]
  return named ?? any ?? 'http://deb.debian.org/debian'
}

/** A minimal system of the release, packed: made once, then kept in the folder for temporary files. */
async function baseOf(release: string): Promise<string> {
  const packed = path.join(tmpdir(), `eco-connect-debootstrap-${release}.tar`)
  if (existsSync(packed)) return packed
  process.stderr.write(`Setting up Debian ${release} (once) …\n`)
  const workshop = await mkdtemp(path.join(tmpdir(), 'debootstrap-'))
  try {
    const system = path.join(workshop, 'system')
    const what = ['--variant=minbase', release, system, await mirrorFor(release)]
    await run('debootstrap', what, { maxBuffer })
    const tar = path.join(workshop, 'system.tar')
    await run('tar', ['--numeric-owner', '-C', system, '-cf', tar, '.'])
    await rename(tar, packed)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
  return packed
}

const ENVIRONMENT = ['PATH=/usr/sbin:/usr/bin:/sbin:/bin', 'DEBIAN_FRONTEND=noninteractive']

/**
 * A clean computer for one course. It needs root.
 * @param release Debian's name of it, such as `bookworm`
 */
export async function startMachine(release: string): Promise<Machine> {
  const packed = await baseOf(release)
  const folder = await mkdtemp(path.join(tmpdir(), `machine-${release}-`))
  await run('tar', ['--numeric-owner', '-C', folder, '-xpf', packed])
  await run('chmod', ['755', folder])
  for (const file of ['/etc/resolv.conf', '/etc/hosts'])
    await copyFile(file, path.join(folder, file))
  // As in a container: what is installed shall start no services here.
  await writeFile(path.join(folder, 'usr/sbin/policy-rc.d'), '#!/bin/sh\nexit 101\n', {
    mode: 0o755,
  })
  const mounted: string[] = []
  const mount = async (to: string, ...how: string[]): Promise<void> => {
    const inside = path.join(folder, to)
    await mkdir(inside, { recursive: true })
    await run('mount', [...how, inside])
    mounted.push(inside)
  }
  const remove = async (): Promise<void> => {
    for (const inside of mounted.toReversed()) await run('umount', ['--lazy', inside])
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    await mount('/proc', '-t', 'proc', 'proc')
    for (const device of ['/dev', '/dev/shm']) await mount(device, '--bind', device)
  } catch (error) {
    await remove()
    throw error
  }
  return {
    folder,
    async run(...command) {
      const words = [folder, '/usr/bin/env', '-i', ...ENVIRONMENT, ...command]
      return (await run('chroot', words, { maxBuffer })).stdout
    },
    async bring(file) {
      const there = path.join('/root', path.basename(file))
      await copyFile(file, path.join(folder, there))
      return there
    },
    share: (shared) => mount(shared, '--bind', shared),
    remove,
  }
}
