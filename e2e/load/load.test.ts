import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { listProcesses } from '../runtime/processes.ts'
import { startLoad } from './load.ts'

const loops = async (): Promise<number> => {
  const all = await listProcesses()
  return all.filter(({ parent, command }) => parent === process.pid && command.includes('busy.ts'))
    .length
}

it('keeps the machine busy until it is told to end, and leaves nothing behind', async () => {
  const endLoad = await startLoad(2)
  await delay(1000)
  expect(await loops()).toBe(2)
  await endLoad()
  expect(await loops()).toBe(0)
})
