import { describe, expect, it } from 'vitest'
import type { Status } from '../contract/status.ts'
import { fail } from '../errors/failure.ts'
import { noChoices, type Choices } from './state-file.ts'
import { checklist, done, todo } from '../testing/checklist.ts'

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
