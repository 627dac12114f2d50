import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { parseArgs, promisify } from 'node:util'
import { resolveElectron } from '../runtime/electron.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { tests } from './evidence.ts'
import { conformanceReport } from './report.ts'
import { FOLDER, keptResults, passedIn, patternOf, type Results } from './results.ts'

const HELP = `npm run conformance [-- --write | --run]

  The accessibility conformance report, resources/accessibility/conformance-report.html, from the tests
  that it names. Without --write it is compared with what the answers and the kept results give.

  --write  writes it, after a change of an answer
  --run    runs these tests first, and writes their results too
`

const REPORT = path.join(FOLDER, 'conformance-report.html')

/** Runs the tests that answers rest on, some minutes long, and says which passed. */
async function measured(): Promise<Results> {
  const file = path.join(os.tmpdir(), `eco-connect-conformance-${process.pid}.json`)
  const all = Object.values(tests)
  const files = [...new Set(all.map((one) => one.file))]
  const titles = all.map(({ title }) => `${patternOf(title)}$`).join('|')
  const config = ['--config', 'e2e/playwright.config.ts', '--reporter', 'json']
  await promisify(execFile)('npx', ['playwright', 'test', ...config, ...files, '-g', titles], {
    cwd: repositoryRoot,
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    maxBuffer: 64 * 1024 * 1024,
    // Of a failed test the list tells.
  }).catch(() => undefined)
  const { version } = await resolveElectron()
  const passed = [...passedIn(JSON.parse(readFileSync(file, 'utf8')))]
  return { electron: version, system: 'Linux x64', passed }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      write: { type: 'boolean', default: false },
      run: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return void process.stdout.write(HELP)
  if (values.run) {
    const results = await measured()
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(path.join(FOLDER, 'results.json'), `${JSON.stringify(results, null, 2)}\n`)
    process.stdout.write(`${results.passed.length} of ${Object.keys(tests).length} tests passed.\n`)
  }
  const report = conformanceReport(keptResults())
  if (values.write || values.run) writeFileSync(REPORT, report)
  else if (readFileSync(REPORT, 'utf8') !== report)
    throw new Error('The report is out of date. Run "npm run conformance -- --write".')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
