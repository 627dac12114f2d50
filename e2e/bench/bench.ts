import process from 'node:process'
import { inspect, parseArgs } from 'node:util'
import { BEFORE, earlierBuild } from './before.ts'
import { onGround } from './ground.ts'
import type { Ground, Row } from './row.ts'
import { rows } from './rows.ts'
import { table, type Measured } from './table.ts'

const usage = `npm run bench -- [--json] [--only ROW[,ROW]] [--pairs N] [--before REV]
  --json     print {"rows":[…]} and nothing else
  --only     some of the rows:
${rows.map(({ id, title }) => `               ${id.padEnd(12)}${title}`).join('\n')}
  --pairs    pairs of each row that has pairs, at least 2 (each has its own default)
  --before   an earlier build to compare with: a revision, or a folder with a build; "none" for none
             (${BEFORE})
  --help     this
It ends with code 1 where a goal is missed. e2e/bench/README.md says how to read it.
`

type Wishes = {
  readonly json: boolean
  readonly pairs: number | undefined
  readonly before: string | undefined
  readonly chosen: readonly Row[]
}

/** Null for whoever wants to know only what can be wished. */
function readWishes(): Wishes | null {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      pairs: { type: 'string' },
      only: { type: 'string' },
      before: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return null
  const pairs = values.pairs === undefined ? undefined : Number(values.pairs)
  if (pairs !== undefined && !(Number.isInteger(pairs) && pairs >= 2)) throw new Error(usage)
  const ids = values.only?.split(',')
  if (ids?.some((id) => !rows.some((row) => row.id === id))) throw new Error(usage)
  const chosen = rows.filter(({ id, applies }) => applies && (ids?.includes(id) ?? true))
  if (chosen.length === 0) throw new Error('No row that was asked for can be measured here.')
  return { json: values.json, pairs, before: values.before, chosen }
}

async function measured(row: Row, ground: Ground, pairs: number): Promise<Measured> {
  process.stderr.write(`${row.id}: ${row.title} … `)
  const began = Date.now()
  const results = await row.measure(ground, pairs)
  const seconds = (Date.now() - began) / 1000
  process.stderr.write(`${seconds.toFixed(0)} s\n`)
  const met = results.every((result) => result.met)
  return { id: row.id, title: row.title, seconds, met, results }
}

async function bench(): Promise<void> {
  const wishes = readWishes()
  if (!wishes) return void process.stdout.write(usage)
  const { json, pairs, before, chosen } = wishes
  const done: Measured[] = []
  const earlier = await earlierBuild(before)
  try {
    await onGround(earlier?.folder, async (ground) => {
      for (const row of chosen)
        done.push(await measured(row, ground, row.pairs === 0 ? 0 : (pairs ?? row.pairs)))
    })
  } finally {
    await earlier?.remove()
  }
  process.stdout.write(json ? `${JSON.stringify({ rows: done })}\n` : table(done))
  if (!done.every(({ met }) => met)) process.exitCode = 1
}

bench().catch((error: unknown) => {
  process.stderr.write(`${inspect(error)}\n`)
  process.exit(1)
})
