import { describe, expect, it } from 'vitest'
import type { Challenge, Credentials, Verdict } from './proxy-attempt.ts'
import type { Question } from './proxy-asking.ts'
import { createProxySignIn, TRUSTED_MS } from './proxy-sign-in.ts'
import type { Way } from './way.ts'

const URL = 'https://sts.us-east-1.amazonaws.com/'
const BASIC: Challenge = { proxy: 'proxy.example:8080', scheme: 'basic', realm: 'staff' }
const NTLM: Challenge = { ...BASIC, scheme: 'ntlm', realm: '' }

/** A proxy with one person behind it, who types what they are told to. */
function scene(first: string, way: Way = { proxies: [BASIC.proxy], direct: false }) {
  const world = {
    password: first,
    now: 0,
    forgotten: 0,
    thanked: 0,
    network: '',
    verdict: null as Verdict | null,
  }
  const attempts: string[] = []
  const questions: Question[] = []
  const typed: (string | null)[] = []
  let typing = (): void => undefined
  const signIn = createProxySignIn({
    person: {
      ask: async (question, signal) => {
        questions.push(question)
        while (typed.length === 0 && !signal.aborted)
          await new Promise<void>((resolve) => {
            typing = resolve
            signal.addEventListener('abort', () => resolve(), { once: true })
          })
        const password = typed.shift() ?? null
        return password === null || signal.aborted ? null : { username: 'someone', password }
      },
      thank: () => void (world.thanked += 1),
    },
    attempt: async (_url, _challenge, { password }): Promise<Verdict> => {
      attempts.push(password)
      await Promise.resolve()
      if (world.network !== '') throw new Error(world.network)
      return world.verdict ?? (password === world.password ? 'taken' : 'refused')
    },
    forget: async () => void (world.forgotten += 1),
    route: { wayTo: async () => way },
    clock: { now: () => world.now },
  })
  return {
    world,
    attempts,
    questions,
    signIn,
    types(...passwords: readonly (string | null)[]) {
      typed.push(...passwords)
      typing()
    },
  }
}

/** A request that a proxy holds up, and that is sent again until it passes or is given up. */
async function passes(
  { signIn, world }: ReturnType<typeof scene>,
  challenge = BASIC,
  signal?: AbortSignal,
): Promise<boolean> {
  for (;;) {
    await signIn.ready(URL)
    const passage = signIn.begin()
    let given: Credentials | null = passage.answer(challenge)
    if (given?.password === world.password) return true
    if (given) given = passage.answer(challenge)
    expect(given).toBeNull()
    if (!(await passage.goOn(URL, signal))) return false
  }
}

