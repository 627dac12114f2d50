import { createHttpHandler, createHttpJson } from '../../electron/network/network.ts'
import type { HttpHandler, HttpJson } from '../../electron/network/network.ts'
import type { KeptTokens, TokenStore } from '../../electron/aws/sign-in/session.ts'
import { nodeNet } from '../../electron/aws/testing/node-net.ts'
import { impatient, type Simulated } from '../../electron/aws/testing/simulated.ts'
import { manualClock, startSimulator } from '../simulator/index.ts'
import type { Simulator, SimulatorOptions } from '../simulator/index.ts'
import { namedNet } from './named-net.ts'
import type { Operation } from './kinds.ts'

/** AWS and Spot behind the app's own way to them, with nobody signed in yet. */
export type FaultStage = Pick<Simulated, 'simulator' | 'clock' | 'tokens'> & {
  readonly network: { readonly requestHandler: HttpHandler; readonly http: HttpJson }
  readonly stored: () => KeptTokens | null
  /** From now on, or no longer, the names of these services do not resolve. */
  readonly unresolved: Set<string>
  readonly stop: () => Promise<void>
}

/** A stage whose requests are given up after `inactivityMs` of silence, as the app gives them up. */
export async function openFaultStage(options: {
  readonly inactivityMs: number
  readonly world: Partial<SimulatorOptions>
  readonly onSent: (operation: Operation, simulator: Simulator) => void
}): Promise<FaultStage> {
  const manual = manualClock()
  const clock = impatient(manual)
  const simulator = await startSimulator({ scenario: 'fresh', clock: manual, ...options.world })
  const unresolved = new Set<string>()
  const net = namedNet(nodeNet(), {
    onSent: (operation) => options.onSent(operation, simulator),
    resolves: ({ service }) => !unresolved.has(service),
  })
  const { inactivityMs } = options
  const network = {
    requestHandler: createHttpHandler(net, { inactivityMs }),
    http: createHttpJson(net, { inactivityMs }),
  }
  let stored: KeptTokens | null = null
  const tokens: TokenStore = {
    load: () => Promise.resolve(stored),
    save: (saved) => Promise.resolve(void (stored = saved)),
    wipe: () => Promise.resolve(void (stored = null)),
  }
  return {
    simulator,
    clock,
    network,
    tokens,
    unresolved,
    stored: () => stored,
    stop: () => simulator.stop(),
  }
}
