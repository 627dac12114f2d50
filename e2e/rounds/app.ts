import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { nodeNet } from '../../electron/aws/testing/node-net.ts'
import { press } from '../../electron/aws/testing/portal.ts'
import { simulated, type Simulated } from '../../electron/aws/testing/simulated.ts'
import { openConnection, type Connection } from '../../electron/connection/connection.ts'
import { createConnectionFolders } from '../../electron/connection/folders.ts'
import type { Keychain } from '../../electron/keychain/keychain.ts'
import { createHttpHandler, createHttpJson } from '../../electron/network/network.ts'
import { groundOn, recordingDesktop } from '../../electron/steps/testing/ground.ts'
import type { SimulatorOptions } from '../simulator/index.ts'
import { pacedClock, type PacedClock } from './paced-clock.ts'
import { createTempo, type Tempo } from './tempo.ts'

/** A whole connection, on disk and with its vault, to a simulator at the pace of a virtual network. */
export type TimedApp = {
  readonly stage: Simulated
  readonly tempo: Tempo
  readonly clock: PacedClock
  /** Files of the AWS CLI by name. */
  readonly awsFiles: Map<string, string>
  /** Opens what the folder holds, after what was open is closed. */
  readonly open: () => Promise<Connection>
  readonly stop: () => Promise<void>
}

/** `onPage` is what the person does on the sign-in page in the browser. */
export async function timedApp(
  options: Partial<SimulatorOptions>,
  onPage: 'allow' | 'nothing' = 'allow',
): Promise<TimedApp> {
  const stage = await simulated(options)
  const clock = pacedClock(stage.clock)
  stage.simulator.settle()
  const tempo = createTempo(nodeNet())
  const folder = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
  const awsFiles = new Map<string, string>()
  const { desktop } = recordingDesktop({
    saveSummary: () => undefined,
    open: async (link) => {
      if (onPage === 'allow' && link.startsWith(stage.simulator.url))
        await tempo.besides(press(link, 'allow'))
    },
  })
  const shared = {
    ...groundOn(stage, desktop),
    clock,
    requestHandler: createHttpHandler(tempo.net),
    http: createHttpJson(tempo.net),
    keychain: keychainInMemory(),
    warmUp: nothing,
    awsFiles: {
      folder: '/home/person/.aws',
      files: { read: async (file: string) => awsFiles.get(path.basename(file)) ?? null },
    },
  }
  let current: Connection | null = null
  return {
    stage,
    tempo,
    clock,
    awsFiles,
    async open() {
      current?.stop()
      const folders = createConnectionFolders(folder, stage.clock)
      const [one = await folders.add()] = await folders.all()
      current = await openConnection(one, desktop, shared)
      return current
    },
    async stop() {
      current?.stop()
      await tempo.settled()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function keychainInMemory(): Keychain {
  const entries = new Map<string, string>()
  return {
    entry: (account) => account,
    get: async (account) => entries.get(account) ?? null,
    set: async (account, value) => void entries.set(account, value),
    remove: async (account) => entries.delete(account),
    renew: () => undefined,
    stop: () => undefined,
  }
}

const nothing = (): void => undefined
