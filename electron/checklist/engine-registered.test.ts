import { describe, expect, it } from 'vitest'
import type { StepCommand } from '../contract/commands.ts'
import type { StepId } from '../contract/steps.ts'
import { fail } from '../errors/failure.ts'
import { noChoices, type Choices } from './state-file.ts'
import { checklist, done, todo } from '../testing/checklist.ts'

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
