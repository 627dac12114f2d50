import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { nodeNet } from '../../aws/testing/node-net.ts'
import { press } from '../../aws/testing/portal.ts'
import { simulated } from '../../aws/testing/simulated.ts'
import { openConnection, type Connection, type Shared } from '../../connection/connection.ts'
import { createConnectionFolders, type ConnectionFolder } from '../../connection/folders.ts'
import { warmingUp } from '../../connection/warm-up.ts'
import { createWorkspace } from '../../connection/workspace.ts'
import type { Managed } from '../../contract/managed.ts'
import { startStandIn } from '../../keychain/testing/stand-in.ts'
import { createHttpHandler } from '../../network/network.ts'
import { groundOn, recordingDesktop } from './ground.ts'

/**
 * A profile on disk, with real connections over it; `onPage` is what the person does in the browser, and
 * `managed` what the organization has decided.
 */
export async function profile(
  onPage: 'allow' | 'nothing' = 'allow',
  managed: Partial<Managed> = {},
) {
  const stage = await simulated()
  const keychain = await startStandIn()
  const folder = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
  const { desktop, asked } = recordingDesktop({
    saveSummary: () => undefined,
    open: async (link) => void (onPage === 'allow' && (await press(link, 'allow'))),
  })
  const ground = groundOn(stage, desktop)
  const shared: Shared = {
    ...ground,
    managed: { ...ground.managed, ...managed },
    warmUp: warmingUp(ground.endpoints),
    requestHandler: createHttpHandler(nodeNet()),
    keychain: keychain.keychain,
  }
  const opened: Connection[] = []
  onTestFinished(async () => {
    for (const connection of opened) connection.stop()
    await keychain.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const start = async (open = openConnection) => {
    const folders = createConnectionFolders(folder, stage.clock)
    const workspace = createWorkspace({
      folders,
      open: async (one: ConnectionFolder) => {
        const connection = await open(one, desktop, shared)
        opened.push(connection)
        return connection
      },
      onChange: () => undefined,
    })
    await workspace.start()
    return workspace
  }
  return { stage, start, folder, asked }
}
