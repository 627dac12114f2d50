import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { fromShelf } from '../aws/client/shelf.ts'
import type { StepCommand } from '../contract/commands.ts'
import type { Status } from '../contract/status.ts'
import type { StepId } from '../contract/steps.ts'
import { fail } from '../errors/failure.ts'
import { createEngine, type Engine } from './engine.ts'
import { unverified } from './outcome.ts'
import { manualClock } from '../testing/manual-clock.ts'
import { noChoices, type Choices, type StateFile } from './state-file.ts'
import type { ActContext, AnyStep, Services, StepContext } from './step.ts'

const done = (value = 'x'): Status => ({
  kind: 'done',
  at: 0,
  evidence: [{ id: 'account', value }],
})
const todo: Status = {
  kind: 'todo',
  ask: { step: 'plan', managedBy: null, mspAccountId: '' },
}

/** A step with one answer to every command that changes something. */
type TestStep = Partial<Pick<AnyStep, 'needs' | 'appliesTo' | 'check' | 'lead' | 'instant'>> & {
  readonly id: StepId
  readonly act?: (context: ActContext, command: StepCommand) => Promise<void>
}

const ACTIONS = ['choose', 'change', 'sign-in-again', 'create', 'repair', 'start']

/** Steps whose outcome a test sets, in a checklist whose services are never touched. */
function checklist(
  steps: readonly TestStep[],
  saved = noChoices,
  handOver: Services['handOver'] = () => Promise.resolve('request.html'),
  isTodays = true,
) {
  const clock = manualClock()
  const saves: Choices[] = []
  const seen: string[] = []
  const disk = { full: false }
  const stateFile: StateFile = {
    load: () => Promise.resolve({ choices: saved, setAside: null, isTodays }),
    save: (choices) => {
      if (disk.full)
        return Promise.reject(fail('disk-write-failed', { file: 'state.json', reason: 'ENOSPC' }))
      saves.push(choices)
      return Promise.resolve()
    },
  }
  const engine: Engine = createEngine({
    steps: steps.map(({ act = () => Promise.resolve(), ...step }) => ({
      needs: [],
      appliesTo: () => null,
      check: () => Promise.resolve(done()),
      answers: Object.fromEntries(ACTIONS.map((action) => [action, act])),
      instant: {},
      ...step,
    })),
    services: servicesWith(clock, handOver),
    stateFile,
    onChange: () => seen.push(kinds()),
  })
  const kinds = (): string =>
    engine
      .steps()
      .map(({ status }) => status.kind)
      .join(' ')
  return { engine, clock, saves, seen, kinds, disk }
}

/** Only the clock and the file for somebody else: an engine test has no AWS, and a step that reaches for it fails loudly. */
function servicesWith(clock: Services['clock'], handOver: Services['handOver']): Services {
  const absent = (): never => {
    throw new Error('no service in an engine test')
  }
  const none = new Proxy({}, { get: absent })
  return new Proxy(
    { clock, handOver },
    {
      get: (known, name) => (name === 'clock' || name === 'handOver' ? known[name] : none),
      ownKeys: () => ['clock', 'handOver'],
    },
  ) as unknown as Services
}

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

describe('a sign-in that ends in the middle', () => {
  it('is told by the step that met it, and that step goes on after signing in again', async () => {
    let signedIn = true
    let created = 0
    const { engine, kinds } = checklist([
      {
        id: 'sign-in',
        check: () => Promise.resolve(signedIn ? done() : todo),
        act: () => {
          signedIn = true
          return Promise.resolve()
        },
      },
      {
        id: 'stack',
        needs: ['sign-in'],
        check: () => Promise.resolve(created > 0 ? done() : todo),
        act: () => {
          if (!signedIn) return Promise.reject(fail('sign-in-ended', { startUrl: '' }))
          created += 1
          return Promise.resolve()
        },
      },
      { id: 'registration', needs: ['stack'] },
    ])
    await engine.start()
    await engine.idle()
    signedIn = false
    await engine.command({ step: 'stack', action: 'change' })
    await engine.idle()
    expect(kinds()).toBe('todo failed waiting')
    expect(engine.steps()[1]?.status).toMatchObject({ error: { code: 'sign-in-ended' } })
    await engine.command({ step: 'sign-in', action: 'sign-in-again' })
    await engine.idle()
    expect(kinds()).toBe('done done done')
    expect(created).toBe(1)
  })
})

