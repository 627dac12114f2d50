import type { ProxyConfig } from 'electron'
import { expect, test } from 'vitest'
import { systemClock } from '../base/clock.ts'
import { goingAs, goingBy } from './going-by.ts'

const COMPANY = { mode: 'fixed_servers', proxyRules: 'proxy.example:8080' } as const
const SCRIPT = { mode: 'pac_script', pacScript: 'https://proxy.example/proxy.pac' } as const

/** Chromium’s network, which learns of a proxy after so many questions that overtake it. */
function network(overtaken: number) {
  const ways: string[] = []
  let told: { readonly config: ProxyConfig; left: number }[] = []
  let inForce: ProxyConfig = { mode: 'system' }
  return {
    ways,
    isBehind: () => told.length > 0,
    async setProxy(config: ProxyConfig) {
      told.push({ config, left: overtaken })
    },
    async resolveProxy() {
      await Promise.resolve()
      const [next] = told
      if (next && next.left-- === 0) {
        inForce = next.config
        told = told.slice(1)
      }
      if (inForce.mode === 'pac_script') return new Promise<string>(() => undefined)
      const way = inForce.proxyRules ? `PROXY ${inForce.proxyRules}` : 'DIRECT'
      ways.push(way)
      return way
    },
  }
}

test.each([0, 1, 7])(
  'no request goes by another way than the proxy that is set, %d questions late',
  async (overtaken) => {
    const own = network(overtaken)
    const ready = await goingBy(own, COMPANY, systemClock)
    // Whatever goes from here on gets nowhere, or by the proxy.
    expect(await own.resolveProxy()).not.toBe('DIRECT')
    await ready()
    await ready()
    expect(own.isBehind()).toBe(false)
    expect(await own.resolveProxy()).toBe('PROXY proxy.example:8080')
    expect(own.ways.filter((way) => way === 'DIRECT')).toHaveLength(overtaken)
  },
)

test('a way without a proxy is one that can be set, too', async () => {
  const own = network(2)
  const ready = await goingBy(own, { mode: 'direct' }, systemClock)
  await ready()
  expect(await own.resolveProxy()).toBe('DIRECT')
})

test('a script that does not come holds up no request by this', async () => {
  const own = network(0)
  let isSet = false
  const ready = await goingBy(own, SCRIPT, {
    sleep: (ms, signal) => (isSet ? Promise.resolve() : systemClock.sleep(ms, signal)),
  })
  isSet = true
  await ready()
  expect(own.isBehind()).toBe(false)
})

test('where Chromium takes no proxy, nothing is begun by another way', async () => {
  const own = network(Infinity)
  await expect(goingBy(own, COMPANY, { sleep: () => Promise.resolve() })).rejects.toThrow(
    'Chromium takes no proxy',
  )
  const asked = own.ways.length
  await systemClock.sleep(0)
  expect(own.ways).toHaveLength(asked)
})

test('a new network is waited for until it goes as the other one does', async () => {
  const url = 'https://sts.us-east-1.amazonaws.com/'
  const ways = ['DIRECT', 'DIRECT', 'PROXY proxy.example:8080']
  const asked: string[] = []
  const late = {
    async resolveProxy(one: string) {
      asked.push(one)
      return ways.shift() ?? ''
    },
  }
  const other = { resolveProxy: () => Promise.resolve('PROXY proxy.example:8080') }
  await goingAs(other, late, url, systemClock)
  expect(asked).toEqual([url, url, url])
})
