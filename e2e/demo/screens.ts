import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import type { Look } from '../journeys/steps.ts'
import { inspect } from '../journeys/inspection.ts'
import { MODES, pictureOf, showIn, type ModeName } from '../journeys/modes.ts'
import { LANGUAGE_IDS } from '../../electron/contract/language.ts'
import { ensureSystem } from '../runtime/system.ts'
import { isScenarioId, scenarios, type Scenario } from '../simulator/index.ts'
import { languageOf, played, reasons } from './played.ts'
import { playTour } from './tour.ts'

const HELP = `npm run screens -- [--scenario NAME]… [--language ID] [--out DIR]

  Each state of each scenario, photographed in ${Object.keys(MODES).join(', ')}, and looked at for
  what is cut off, out of reach or against the rules of axe. DIR (default: artifacts/screens) gets a
  folder for each scenario, with a contact sheet (index.html).

  --scenario  one of ${scenarios.map(({ id }) => id).join(', ')}; all, if left out
  --language  the language to begin with: ${LANGUAGE_IDS.join(', ')}
`

/** So long that a stack is seen at work in every mode. */
const STACK_SECONDS = 30

const modes = Object.keys(MODES) as ModeName[]
const fileOf = (state: string, mode: ModeName): string => `${state}-${mode}.png`

/** What was wrong, a line each. */
async function photograph(
  scenario: Scenario,
  out: string,
  language: string | undefined,
): Promise<string[]> {
  await mkdir(out, { recursive: true })
  const states: string[] = []
  const findings: string[] = []
  await played(scenario, { stackSeconds: STACK_SECONDS, language }, async (started) => {
    // tsx has every function that it compiles call this, also those that are run in the page.
    await started.window.evaluate('globalThis.__name = (named) => named')
    const look: Look = async (name) => {
      const state = `${String(states.length + 1).padStart(2, '0')}-${name}`
      states.push(state)
      for (const mode of modes) {
        await showIn(started, MODES[mode])
        await writeFile(path.join(out, fileOf(state, mode)), await pictureOf(started.app))
        for (const finding of await inspect(started.window))
          findings.push(`${scenario.id} ${state} ${mode}: ${finding}`)
      }
      await showIn(started, MODES.light)
    }
    await playTour(started.window, scenario, look)
  })
  await writeFile(path.join(out, 'index.html'), contactSheet(scenario, states))
  return findings
}

/** A page with all photographs: a row for each state, a column for each mode. */
function contactSheet({ title }: Scenario, states: readonly string[]): string {
  const cell = (state: string, mode: ModeName): string =>
    `<td><a href="${fileOf(state, mode)}"><img src="${fileOf(state, mode)}" alt="${state}, ${mode}"></a></td>`
  const rows = states.map(
    (state) => `<tr><th>${state}</th>${modes.map((mode) => cell(state, mode)).join('')}</tr>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>img { width: 380px } th { text-align: start } td, th { vertical-align: top }</style>
<h1>${title}</h1>
<table><tr><td></td>${modes.map((mode) => `<th>${mode}</th>`).join('')}</tr>
${rows.join('\n')}
</table></html>
`
}

async function screens(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', multiple: true, default: scenarios.map(({ id }) => id) },
      language: { type: 'string' },
      out: { type: 'string', default: path.join('artifacts', 'screens') },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  const language = languageOf(values.language)
  await ensureSystem()
  const findings: string[] = []
  for (const id of values.scenario) {
    const scenario = isScenarioId(id) ? scenarios.find((one) => one.id === id) : undefined
    if (!scenario) throw new Error(`There is no scenario “${id}”.\n\n${HELP}`)
    const out = path.resolve(values.out, scenario.id)
    findings.push(...(await photograph(scenario, out, language)))
    process.stdout.write(`${scenario.id}: ${path.join(out, 'index.html')}\n`)
  }
  process.stdout.write(findings.length === 0 ? 'Nothing is wrong.\n' : `${findings.join('\n')}\n`)
  process.exitCode = findings.length === 0 ? 0 : 1
}

screens().catch((error: unknown) => {
  process.stderr.write(`${reasons(error).join('\n')}\n`)
  process.exitCode = 1
})
