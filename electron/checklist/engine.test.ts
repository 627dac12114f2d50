import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fromShelf } from '../aws/client/shelf.ts'
import type { Status } from '../contract/status.ts'
import { fail } from '../errors/failure.ts'
import { unverified } from './outcome.ts'
import type { StepContext } from './step.ts'
import { checklist, done, todo, type TestStep } from '../testing/checklist.ts'

describe('answers on the spot', () => {
  it('show what they have changed, also when a look that knew nothing of it ended meanwhile', async () => {
    let named = ''
    const asked = (): Status => ({
      kind: 'todo',
      ask: { step: 'plan', managedBy: null, mspAccountId: named },
    })
    let openGate = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      openGate = resolve
    })
    const choose = async (): Promise<Status> => {
      await gate
      named = '123456789012'
      return asked()
    }
    const { engine } = checklist([
      { id: 'plan', check: () => Promise.resolve(asked()), instant: { choose } },
    ])
    await engine.start()
    await engine.idle()
    const answer = engine.command({
      step: 'plan',
      action: 'choose',
      managedBy: 'us',
      mspAccountId: '',
    })
    await engine.command({ step: 'plan', action: 'check' })
    await engine.idle()
    openGate()
    await answer
    await engine.idle()
    expect(engine.steps()[0]?.status).toEqual({
      kind: 'todo',
      ask: { step: 'plan', managedBy: null, mspAccountId: '123456789012' },
    })
  })
})

describe('checking', () => {
  it('runs every check whose needs are met at once, and the others after them', async () => {
    const order: string[] = []
    let openGate = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      openGate = resolve
    })
    const check = (id: string, wait: Promise<void>) => async () => {
      order.push(`${id} begins`)
      await wait
      order.push(`${id} ends`)
      return done()
    }
    const { engine, kinds } = checklist([
      { id: 'plan', check: check('plan', gate) },
      { id: 'template', check: check('template', gate) },
      { id: 'sign-in', needs: ['plan'], check: check('sign-in', Promise.resolve()) },
    ])
    await engine.start()
    expect(order).toEqual(['plan begins', 'template begins'])
    expect(kinds()).toBe('checking checking waiting')
    openGate()
    await engine.idle()
    expect(order.at(-1)).toBe('sign-in ends')
    expect(kinds()).toBe('done done done')
  })

  it('turns whatever a check throws into data, with its cause', async () => {
    const { engine } = checklist([
      { id: 'plan', check: () => Promise.reject(new TypeError('odd')) },
    ])
    await engine.start()
    await engine.idle()
    expect(engine.steps()[0]?.status).toMatchObject({
      kind: 'failed',
      error: { code: 'unexpected', detail: { message: 'odd' } },
    })
  })

  it('skips what does not apply, and what rests on it goes on', async () => {
    const { engine, kinds } = checklist([
      { id: 'bucket', appliesTo: () => ({ skip: 'msp-keeps-bucket' }) },
      { id: 'stack', needs: ['bucket'] },
    ])
    await engine.start()
    await engine.idle()
    expect(kinds()).toBe('skipped done')
  })

  it('looks again at a pending step when its time has come, without showing a check', async () => {
    let looks = 0
    const { engine, clock, kinds, seen } = checklist([
      {
        id: 'stack',
        check: ({ clock }) => {
          looks += 1
          return Promise.resolve<Status>(
            looks === 3
              ? done()
              : {
                  kind: 'pending',
                  blocks: true,
                  lookAgainAt: clock.now() + 3000,
                  progress: { kind: 'working', doing: 'checking' },
                },
          )
        },
      },
      { id: 'registration', needs: ['stack'] },
    ])
    await engine.start()
    await engine.idle()
    expect(kinds()).toBe('pending waiting')
    await clock.advance(2999)
    expect(looks).toBe(1)
    await clock.advance(1)
    await engine.idle()
    expect(looks).toBe(2)
    await clock.advance(3000)
    await engine.idle()
    expect(kinds()).toBe('done done')
    expect(seen.filter((row) => row.startsWith('checking'))).toHaveLength(1)
  })

  it('does not hold up others with a wait that blocks nobody', async () => {
    const { engine, kinds } = checklist([
      {
        id: 'bucket',
        check: ({ clock }) =>
          Promise.resolve<Status>({
            kind: 'pending',
            blocks: false,
            lookAgainAt: clock.now() + 1000,
            progress: {
              kind: 'delivery',
              awaited: 'first',
              dueAt: 0,
              overdue: false,
              evidence: [],
            },
          }),
      },
      { id: 'stack', needs: ['bucket'] },
    ])
    await engine.start()
    await engine.idle()
    expect(kinds()).toBe('pending done')
    engine.stop()
  })
})

