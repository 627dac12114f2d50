import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KNOWN_OPERATIONS, kindOf } from '../../audit/operations.ts'
import { fail } from '../../errors/failure.ts'
import { manualClock } from '../../testing/manual-clock.ts'
import { createShelf, fromShelf, isAhead, OLD_MS, READ_AHEAD, type Shelf } from './shelf.ts'

/** Reads whose answers come when a test says so; each answer is one of its own. */
function far() {
  const asked: {
    readonly key: string
    readonly ahead: boolean
    readonly answered: (how: 'answer' | 'refusal') => void
  }[] = []
  const read = (
    about: string,
    asWhom = 'one',
    {
      signal,
      service = 'iam',
      operation = 'GetRole',
    }: { signal?: AbortSignal; service?: string; operation?: string } = {},
  ): Promise<string> =>
    fromShelf(
      { service, operation, input: { about }, asWhom, signal },
      (ahead) =>
        new Promise((resolve, reject) => {
          const key = `${asWhom} ${about}`
          const place = asked.length
          signal?.addEventListener('abort', () => reject(fail('cancelled')))
          const answered = (how: 'answer' | 'refusal'): void =>
            how === 'answer'
              ? resolve(`${key} ${place}`)
              : reject(new Error(`${key} ${place} refused`))
          asked.push({ key, ahead, answered })
        }),
    )
  return { asked, read, sent: () => asked.map(({ key }) => key) }
}

const shelf = (): Shelf => createShelf(manualClock())
const told = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((error: unknown) => (error instanceof Error ? error.message : ''))

test('what is on it is read, and known to the record as such', () => {
  for (const name of READ_AHEAD) {
    expect(KNOWN_OPERATIONS).toContain(name)
    const [service = '', operation = ''] = name.split(' ')
    expect(['read', 'sign-in']).toContain(kindOf(service, operation))
  }
  expect(READ_AHEAD).not.toContain('sso-oidc CreateToken')
})

describe('a read that was begun ahead', () => {
  test('is taken by the same question, and asked once', async () => {
    const { read, asked, sent } = far()
    const at = shelf()
    const begun = at.ahead(() => read('role'))
    const taken = [at.look(() => read('role')), at.look(() => read('role'))]
    asked[0]?.answered('answer')
    const answers = (await Promise.all(taken)).map(({ value }) => value)
    expect(answers).toEqual(['one role 0', 'one role 0'])
    expect(await begun).toBe('one role 0')
    expect(asked.map(({ ahead }) => ahead)).toEqual([true])
    expect(sent()).toEqual(['one role'])
  })

  test('is nothing to another question, other credentials, or whoever looks beside the pass', async () => {
    const { read, sent } = far()
    const at = shelf()
    void at.ahead(() => read('role'))
    void at.look(() => read('another'))
    void at.look(() => read('role', 'two'))
    void read('role')
    void shelf().look(() => read('role'))
    expect(sent()).toEqual(['one role', 'one another', 'two role', 'one role', 'one role'])
  })

  test('tells its refusal once: whoever tries again asks again', async () => {
    const { read, asked, sent } = far()
    const at = shelf()
    void told(at.ahead(() => read('role')))
    asked[0]?.answered('refusal')
    expect(await told(at.look(() => read('role')))).toBe('one role 0 refused')
    const again = at.look(() => read('role'))
    asked[1]?.answered('answer')
    expect((await again).value).toBe('one role 1')
    expect(sent()).toHaveLength(2)
  })

  test('fails for nobody where nobody takes it, and is given up with the pass', async () => {
    const { read } = far()
    const at = shelf()
    const begun = told(at.ahead(() => read('role', 'one', { signal: at.signal })))
    at.clear()
    expect(await begun).toBe('cancelled')
  })

  test('is asked again by whoever waited for one that was given up', async () => {
    const { read, asked } = far()
    const at = shelf()
    void told(at.ahead(() => read('role', 'one', { signal: at.signal })))
    const looked = at.look(() => read('role'))
    at.clear()
    await Promise.resolve()
    await new Promise((resolve) => setImmediate(resolve))
    asked[1]?.answered('answer')
    expect((await looked).value).toBe('one role 1')
  })

  test('is left by whoever is cancelled, and there for others', async () => {
    const { read, asked, sent } = far()
    const at = shelf()
    void at.ahead(() => read('role'))
    const stop = new AbortController()
    const stopped = at.look(() => read('role', 'one', { signal: stop.signal }))
    const other = at.look(() => read('role'))
    stop.abort()
    expect(await told(stopped)).toContain('cancelled')
    asked[0]?.answered('answer')
    expect((await other).value).toBe('one role 0')
    expect(sent()).toHaveLength(1)
  })

  test('counts as of when it was asked for', async () => {
    const clock = manualClock()
    const at = createShelf(clock)
    const { read, asked } = far()
    const began = clock.now()
    void at.ahead(() => read('role'))
    await clock.advance(5000)
    const looked = at.look(() => Promise.all([read('role'), read('more')]))
    for (const { answered } of asked) answered('answer')
    expect((await looked).asOf).toBe(began)
    expect((await at.look(async () => 'nothing')).asOf).toBe(Infinity)
  })

  test('is asked anew by whoever comes much later: the computer slept meanwhile', async () => {
    const clock = manualClock()
    const at = createShelf(clock)
    const { read, asked, sent } = far()
    void at.ahead(() => read('role'))
    asked[0]?.answered('answer')
    await clock.advance(OLD_MS)
    expect((await at.look(() => read('role'))).value).toBe('one role 0')
    await clock.advance(1)
    const late = at.look(() => read('role'))
    asked[1]?.answered('answer')
    expect(await late).toEqual({ value: 'one role 1', asOf: clock.now() })
    expect(sent()).toHaveLength(2)
  })

  test('of credentials is taken once: AWS may say of the first ones that they have expired', async () => {
    const { read, sent } = far()
    const at = shelf()
    const more = { service: 'sso', operation: 'GetRoleCredentials' }
    void at.ahead(() => read('role', '', more))
    void at.look(() => read('role', '', more))
    void at.look(() => read('role', '', more))
    void at.look(() => read('role', '', more))
    expect(sent()).toHaveLength(3)
  })
})

