import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { sha256Of } from '../../supply-chain/shipped-files.ts'
import { artefactsIn } from './sums.ts'

const run = promisify(execFile)

/** How an artefact is looked into where its bytes differ: by the end of its name, each view one line a thing. */
const VIEWS: readonly {
  readonly name: RegExp
  readonly what: string
  readonly command: readonly [string, ...string[]]
}[] = [
  {
    name: /\.tar\.gz$/,
    what: 'its list',
    command: ['tar', '--list', '--verbose', '--full-time', '--numeric-owner', '--gzip', '--file'],
  },
  { name: /\.deb$/, what: 'its fields', command: ['dpkg-deb', '--field'] },
  { name: /\.deb$/, what: 'its list', command: ['dpkg-deb', '--contents'] },
  { name: /\.rpm$/, what: 'its fields', command: ['rpm', '--query', '--info', '--package'] },
  { name: /\.rpm$/, what: 'its list', command: ['rpm', '--query', '--dump', '--package'] },
  { name: /\.zip$/, what: 'its list', command: ['unzip', '-Z', '-l', '-T'] },
  { name: /\.msi$/, what: 'its tables', command: ['msiinfo', 'tables'] },
]

/** What is wrong with an artefact of two builds, and where it begins to be. */
export type Difference = { readonly name: string; readonly where: string }

function firstLine(one: string, other: string): string | undefined {
  const [lines, others] = [one.split('\n'), other.split('\n')]
  const at = Array.from({ length: Math.max(lines.length, others.length) }).findIndex(
    (_, index) => lines[index] !== others[index],
  )
  if (at === -1) return undefined
  return `line ${at + 1}\n    here:  ${lines[at] ?? '(none)'}\n    there: ${others[at] ?? '(none)'}`
}

/** By the tools of its format, undefined where these see no difference or are not on this computer. */
async function byViews(name: string, one: string, other: string): Promise<string | undefined> {
  for (const { name: format, what, command } of VIEWS) {
    if (!format.test(name)) continue
    const [program, ...args] = command
    const look = (file: string): Promise<string> =>
      run(program, [...args, file], {
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' },
      }).then(({ stdout }) => stdout.replaceAll(file, name))
    const views = await Promise.all([look(one), look(other)]).catch(() => undefined)
    const line = views === undefined ? undefined : firstLine(...views)
    if (line !== undefined) return `${what}, ${line}`
  }
  return undefined
}

const isText = (name: string): boolean => /\.(json|html|txt|md|xml)$/.test(name)

/** Where two files begin to differ. */
async function firstDifference(name: string, one: string, other: string): Promise<string> {
  const seen = await byViews(name, one, other)
  if (seen !== undefined) return seen
  const [bytes, others] = await Promise.all([readFile(one), readFile(other)])
  const line = isText(name) ? firstLine(bytes.toString('utf8'), others.toString('utf8')) : undefined
  if (line !== undefined) return line
  const length = Math.min(bytes.length, others.length)
  let at = 0
  while (at < length && bytes[at] === others[at]) at += 1
  return `byte ${at}; here it has ${bytes.length} bytes, there ${others.length}`
}

/**
 * What differs between the artefacts of two builds: each that is in one only, and each whose bytes are not the
 * same, with the first place where that shows. None, where the builds are the same.
 */
export async function differencesOf(here: string, there: string): Promise<readonly Difference[]> {
  const [ours, theirs] = await Promise.all([artefactsIn(here), artefactsIn(there)])
  const differences: Difference[] = []
  for (const name of [...new Set([...ours, ...theirs])].toSorted()) {
    const [one, other] = [path.join(here, name), path.join(there, name)]
    if (!theirs.includes(name)) differences.push({ name, where: 'is not there' })
    else if (!ours.includes(name)) differences.push({ name, where: 'is there only' })
    else if ((await sha256Of(one)) !== (await sha256Of(other)))
      differences.push({ name, where: await firstDifference(name, one, other) })
  }
  return differences
}

/** The same in words. */
export const told = (differences: readonly Difference[]): string =>
  differences.map(({ name, where }) => `  ${name}: ${where}\n`).join('')