describe('acting', () => {
  const chosen = ({ choices }: StepContext): Promise<Status> =>
    Promise.resolve(choices().plan ? done(choices().plan?.managedBy) : todo)
  const plan: TestStep = {
    id: 'plan',
    needs: [],
    appliesTo: () => null,
    check: chosen,
    act: ({ remember }) => remember({ plan: { managedBy: 'us', mspAccountId: '' } }),
  }
  const choose = {
    step: 'plan',
    action: 'choose',
    managedBy: 'us',
    mspAccountId: '',
  } as const

  it('checks after every act, and saves what was chosen', async () => {
    const { engine, saves, kinds } = checklist([plan, { id: 'template', needs: ['plan'] }])
    await engine.start()
    await engine.idle()
    expect(kinds()).toBe('todo waiting')
    expect(await engine.command(choose)).toEqual({ accepted: true })
    await engine.idle()
    expect(kinds()).toBe('done done')
    expect(saves.at(-1)?.plan).toEqual({ managedBy: 'us', mspAccountId: '' })
  })

  it('is not done because an act returned: the check decides', async () => {
    const { engine, kinds } = checklist([{ ...plan, act: () => Promise.resolve() }])
    await engine.start()
    await engine.idle()
    await engine.command(choose)
    await engine.idle()
    expect(kinds()).toBe('todo')
  })

  it('shows an error about a field beside it, with the form still there', async () => {
    const refuse = (): Promise<void> =>
      Promise.reject(fail('msp-account-invalid', { typed: '12' }, { field: 'mspAccountId' }))
    const { engine } = checklist([{ ...plan, act: refuse }])
    await engine.start()
    await engine.idle()
    await engine.command(choose)
    await engine.idle()
    expect(engine.steps()[0]?.status).toMatchObject({
      ...todo,
      problem: { code: 'msp-account-invalid', field: 'mspAccountId' },
    })
  })

  it('has chosen nothing when the choice could not be saved', async () => {
    const { engine, disk } = checklist([plan])
    await engine.start()
    await engine.idle()
    disk.full = true
    await engine.command(choose)
    await engine.idle()
    expect(engine.choices().plan).toBeNull()
    expect(engine.steps()[0]?.status).toMatchObject({ error: { code: 'disk-write-failed' } })
  })

  it.each([
    fail('set-by-organization', { setting: 'AllowedSignInWays', value: 'portal' }),
    fail('aws-denied', { operation: 'DescribeReportDefinitions' }),
  ])('leaves what was told by hand as it is when a command is refused: %s', async (refusal) => {
    const told = unverified(0, [{ id: 'account', value: '418207315602' }])
    const { engine, kinds } = checklist([
      { ...plan, check: () => Promise.resolve(told), act: () => Promise.reject(refusal) },
      { id: 'template', needs: ['plan'] },
    ])
    await engine.start()
    await engine.idle()
    await engine.command(choose)
    await engine.idle()
    expect(engine.steps()[0]?.status).toEqual({ ...told, refused: refusal.error })
    expect(kinds()).toBe('pending done')
    await engine.command({ step: 'plan', action: 'check' })
    await engine.idle()
    expect(engine.steps()[0]?.status).toEqual(told)
  })

  it('goes on waiting for an MSP whatever is refused meanwhile', async () => {
    const refusal = fail('set-by-organization', { setting: 'AllowSpotApi', value: '' })
    const ask = {
      step: 'cost-report',
      stage: 'ask-msp',
      request: { accountId: '418207315602', accountName: '', mspAccountId: '' },
      asked: null,
      answer: { bucketName: '', prefix: '', mspAccountId: '' },
      found: [],
      unread: null,
    } as const
    const waits = {
      kind: 'pending',
      blocks: true,
      lookAgainAt: null,
      progress: { kind: 'asked-msp', ask },
    } as const
    const { engine } = checklist([
      { ...plan, check: () => Promise.resolve(waits), act: () => Promise.reject(refusal) },
    ])
    await engine.start()
    await engine.idle()
    await engine.command(choose)
    await engine.idle()
    expect(engine.steps()[0]?.status).toEqual({ ...waits, refused: refusal.error })
  })

  it('goes back to the question when cancelled', async () => {
    const { engine, kinds } = checklist([
      {
        ...plan,
        act: ({ signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason))
          }),
      },
    ])
    await engine.start()
    await engine.idle()
    await engine.command(choose)
    expect(kinds()).toBe('acting')
    expect((await engine.command(choose)).accepted).toBe(false)
    await engine.command({ step: 'plan', action: 'cancel' })
    await engine.idle()
    expect(engine.steps()[0]?.status).toEqual(todo)
  })

  it('refuses a command for a step whose turn has not come', async () => {
    const { engine } = checklist([plan, { id: 'template', needs: ['plan'] }])
    await engine.start()
    await engine.idle()
    const reply = await engine.command({ step: 'template', action: 'use-built-in' })
    expect(reply).toMatchObject({ accepted: false, error: { code: 'not-now' } })
  })
})

