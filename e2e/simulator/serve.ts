/**
 * The simulator by itself: `npx tsx e2e/simulator/serve.ts --scenario fresh [--port N]`
 * prints the environment that points a process at it, and runs until it is told to stop.
 */
import { parseArgs } from 'node:util'
import { isScenarioId, scenarios, startSimulator } from './index.ts'

const serve = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', default: 'fresh' },
      port: { type: 'string', default: '0' },
      'stack-seconds': { type: 'string', default: '24' },
      'delivery-seconds': { type: 'string', default: '21600' },
    },
  })
  if (!isScenarioId(values.scenario)) {
    const known = scenarios.map(({ id, description }) => `  ${id}: ${description}`).join('\n')
    throw new Error(`There is no scenario "${values.scenario}". There are:\n${known}`)
  }
  const simulator = await startSimulator({
    scenario: values.scenario,
    port: Number(values.port),
    stackSeconds: Number(values['stack-seconds']),
    deliverySeconds: Number(values['delivery-seconds']),
  })
  for (const [name, value] of Object.entries(simulator.env))
    process.stdout.write(`${name}=${value}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void simulator.stop())
}

serve().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
})
