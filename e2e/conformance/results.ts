import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'
import { tests, type TestName } from './evidence.ts'

export const FOLDER = path.join(repositoryRoot, 'resources', 'accessibility')

const NAMES = Object.keys(tests) as TestName[]

/** What the tests showed when the report was made. */
const resultsSchema = z.object({
  /** Of Electron, whose window they looked at. */
  electron: z.string(),
  system: z.string(),
  passed: z.array(z.enum(NAMES)),
})
export type Results = z.infer<typeof resultsSchema>

/** The results that the report in the repository was made from. Throws where there are none. */
export const keptResults = (): Results =>
  resultsSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, 'results.json'), 'utf8')))

/** What is read of the list that Playwright's JSON reporter writes. */
const listSchema = z.object({
  suites: z.array(
    z.object({
      file: z.string(),
      specs: z.array(z.object({ title: z.string(), ok: z.boolean() })),
    }),
  ),
})

/** A title as a pattern; what a test fills in stands for anything. */
export const patternOf = (title: string): string =>
  title
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join('.*')

/** The tests of the report that ran and passed, by Playwright's list; one that did not run has not. */
export function passedIn(list: unknown): readonly TestName[] {
  const { suites } = listSchema.parse(list)
  return NAMES.filter((name) => {
    const { file, title } = tests[name]
    const pattern = new RegExp(`^${patternOf(title)}$`)
    const ran = suites
      .filter((suite) => file.endsWith(suite.file))
      .flatMap(({ specs }) => specs)
      .filter((spec) => pattern.test(spec.title))
    return ran.length > 0 && ran.every(({ ok }) => ok)
  })
}
