import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { startDisplay } from '../runtime/display.ts'
import { resolveElectron } from '../runtime/electron.ts'
import { environmentFor, sandboxWorks } from '../runtime/environment.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { ensureSystem } from '../runtime/system.ts'
import type { Result } from './compare.ts'
import { compare } from './compare.ts'
import type { Row } from './rows.ts'
import { rows } from './rows.ts'

const usage = `npm run bench -- [--json] [--runs N] [--only ROW]
  --json   print {"rows":[…]} and nothing else
  --runs   measurements per app (each row has its own default)
  --only   one row: ${rows.map((row) => row.id).join(', ')}
`

type Wishes = { json: boolean; runs: number | undefined; chosen: readonly Row[] }

function readWishes(): Wishes {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      runs: { type: 'string' },
      only: { type: 'string' },
    },
  })
  const runs = values.runs === undefined ? undefined : Number(values.runs)
  if (runs !== undefined && !(Number.isInteger(runs) && runs > 0)) throw new Error(usage)
  const chosen = rows.filter((row) => row.applies && (values.only ?? row.id) === row.id)
  if (chosen.length === 0) throw new Error(usage)
  return { json: values.json, runs, chosen }
}

const folders = {
  ours: repositoryRoot,
  bare: path.join(repositoryRoot, 'e2e', 'bench', 'bare'),
}

function table(results: readonly Result[]): string {
  const lines = results.map(({ id, ours, bare, limit, ratio }) => {
    const row = rows.find((candidate) => candidate.id === id)
    const verdict = ratio > limit ? 'TOO MUCH' : 'ok'
    const figures = [ours, bare].map((value) =>
      `${value.toFixed(0)} ${row?.unit ?? ''}`.padStart(9),
    )
    const ratios = [ratio, limit].map((value) => value.toFixed(2).padStart(7))
    return `${(row?.title ?? id).padEnd(34)}${figures.join('')}${ratios.join('')}  ${verdict}`
  })
  const head = `${''.padEnd(34)}${'ours'.padStart(9)}${'bare'.padStart(9)}${'ratio'.padStart(7)}${'limit'.padStart(7)}`
  return `${[head, ...lines].join('\n')}\n`
}

async function bench(): Promise<void> {
  const { json, runs, chosen } = readWishes()
  if (!existsSync(path.join(folders.ours, 'dist', 'main', 'main.js'))) {
    throw new Error('The app is not built. Run "npm run build" first.')
  }
  const { executable } = await resolveElectron()
  await ensureSystem(executable)
  const shown = process.env['DISPLAY']
  const display = shown
    ? { env: { DISPLAY: shown }, stop: () => Promise.resolve() }
    : await startDisplay()
  const keyring = await startKeyring('unlocked')
  const results: Result[] = []
  try {
    const env = environmentFor(keyring.env, display.env)
    const setting = { executable, env, sandbox: await sandboxWorks(executable) }
    for (const row of chosen) {
      process.stderr.write(`Measuring ${row.title} …\n`)
      results.push(
        await compare(row, runs ?? row.runs, (app) => row.measure(setting, folders[app])),
      )
    }
  } finally {
    await keyring.stop()
    await display.stop()
  }
  process.stdout.write(json ? `${JSON.stringify({ rows: results })}\n` : table(results))
  if (results.some(({ ratio, limit }) => ratio > limit)) process.exitCode = 1
}

bench().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
