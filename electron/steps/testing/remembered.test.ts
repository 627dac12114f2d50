import { expect, test } from 'vitest'
import { pause, rememberedConnections } from './remembered.ts'

const connections = rememberedConnections()

test('of a connection that is stopped nothing comes to the simulator any more', async () => {
  const remembered = await connections.proven()
  for (const asked of [1, 5, 12]) {
    // oxlint-disable no-await-in-loop -- one connection after the other
    const { simulator, network, stop } = await remembered.open()
    while (network.sent.length < asked) await new Promise((resolve) => setImmediate(resolve))
    await stop()
    const { length } = simulator.requests
    await pause(50)
    expect(simulator.requests.length, `stopped after ${asked} requests`).toBe(length)
    // oxlint-enable no-await-in-loop
  }
})
