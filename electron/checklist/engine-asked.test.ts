import { describe, expect, it } from 'vitest'
import type { Status } from '../contract/status.ts'
import { noChoices } from './state-file.ts'
import { checklist, done, todo } from '../testing/checklist.ts'

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
