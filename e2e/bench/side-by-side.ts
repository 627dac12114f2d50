/**
 * `npm run test:side-by-side -- --before c4c615a`: the same files of tests, on the build before and on
 * this one, share by share in turn, each with its own settings. Prints both times and their ratio;
 * exits 1 when a test fails or the ratio's upper bound is not below the limit. `--shares 12 --take 3`
 * runs three of twelve shares; `--seed` deals the files as another run has.
 */
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs, promisify } from 'node:util'
import { repositoryRoot } from '../runtime/paths.ts'
import { drawn, sampleSeed, seedFrom } from '../load/sample.ts'
import { ratioOfSums } from './statistics.ts'

const run = promisify(execFile)
const LIMIT = 0.6
/** Below the repository, where a checkout may link to its packages and git looks away. */
const BEFORE = path.join(repositoryRoot, 'artifacts', 'side-by-side')
const SIDES = [
  ['before', BEFORE],
  ['after', repositoryRoot],
] as const
const OUTSIDE_GIT = ['node_modules', 'e2e/runtime/dist', 'e2e/runtime/node_modules']

const { values } = parseArgs({
  options: {
    before: { type: 'string', default: 'HEAD' },
    shares: { type: 'string', default: '6' },
    take: { type: 'string' },
    seed: { type: 'string' },
  },
})
const seed = values.seed === undefined ? sampleSeed() : seedFrom(values.seed)

/** A checkout of the commit with the packages of its own lockfile, and its build. */
async function checkOut(commit: string): Promise<void> {
  await rm(BEFORE, { recursive: true, force: true })
  await mkdir(BEFORE, { recursive: true })
  await run('sh', ['-c', 'git archive "$1" | tar -x -C "$2"', 'sh', commit, BEFORE], {
    cwd: repositoryRoot,
  })
  const lock = (folder: string) => readFile(path.join(folder, 'package-lock.json'), 'utf8')
  const same = (await lock(BEFORE)) === (await lock(repositoryRoot))
  for (const name of OUTSIDE_GIT) {
    const from = path.join(repositoryRoot, name)
    if (existsSync(from) && (same || name !== 'node_modules'))
      await cp(from, path.join(BEFORE, name), { recursive: true, verbatimSymlinks: true })
  }
  if (!same) await npm(BEFORE, ['ci', '--ignore-scripts'])
}

/** Runs npm in a folder and shows what it says; resolves whether it ended well. */
function npm(folder: string, args: readonly string[]): Promise<boolean> {
  const child = spawn('npm', args, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** The files of tests that both have. */
async function filesOfBoth(): Promise<string[]> {
  const { stdout } = await run('git', ['ls-files', '*.test.ts', '*.spec.ts'], {
    cwd: repositoryRoot,
  })
  return stdout.split('\n').filter((name) => name && existsSync(path.join(BEFORE, name)))
}

/** Seconds that these files take in a folder. Throws when a test fails: half a run says nothing. */
async function secondsOf(folder: string, files: readonly string[]): Promise<number> {
  const [unit, window] = [/\.test\.ts$/, /\.spec\.ts$/].map((kind) =>
    files.filter((name) => kind.test(name)),
  )
  const begun = performance.now()
  const passed = [
    !unit?.length || (await npm(folder, ['run', 'test:unit', '--', ...unit])),
    !window?.length || (await npm(folder, ['run', 'test:e2e', '--', ...window])),
  ]
  if (passed.includes(false)) throw new Error(`A test failed in ${folder}`)
  return (performance.now() - begun) / 1000
}

/** How many shares there are and how many of them are run: two at least, as one says nothing of its spread. */
function readShares(): { readonly shares: number; readonly take: number } {
  const shares = Number(values.shares)
  const take = Number(values.take ?? shares)
  if ([shares, take].every(Number.isInteger) && take >= 2 && take <= shares) return { shares, take }
  throw new Error('--shares and --take are whole numbers, --take from 2 to --shares.')
}

async function main(): Promise<boolean> {
  const { shares, take } = readShares()
  await checkOut(values.before)
  for (const [, folder] of SIDES) {
    const ready = await npm(folder, ['run', 'prepare-electron', '--', '--tests'])
    if (!ready || !(await npm(folder, ['run', 'build'])))
      throw new Error(`Nothing can be run in ${folder}`)
  }
  const files = await filesOfBoth()
  const dealt = drawn(files, files.length, seed, (name) => name)
  const times: { readonly before: number[]; readonly after: number[] } = { before: [], after: [] }
  for (let share = 0; share < take; share += 1) {
    const mine = dealt.filter((_, place) => place % shares === share)
    const order = share % 2 === 0 ? SIDES : SIDES.toReversed()
    for (const [side, folder] of order) times[side].push(await secondsOf(folder, mine))
    const [before = 0, after = 0] = [times.before[share], times.after[share]]
    const ratio = (after / before).toFixed(2)
    process.stdout.write(
      `share ${share + 1}: ${mine.length} files, before ${before.toFixed(0)} s, after ${after.toFixed(0)} s, ${ratio} ×\n`,
    )
  }
  const { value, upper } = ratioOfSums(times.after, times.before)
  process.stdout.write(
    `${take} of ${shares} shares by seed ${seed}: ${value.toFixed(3)} ×, 95 % bound ${upper.toFixed(3)} ×, limit ${LIMIT} ×\n`,
  )
  return upper <= LIMIT
}

try {
  process.exitCode = (await main()) ? 0 : 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await rm(BEFORE, { recursive: true, force: true })
}
