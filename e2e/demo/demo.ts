import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs, promisify } from 'node:util'
import { LANGUAGE_IDS } from '../../electron/contract/language.ts'
import { resolveElectron } from '../runtime/electron.ts'
import { sandboxWorks } from '../runtime/environment.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { checklistText } from '../journeys/window.ts'
import {
  isScenarioId,
  scenarios,
  SPOT_DEMO_TOKEN,
  startSimulator,
  type Scenario,
} from '../simulator/index.ts'
import { keepConnectionOfBefore } from './connected-before.ts'
import { languageOf, played, reasons } from './played.ts'
import { playTour, screenshots } from './tour.ts'

const HELP = `npm run demo -- [--scenario NAME] [--tour] [--language ID] [--out DIR]

  --scenario  what the demonstration begins with:
${scenarios.map(({ id, description }) => `              ${id.padEnd(20)}${description}`).join('\n')}
  --tour      the journey plays by itself and saves a screenshot of each state
  --language  the language to begin with (${LANGUAGE_IDS.join(', ')}); without it, the system's
  --out       where to (default: artifacts/tour/NAME, with a language artifacts/tour/ID/NAME)
`

async function demo(): Promise<void> {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', default: 'fresh' },
      tour: { type: 'boolean', default: false },
      language: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return say(HELP)
  const scenario = scenarioOf(values.scenario)
  const language = languageOf(values.language)
  const usual = path.join('artifacts', 'tour', language ?? '', scenario.id)
  const out = path.resolve(values.out ?? usual)
  if (values.tour) return tour(scenario, out, language)
  if (hasDisplay()) return interactive(scenario, language)
  say('There is no display here, so the demonstration plays by itself in a virtual one.')
  return tour(scenario, out, language)
}

function scenarioOf(name: string): Scenario {
  const scenario = isScenarioId(name) ? scenarios.find(({ id }) => id === name) : undefined
  if (!scenario) throw new Error(`There is no scenario "${name}".\n\n${HELP}`)
  return scenario
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
}

/** The app for a person to click through; ends when the window is closed. */
async function interactive(scenario: Scenario, language: string | undefined): Promise<void> {
  const simulator = await startSimulator({ scenario: scenario.id })
  const profile = await mkdtemp(path.join(tmpdir(), 'eco-connect-demo-'))
  const { executable } = await resolveElectron()
  if (scenario.ending === 'broken-and-repaired')
    await keepConnectionOfBefore(profile, scenario, simulator.world, Date.now())
  say(`Scenario: ${scenario.title}. ${scenario.description}`)
  if (scenario.console === undefined) say(`  AWS access portal URL  ${scenario.signIn.startUrl}`)
  else say('  There is no access portal: the page lets you choose who signs in.')
  if (scenario.managedBy === 'us') say(`  Spot API token         ${SPOT_DEMO_TOKEN}`)
  say('Close the window to end the demonstration.')
  const sandbox = (await sandboxWorks(executable)) ? [] : ['--no-sandbox']
  const asked = language === undefined ? [] : [`--lang=${language}`]
  const options = [`--user-data-dir=${profile}`, ...asked, ...sandbox]
  const app = spawn(executable, [repositoryRoot, ...options], {
    env: { ...process.env, ...simulator.env, ECO_CONNECT_DEMO: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    app.once('exit', resolve)
    app.once('error', reject)
  })
  const interrupt = (): boolean => app.kill('SIGTERM')
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  try {
    process.exitCode = (await ended) ?? 0
  } finally {
    await forgetKeys(profile)
    await simulator.stop()
    await rm(profile, { recursive: true, force: true })
  }
}

const FORGET = `const { deletePassword } = require('keytar')
Promise.all(process.argv.slice(1).map((id) => deletePassword('Eco Connect', id)))`

/** A demonstration that is closed midway leaves nothing in the person's own keychain. */
async function forgetKeys(profile: string): Promise<void> {
  const connections = await readdir(path.join(profile, 'connections')).catch(() => [])
  if (connections.length === 0) return
  try {
    await promisify(execFile)(process.execPath, ['-e', FORGET, ...connections], {
      cwd: repositoryRoot,
    })
  } catch (error) {
    say(`The demonstration's key may remain in the keychain: ${String(error)}`)
  }
}

/** The journey by itself in a virtual display, with a keyring of its own. */
async function tour(scenario: Scenario, out: string, language: string | undefined): Promise<void> {
  await played(scenario, { env: { ECO_CONNECT_DEMO: '1' }, language }, async ({ window }) => {
    await playTour(window, scenario, await screenshots(window, out))
    say(await checklistText(window))
    say(`\n${scenario.title}: ended as it should (${scenario.ending}).`)
  })
  say(`Screenshots: ${out}`)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

demo().catch((error: unknown) => {
  process.stderr.write(`${reasons(error).join('\n')}\n`)
  process.exitCode = 1
})
