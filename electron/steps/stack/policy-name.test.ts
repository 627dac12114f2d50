import { describe, expect, it } from 'vitest'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import {
  askOf,
  CHECK,
  code,
  create,
  created,
  POLICY,
  stacksOf,
  started,
  takenPolicy,
} from '../testing/stack-scene.ts'

const DENIED = {
  kind: 'accessDenied',
  service: 'iam',
  operation: 'GetPolicy',
  denial: 'missing-permission',
} as const

describe('the name of the policy', () => {
  it('that is taken is told before anything is created', async () => {
    const { stage, ...late } = await started({ arrange: takenPolicy('/') })
    const ask = askOf(late.status('stack'))
    expect(ask.takenPolicy).toBe(POLICY)
    const told = await late.after(create(ask))
    if (told.kind !== 'todo' || !told.problem) throw new Error(told.kind)
    expect(told.problem).toMatchObject({
      code: 'policy-exists',
      field: 'policyName',
      facts: { policy: POLICY },
    })
    expect(errorText(english, told.problem).what).toContain(`policy “${POLICY}”`)
    expect(stacksOf(stage)).toEqual([])
    expect((await created(late, { policyName: 'Another' })).kind).toBe('done')
  })

  it('that is free is no obstacle, nor one of which the person may not ask', async () => {
    const free = await started()
    expect(askOf(free.status('stack')).takenPolicy).toBe('')
    expect((await created(free)).kind).toBe('done')

    const { stage, ...late } = await started({ arrange: takenPolicy('/') })
    const lift = stage.simulator.inject(DENIED)
    await late.engine.command(CHECK)
    await late.engine.idle()
    expect(askOf(late.status('stack')).takenPolicy).toBe('')
    await late.after(create(askOf(late.status('stack'))))
    expect(stacksOf(stage)).toHaveLength(1)
    lift()
    expect(code(await late.reaches('stack', 'failed'))).toBe('stack-failed')
  })
})
