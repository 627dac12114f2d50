import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { nodeNet } from '../../electron/aws/testing/node-net.ts'
import { createHttpJson } from '../../electron/network/network.ts'
import { createTempo } from './tempo.ts'

/** A server that answers everything, the first of each pair of requests later than the second. */
async function world() {
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    const reply = (): void => void response.end('{}')
    if (asked % 2 === 1) setTimeout(reply, 30)
    else reply()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  const tempo = createTempo(nodeNet())
  const http = createHttpJson(tempo.net)
  const call = async (name: string): Promise<void> => {
    const url = `http://127.0.0.1:${address.port}/setup/${name}`
    await http({ method: 'GET', url, headers: {} })
  }
  return { tempo, call }
}

test('a call that waits for another is in the next round, one beside it in the same', async () => {
  const { tempo, call } = await world()
  const work = (async () => {
    await call('one')
    await Promise.all([call('two'), call('beside-two')])
    await call('three')
  })()
  await tempo.settled()
  await work
  expect(tempo.calls().map(({ round }) => round)).toEqual([1, 2, 2, 3])
})

test('a call that comes late in its round, after files and turns of the loop, is still of it', async () => {
  const { tempo, call } = await world()
  const late = async (): Promise<void> => {
    await call('late')
    await readFile(new URL('./tempo.ts', import.meta.url))
    await tempo.besides(new Promise((resolve) => setTimeout(resolve, 50)))
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve))
    await call('late')
  }
  const early = async (): Promise<void> => {
    await call('early')
    await call('early')
  }
  const work = Promise.all([late(), early()])
  await tempo.settled()
  await work
  expect(tempo.calls().map(({ round }) => round)).toEqual([1, 1, 2, 2])
  expect(tempo.longestPause()).toBeGreaterThan(0)
})

test('counting begins anew', async () => {
  const { tempo, call } = await world()
  const before = call('before')
  await tempo.settled()
  await before
  tempo.begin()
  expect(tempo.calls()).toEqual([])
  const after = call('after')
  await tempo.settled()
  await after
  expect(tempo.calls()).toMatchObject([{ round: 1 }])
})