test('what may change something is always asked, and never marked', async () => {
  const { read, asked } = far()
  const at = shelf()
  const more = { service: 'cloudformation', operation: 'CreateStack' }
  void at.ahead(() => read('stack', 'one', more))
  void at.look(() => read('stack', 'one', more))
  expect(asked.map(({ ahead }) => ahead)).toEqual([false, false])
  expect(
    await at.ahead(async () => [
      isAhead({ service: 'iam', operation: 'GetRole' }),
      isAhead({ service: 'cloudformation', operation: 'CreateStack' }),
    ]),
  ).toEqual([true, false])
})

const ABOUT = fc.constantFrom('a', 'b')
const WHO = fc.constantFrom('one', 'two')
const EVENT = fc.oneof(
  fc.record({ kind: fc.constantFrom('ahead', 'look', 'beside'), about: ABOUT, who: WHO }),
  fc.record({ kind: fc.constantFrom('answer', 'refusal'), place: fc.nat(12) }),
  fc.record({ kind: fc.constant('anew') }),
)

test('whatever is begun, taken and thrown away in whatever order, an answer is to one’s own question, asked in one’s own pass', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(EVENT, { maxLength: 40 }), async (events) => {
      const { read, asked } = far()
      let at = shelf()
      /** How many questions had been asked when the pass began. */
      let since = 0
      const looks: Promise<void>[] = []
      for (const event of events) {
        if ('place' in event) asked[event.place]?.answered(event.kind)
        else if (!('about' in event)) {
          at.clear()
          at = shelf()
          since = asked.length
        } else if (event.kind === 'ahead') void told(at.ahead(() => read(event.about, event.who)))
        else {
          const from = event.kind === 'look' ? since : asked.length
          const work = (): Promise<string> => read(event.about, event.who)
          const looking = event.kind === 'look' ? at.look(work) : work()
          const judged = told(Promise.resolve(looking)).then((found) => {
            const text = typeof found === 'string' ? found : JSON.stringify(found)
            const [, who, about, place] = /(\w+) ([ab]) (\d+)/.exec(text) ?? []
            expect([who, about]).toEqual([event.who, event.about])
            expect(Number(place)).toBeGreaterThanOrEqual(from)
          })
          looks.push(judged)
        }
        await new Promise((resolve) => setImmediate(resolve))
      }
      for (let place = 0; place < asked.length; place += 1) {
        asked[place]?.answered('answer')
        await new Promise((resolve) => setImmediate(resolve))
      }
      await Promise.all(looks)
    }),
    { numRuns: 60 },
  )
})
