import { expect, it } from 'vitest'
import { commandSchema } from '../../electron/contract/commands.ts'
import { STEP_IDS } from '../../electron/contract/steps.ts'
import { takesChange } from './takesChange.ts'

it.each(STEP_IDS)(
  '%s can be taken back to its question exactly when the door lets that in',
  (step) => {
    expect(takesChange(step)).toBe(commandSchema.safeParse({ step, action: 'change' }).success)
  },
)