describe('a vault that is locked', () => {
  it('keeps the command and repeats it once the vault is settled', async () => {
    let locked = true
    let signedIn = false
    const { engine, kinds } = checklist([
      {
        id: 'sign-in',
        check: () => Promise.resolve(signedIn ? done() : todo),
        act: () => {
          if (locked) return Promise.reject(fail('vault-locked', { reason: 'locked' }))
          signedIn = true
          return Promise.resolve()
        },
      },
    ])
    await engine.start()
    await engine.idle()
    await engine.command({ step: 'sign-in', action: 'sign-in-again' })
    await engine.idle()
    expect(kinds()).toBe('failed')
    locked = false
    engine.resumeInterrupted()
    await engine.idle()
    expect(kinds()).toBe('done')
  })
})

describe('what checks of one pass have read', () => {
  /** A read that several steps make in the same words; each answer is one of its own. */
  function sharedRead() {
    const answers: number[] = []
    const question = { service: 'iam', operation: 'GetRole', input: {}, asWhom: 'one' }
    const read = (): Promise<number> =>
      fromShelf({ ...question, signal: undefined }, async () => answers.push(answers.length))
    return { answers, read }
  }

  it('is not used by what rests on something that came about after it', async () => {
    const { answers, read } = sharedRead()
    const world = { isThere: false, ends: (): void => undefined }
    const lasting = new Promise<void>((resolve) => (world.ends = resolve))
    const { engine, clock, kinds } = checklist([
      {
        id: 'cost-report',
        async check() {
          await read()
          await lasting
          return done()
        },
      },
      {
        id: 'stack',
        async check() {
          if (world.isThere) return done()
          const progress = { kind: 'working', doing: 'waiting-for-role' } as const
          return { kind: 'pending', blocks: true, lookAgainAt: clock.now() + 1000, progress }
        },
      },
      { id: 'registration', needs: ['stack'], check: async () => done(String(await read())) },
    ])
    await engine.start()
    await turnOfTheLoop()
    expect([kinds(), answers.length]).toEqual(['checking pending waiting', 1])
    world.isThere = true
    await clock.advance(1000)
    await turnOfTheLoop()
    expect([kinds(), answers.length]).toEqual(['checking done done', 2])
    world.ends()
    await engine.idle()
  })

  it('is begun ahead after a sign-in, although another step was looked at meanwhile', async () => {
    const begun: boolean[] = []
    const world = { ends: (): void => undefined }
    const lasting = new Promise<void>((resolve) => (world.ends = resolve))
    const { engine } = checklist([
      {
        id: 'sign-in',
        act: () => lasting,
        async lead({ signal }) {
          begun.push(signal.aborted)
          return null
        },
      },
      { id: 'plan' },
    ])
    await engine.start()
    await engine.idle()
    begun.length = 0
    await engine.command({ step: 'sign-in', action: 'sign-in-again' })
    await engine.command({ step: 'plan', action: 'check' })
    await turnOfTheLoop()
    world.ends()
    await engine.idle()
    expect(begun).toEqual([false])
  })
})