describe('what was proven before a sign-in ended', () => {
  const account = (id: string) => ({ id, name: '', email: '' })

  /** A sign-in, what rests on it, and what rests on that; `now` says what they find. */
  function proven() {
    const now = { signIn: done(), report: done() }
    const { engine } = checklist(
      [
        {
          id: 'sign-in',
          check: () => Promise.resolve(now.signIn),
          act: () => {
            now.signIn = done()
            return Promise.resolve()
          },
        },
        { id: 'cost-report', needs: ['sign-in'], check: () => Promise.resolve(now.report) },
        { id: 'bucket', needs: ['cost-report'] },
      ],
      { ...noChoices, account: account('111122223333') },
    )
    const earlier = () => engine.steps().map((view) => view.earlier?.kind ?? view.status.kind)
    const look = async (step: 'sign-in' | 'cost-report') => {
      await engine.command({ step, action: 'check' })
      await engine.idle()
    }
    return { engine, now, earlier, look }
  }
  const ended: Status = { kind: 'failed', error: { code: 'sign-in-ended', facts: {} } }

  it('is still known, is no proof, and is read again after the next one', async () => {
    const { engine, now, earlier, look } = proven()
    await engine.start()
    await engine.idle()
    expect(engine.steps().every(({ earlier: before }) => before === undefined)).toBe(true)
    now.signIn = ended
    await look('sign-in')
    expect(earlier()).toEqual(['done', 'done', 'done'])
    expect(engine.steps().map(({ status }) => status.kind)).toEqual([
      'failed',
      'waiting',
      'waiting',
    ])
    await engine.command({ step: 'sign-in', action: 'sign-in-again' })
    await engine.idle()
    expect(engine.steps().map(({ status }) => status.kind)).toEqual(['done', 'done', 'done'])
  })

  it('is claimed no more once a look has found otherwise, nor for another account', async () => {
    const { engine, now, earlier, look } = proven()
    await engine.start()
    await engine.idle()
    now.report = { kind: 'failed', error: { code: 'report-gone', facts: { report: 'r' } } }
    await look('cost-report')
    expect(earlier()).toEqual(['done', 'failed', 'waiting'])
    now.signIn = ended
    await look('sign-in')
    expect(earlier()).toEqual(['done', 'waiting', 'waiting'])
    await engine.remember({ account: account('444455556666') })
    expect(earlier()).toEqual(['failed', 'waiting', 'waiting'])
  })
})