describe('a proxy that asks for a password', () => {
  it('gets each that is typed once, and the one that it took with the request', async () => {
    const at = scene('right')
    at.types('wrong', 'wronger', 'right')
    expect(await passes(at)).toBe(true)
    expect(at.attempts).toEqual(['wrong', 'wronger', 'right'])
    expect(
      at.questions.map(({ problem, refusals, username }) => [problem, refusals, username]),
    ).toEqual([
      [null, 0, ''],
      ['refused', 1, 'someone'],
      ['refused', 2, 'someone'],
    ])
    expect(at.world.thanked).toBe(1)
  })

  it('asks once for all requests that wait, and those that come later are not asked', async () => {
    const at = scene('right')
    const waiting = Array.from({ length: 24 }, () => at.signIn.begin())
    for (const one of waiting) expect(one.answer(BASIC)).toBeNull()
    const going = Promise.all(waiting.map((one) => one.goOn(URL)))
    at.types('wrong', 'right')
    expect(new Set(await going)).toEqual(new Set([true]))
    expect(at.questions).toHaveLength(2)
    expect(at.attempts).toEqual(['wrong', 'right'])
    // Chromium is given it by the first that is sent again; another that began with it is sent once more.
    const [first, second] = [at.signIn.begin(), at.signIn.begin()]
    expect(first.answer(BASIC)).toEqual({ username: 'someone', password: 'right' })
    expect(second.answer(BASIC)).toBeNull()
    expect(await second.goOn(URL)).toBe(true)
    expect(at.questions).toHaveLength(2)
  })

  it('is not asked with a password that Chromium has tried in vain, and the person is', async () => {
    const at = scene('right')
    at.types('right')
    const early = at.signIn.begin()
    expect(await passes(at)).toBe(true)
    at.world.password = 'next'
    // It began before Chromium had the password, so nobody knows whether it was tried there.
    expect(early.answer(BASIC)).toBeNull()
    expect(await early.goOn(URL)).toBe(true)
    const late = at.signIn.begin()
    expect(late.answer(BASIC)).toBeNull()
    const going = late.goOn(URL)
    at.types('next')
    expect(await going).toBe(true)
    expect(at.attempts).toEqual(['right', 'next'])
    expect(at.questions.at(-1)?.problem).toBe('ended')
  })

  it('has one that was not tried for a while tried alone, before many requests are', async () => {
    const at = scene('right')
    at.types('right')
    expect(await passes(at)).toBe(true)
    at.world.now = TRUSTED_MS - 1
    await at.signIn.ready(URL)
    expect(at.attempts).toEqual(['right'])
    at.world.now = TRUSTED_MS
    await Promise.all(Array.from({ length: 24 }, () => at.signIn.ready(URL)))
    expect(at.attempts).toEqual(['right', 'right'])
    expect(at.world.forgotten).toBe(0)
    at.world.now = 2 * TRUSTED_MS
    at.world.password = 'next'
    await Promise.all(Array.from({ length: 24 }, () => at.signIn.ready(URL)))
    expect(at.attempts).toEqual(['right', 'right', 'right'])
    expect(at.world.forgotten).toBe(1)
    expect(at.signIn.begin().answer(BASIC)).toBeNull()
  })

  it('sends nothing behind a proof that did not come through, as after a change of network', async () => {
    const at = scene('right')
    at.types('right')
    expect(await passes(at)).toBe(true)
    at.world.now = TRUSTED_MS
    at.world.password = 'next'
    at.world.network = 'net::ERR_NETWORK_CHANGED'
    const early = await Promise.allSettled(Array.from({ length: 24 }, () => at.signIn.ready(URL)))
    expect(new Set(early.map(({ status }) => status))).toEqual(new Set(['rejected']))
    expect(at.attempts).toEqual(['right', 'right'])
    at.world.network = ''
    await Promise.all(Array.from({ length: 24 }, () => at.signIn.ready(URL)))
    expect(at.attempts).toEqual(['right', 'right', 'right'])
    expect(at.signIn.begin().answer(BASIC)).toBeNull()
  })

  it('waits for the proof of a password no longer than the request does', async () => {
    const at = scene('right')
    at.types('right')
    expect(await passes(at)).toBe(true)
    at.world.now = TRUSTED_MS
    const abort = new AbortController()
    const given = at.signIn.ready(URL, abort.signal)
    abort.abort(new Error('given up'))
    await expect(given).rejects.toThrow('given up')
    await at.signIn.ready(URL)
    expect(at.attempts).toEqual(['right', 'right'])
  })

  it('keeps a password that another proxy stood in the way of, and drops one asked for otherwise', async () => {
    const at = scene('right')
    at.types('right')
    expect(await passes(at)).toBe(true)
    at.world.now = TRUSTED_MS
    at.world.verdict = 'not-met'
    await at.signIn.ready(URL)
    expect(at.world.forgotten).toBe(0)
    at.world.verdict = 'asked-otherwise'
    await at.signIn.ready(URL)
    // Chromium would send it all the same: it does not look how it is asked.
    expect(at.world.forgotten).toBe(1)
    at.world.verdict = null
    at.types('right')
    expect(await passes(at)).toBe(true)
    expect(at.questions.map(({ problem }) => problem)).toEqual([null, null])
  })

  it('is not met on another way, which waits for nothing', async () => {
    const at = scene('right', { proxies: ['other.example:80'], direct: false })
    at.types('right')
    expect(await passes(at)).toBe(true)
    at.world.now = TRUSTED_MS
    await at.signIn.ready(URL)
    expect(at.attempts).toEqual(['right'])
  })

  it('gets nothing where it asks in another way or in another name', async () => {
    const at = scene('right')
    at.types('right')
    expect(await passes(at, NTLM)).toBe(true)
    for (const other of [BASIC, { ...NTLM, realm: 'guests' }, { ...NTLM, proxy: 'other:1' }])
      expect(at.signIn.begin().answer(other)).toBeNull()
  })
})

describe('a person who would rather not', () => {
  it('is not asked again before they say so', async () => {
    const at = scene('right')
    at.types(null)
    expect(await passes(at)).toBe(false)
    expect(await passes(at)).toBe(false)
    expect(at.questions).toHaveLength(1)
    at.types('right')
    expect(await at.signIn.askAgain()).toBe(true)
    expect(await passes(at)).toBe(true)
    expect(await at.signIn.askAgain()).toBe(false)
    expect(at.questions).toHaveLength(2)
  })

  it('is asked no more when nobody waits, and anew by whoever comes', async () => {
    const at = scene('right')
    const abort = new AbortController()
    const going = passes(at, BASIC, abort.signal)
    await expect.poll(() => at.questions.length).toBe(1)
    abort.abort(new Error('given up'))
    await expect(going).rejects.toThrow('given up')
    await expect.poll(() => at.world.thanked).toBe(1)
    at.types('right')
    expect(await passes(at)).toBe(true)
  })
})

it('tells what the network says of an attempt, and keeps no password of it', async () => {
  const at = scene('right')
  at.world.network = 'net::ERR_PROXY_CONNECTION_FAILED'
  at.types('right')
  await expect(passes(at)).rejects.toThrow('ERR_PROXY_CONNECTION_FAILED')
  at.world.network = ''
  at.types('right')
  expect(await passes(at)).toBe(true)
  expect(at.questions.map(({ username }) => username)).toEqual(['', 'someone'])
})

it.each([
  [BASIC, undefined, true],
  [BASIC, [BASIC.proxy], false],
  [BASIC, ['other.example:443'], true],
  [NTLM, undefined, false],
  [{ ...BASIC, scheme: 'digest' }, undefined, false],
])('says whether %j can be read behind TLS to %j: %s', async (challenge, encrypted, readable) => {
  const way = { proxies: [BASIC.proxy], direct: false, ...(encrypted ? { encrypted } : {}) }
  const at = scene('right', way)
  at.types('right')
  await passes(at, challenge)
  expect(at.questions[0]?.readable).toBe(readable)
})
