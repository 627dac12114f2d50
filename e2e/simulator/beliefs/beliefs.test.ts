import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { beliefs, nothingBeyondTheModel } from './index.ts'

const here = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const named = new Set(beliefs.flatMap(({ at }) => at))

it.each(
  ['services', 'access'].flatMap((folder) =>
    readdirSync(here(folder)).map((file) => [`${folder}/${file}`]),
  ),
)('%s says what it believes, or that it believes nothing', (file) => {
  const silent = Object.hasOwn(nothingBeyondTheModel, file)
  expect(named.has(file) !== silent, `${file} is ${silent ? 'both' : 'neither'}`).toBe(true)
})

it('has one belief of each name', () => {
  const ids = beliefs.map(({ id }) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
})

it('names files that are there', () => {
  const files = [...named, ...Object.keys(nothingBeyondTheModel)]
  expect(files.filter((file) => !existsSync(here(file)))).toEqual([])
})

it.each(beliefs.map((belief) => [belief.id, belief] as const))(
  '%s has a source, a day and a place',
  (_id, { says, source, date, at }) => {
    expect(says).toMatch(/[.”"]$/)
    expect(source.length).toBeGreaterThan(8)
    expect(date).toMatch(/^2026-\d\d-\d\d$/)
    expect(at.length).toBeGreaterThan(0)
  },
)

it('prints how many there are of each kind, and every guess', () => {
  const command = here('beliefs/print.ts')
  const printed = execFileSync(process.execPath, ['--import', 'tsx', command], { encoding: 'utf8' })
  expect(printed).toContain(`${beliefs.length} beliefs`)
  for (const { id, certainty } of beliefs)
    expect(printed.includes(`  ${id}\n`)).toBe(certainty === 'guess')
})