describe('what was proven before the app was started', () => {
  const plan = { managedBy: 'us', mspAccountId: '' } as const
  const payer = { id: '111122223333', name: '', email: '' }
  const inOrder = { ...noChoices, plan, account: payer }
  const ended: Status = { kind: 'failed', error: { code: 'sign-in-ended', facts: {} } }
  const signedOut: Status = {
    kind: 'todo',
    ask: {
      step: 'sign-in',
      stage: 'start',
      startUrl: '',
      region: '',
      method: 'browser',
      deviceAllowed: true,
      ways: ['portal'],
      elsewhereAllowed: true,
      goesOnUntil: null,
      regions: [],
      refusedRegions: [],
      found: null,
      profiles: null,
      profileFolder: '',
      way: 'portal',
      profile: '',
    },
  }
  const delivered: Status = {
    kind: 'pending',
    blocks: false,
    lookAgainAt: null,
    progress: { kind: 'delivery', awaited: 'first', dueAt: 9, overdue: false, evidence: [] },
  }

  /** One run of the app on what the run before has saved. */
  function run(saved: Choices, signIn: Status, isTodays = true) {
    const now = { signIn, report: done() }
    const made = checklist(
      [
        { id: 'plan' },
        { id: 'sign-in', needs: ['plan'], check: () => Promise.resolve(now.signIn) },
        { id: 'cost-report', needs: ['sign-in'], check: () => Promise.resolve(now.report) },
        { id: 'bucket', needs: ['cost-report'], check: () => Promise.resolve(delivered) },
      ],
      saved,
      undefined,
      isTodays,
    )
    const shown = () =>
      made.engine
        .steps()
        .map(({ status, earlier }) => `${status.kind} ${earlier?.kind ?? ''}`.trim())
    const start = async () => {
      await made.engine.start()
      await made.engine.idle()
      return made.saves.at(-1) ?? saved
    }
    return { ...made, now, shown, start }
  }
  const proven = () => run(inOrder, done()).start()

  it('is kept without its evidence, and only of what takes a sign-in to look at', async () => {
    expect((await proven()).provenEarlier).toEqual({
      accountId: payer.id,
      ...plan,
      steps: [
        { id: 'sign-in', kind: 'done', at: 0 },
        { id: 'cost-report', kind: 'done', at: 0 },
        { id: 'bucket', kind: 'delivery', at: 9 },
      ],
    })
  })

  it.each([
    ['has ended', ended, 'failed'],
    ['was kept nowhere', signedOut, 'todo'],
  ] as const)('is shown while a sign-in %s, and no step rests on it', async (_, signIn, kind) => {
    const next = run(await proven(), signIn)
    await next.start()
    expect(next.shown()).toEqual(['done', `${kind} done`, 'waiting done', 'waiting delivery'])
    // Nor is it forgotten by a start at which nobody could look.
    expect(next.saves).toEqual([])
    next.now.signIn = done()
    await next.engine.command({ step: 'sign-in', action: 'sign-in-again' })
    await next.engine.idle()
    expect(next.shown()).toEqual(['done', 'done', 'done', 'pending'])
  })

  it('is not shown of another account or under another plan', async () => {
    const saved = await proven()
    const others: Partial<Choices>[] = [
      { account: { ...payer, id: '444455556666' } },
      { account: null },
      { plan: { managedBy: 'msp', mspAccountId: '' } },
      { byHand: true },
    ]
    for (const other of others) {
      const next = run({ ...saved, ...other }, ended)
      await next.start()
      expect(next.shown()).toEqual(['done', 'failed', 'waiting', 'waiting'])
    }
  })

  it('is kept no more once a look has found otherwise', async () => {
    const next = run(await proven(), done())
    next.now.report = { kind: 'failed', error: { code: 'report-gone', facts: { report: 'r' } } }
    const saved = await next.start()
    expect(saved.provenEarlier?.steps.map(({ id }) => id)).toEqual(['sign-in', 'bucket'])
    const last = run(saved, ended)
    await last.start()
    expect(last.shown()).toEqual(['done', 'failed done', 'waiting', 'waiting'])
  })

  it('writes nothing for a look that finds the same, nor over a file of an earlier version', async () => {
    const same = run(await proven(), done())
    await same.start()
    expect(same.saves).toEqual([])
    const earlier = run(inOrder, done(), false)
    await earlier.start()
    expect(earlier.saves).toEqual([])
    // With the next choice it goes along.
    await earlier.engine.remember({ label: 'Northwind' })
    expect(earlier.saves.at(-1)?.provenEarlier?.steps).toHaveLength(3)
  })

  it('spoils no proof where the disk is full, and goes along with the next choice', async () => {
    const full = run(inOrder, done())
    full.disk.full = true
    await full.start()
    expect(full.shown()).toEqual(['done', 'done', 'done', 'pending'])
    full.disk.full = false
    await full.engine.remember({ label: 'Northwind' })
    expect(full.saves.at(-1)?.provenEarlier?.steps).toHaveLength(3)
  })

  it('is gone with what was taken back', async () => {
    const next = run(await proven(), done())
    await next.start()
    next.now.signIn = ended
    await next.engine.forgetCreated()
    await next.engine.idle()
    expect(next.shown()).toEqual(['done', 'failed', 'waiting', 'waiting'])
    expect(next.saves.at(-1)?.provenEarlier).toBeNull()
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

describe('a registered connection', () => {
  it('shows its record and asks nobody', async () => {
    const evidence = [{ id: 'account', value: '418207315602', copy: true }]
    const { engine, kinds } = checklist(
      [
        { id: 'sign-in', check: () => Promise.reject(new Error('asked')) },
        { id: 'registration', check: () => Promise.reject(new Error('asked')) },
      ],
      {
        ...noChoices,
        registered: {
          way: 'spot-api',
          at: 5,
          evidence,
          steps: [{ id: 'sign-in', kind: 'done', at: 4, evidence }],
          summaryFile: '',
          wiped: true,
          sent: null,
          confirmedAt: null,
        },
      },
    )
    await engine.start()
    await engine.idle()
    expect(kinds()).toBe('done done')
    expect(engine.steps()[0]?.status).toEqual({ kind: 'done', at: 4, evidence })
  })
})

describe('asking somebody else', () => {
  const handOver = { step: 'plan', action: 'hand-over', language: 'en' } as const

  it('waits for them, looks again by itself, and takes up what they did', async () => {
    let found: Status = todo
    const { engine, clock, saves } = checklist([{ id: 'plan', check: async () => found }])
    await engine.start()
    await engine.idle()
    await engine.command(handOver)
    await engine.idle()
    expect(engine.steps()[0]?.status).toEqual({
      kind: 'pending',
      blocks: true,
      lookAgainAt: clock.now() + 60_000,
      progress: {
        kind: 'handed-over',
        at: clock.now(),
        file: 'request.html',
        steps: ['plan'],
        found: null,
      },
    })
    expect(saves.at(-1)?.handedOver).toEqual([
      { step: 'plan', accountId: '', at: clock.now(), file: 'request.html', present: [] },
    ])
    found = done()
    await clock.advance(60_000)
    await engine.idle()
    expect(engine.steps()[0]?.status.kind).toBe('done')
    expect(saves.at(-1)?.handedOver).toEqual([])
  })

  it('looks at once when the window comes to the front', async () => {
    let found: Status = todo
    const { engine, clock, kinds } = checklist([{ id: 'plan', check: async () => found }])
    await engine.start()
    await engine.idle()
    await engine.command(handOver)
    await engine.idle()
    found = done()
    // Whoever goes to and fro between windows does not ask AWS each time.
    engine.lookAtHandedOver()
    await engine.idle()
    expect(kinds()).toBe('pending')
    await clock.advance(10_000)
    engine.lookAtHandedOver()
    await engine.idle()
    expect(kinds()).toBe('done')
  })

  it('is no longer asked after the person does it themselves', async () => {
    const { engine, kinds, saves } = checklist([{ id: 'plan', check: async () => todo }])
    await engine.start()
    await engine.idle()
    await engine.command(handOver)
    await engine.idle()
    await engine.command({ step: 'plan', action: 'take-back' })
    await engine.idle()
    expect(kinds()).toBe('todo')
    expect(saves.at(-1)?.handedOver).toEqual([])
  })

  it('asks nobody when the file was not saved', async () => {
    const { engine, kinds, saves } = checklist(
      [{ id: 'plan', check: async () => todo }],
      noChoices,
      () => Promise.resolve(null),
    )
    await engine.start()
    await engine.idle()
    await engine.command(handOver)
    await engine.idle()
    expect(kinds()).toBe('todo')
    expect(saves).toEqual([])
  })

  it('shows a sign-in that ended here as what it is: they cannot mend that', async () => {
    const ended: Status = { kind: 'failed', error: { code: 'sign-in-ended', facts: {} } }
    const { engine, kinds } = checklist(
      [{ id: 'sign-in' }, { id: 'stack', check: async () => ended }],
      {
        ...noChoices,
        handedOver: [{ step: 'stack', accountId: '', at: 0, file: 'request.html', present: [] }],
      },
    )
    await engine.start()
    await engine.idle()
    expect(kinds()).toBe('done failed')
  })
})

describe('a registered connection', () => {
  const registered: NonNullable<Choices['registered']> = {
    way: 'spot-api',
    at: 5,
    evidence: [],
    summaryFile: '',
    wiped: true,
    sent: null,
    confirmedAt: null,
    steps: [
      {
        id: 'plan',
        kind: 'done',
        at: 1,
        evidence: [{ id: 'account', value: 'then', copy: false }],
      },
    ],
  }
  const saved = { ...noChoices, registered }

  it('is shown as it was, until it is reopened, and as it was found after closing', async () => {
    let checks = 0
    const { engine, saves } = checklist(
      [
        {
          id: 'plan',
          check: async () => {
            checks += 1
            return done('now')
          },
        },
        { id: 'registration', needs: ['plan'] },
      ],
      saved,
    )
    const shown = (): unknown => engine.steps().map(({ status }) => status)
    await engine.start()
    await engine.idle()
    expect(checks).toBe(0)
    expect(shown()).toMatchObject([{ evidence: [{ value: 'then' }] }, { kind: 'done', at: 5 }])

    engine.reopen()
    await engine.idle()
    expect(checks).toBe(1)
    expect(shown()).toMatchObject([{ evidence: [{ value: 'now' }] }, { kind: 'done', at: 5 }])
    expect(saves.at(-1)?.registered?.steps).toMatchObject([{ evidence: [{ value: 'now' }] }])

    engine.close()
    await engine.idle()
    expect(checks).toBe(1)
    expect(shown()).toMatchObject([{ evidence: [{ value: 'now' }] }, { kind: 'done', at: 5 }])
  })

  it('takes commands for its steps only while it is reopened, none that would register another account', async () => {
    const acted: string[] = []
    const act = async (_: unknown, { step }: { step: string }): Promise<void> => {
      acted.push(step)
    }
    const { engine } = checklist(
      [
        { id: 'plan', act },
        { id: 'bucket', act },
        { id: 'registration', act },
      ],
      saved,
    )
    const commands: Readonly<Record<string, StepCommand>> = {
      plan: { step: 'plan', action: 'change' },
      bucket: { step: 'bucket', action: 'repair', reviewed: '' },
      registration: { step: 'registration', action: 'check' },
    }
    const refusalOf = async (step: StepId): Promise<string> => {
      const command = commands[step]
      if (!command) return expect.unreachable()
      const reply = await engine.command(command)
      return reply.accepted ? '' : reply.error.code
    }
    await engine.start()
    expect(await refusalOf('bucket')).toBe('not-now')
    engine.reopen()
    await engine.idle()
    expect(await refusalOf('bucket')).toBe('')
    expect(await refusalOf('plan')).toBe('registered')
    expect(await refusalOf('registration')).toBe('not-now')
    await engine.idle()
    expect(acted).toEqual(['bucket'])
  })

  it('shows what is taken back as it was proven, and lets nobody but the sign-in be asked', async () => {
    const back = {
      accountId: '1',
      at: 7,
      removed: [],
      left: [],
      steps: saved.registered?.steps ?? [],
    }
    let checks = 0
    const { engine, kinds, saves } = checklist(
      [
        {
          id: 'sign-in',
          check: async () => {
            checks += 1
            return todo
          },
        },
        {
          id: 'stack',
          check: async () => ({ kind: 'failed', error: fail('busy', { step: 'stack' }).error }),
        },
        { id: 'registration' },
      ],
      saved,
    )
    await engine.start()
    engine.reopen()
    await engine.idle()
    await engine.takenBack(back)
    await engine.idle()
    expect(kinds().split(' ').slice(1)).toEqual([expect.not.stringContaining('failed'), 'done'])
    expect(checks).toBe(1)
    expect(saves.at(-1)?.disconnected).toEqual(back)
    const reply = await engine.command({ step: 'stack', action: 'check' })
    expect(reply).toMatchObject({ accepted: false, error: { code: 'not-now' } })
    engine.close()
    await engine.idle()
    expect(kinds()).not.toContain('todo')
    await engine.takenBack(null)
    await engine.idle()
    expect(kinds().split(' ')[1]).toBe('failed')
  })

  it('begins anew, with the same account, after everything was removed', async () => {
    const account = { id: '418207315602', name: 'Acme', email: '' }
    const { engine, kinds, saves } = checklist(
      [{ id: 'plan', check: async () => todo }, { id: 'registration' }],
      { ...saved, account, begunBucket: { accountId: '1', bucketName: 'b' } },
    )
    await engine.start()
    engine.reopen()
    await engine.idle()
    await engine.forgetCreated()
    await engine.idle()
    expect(kinds()).toBe('todo done')
    expect(saves.at(-1)).toEqual({ ...noChoices, account })
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
