import { describe, expect, it } from 'vitest'
import { SIGN_IN_WAYS as WAYS } from '../../../electron/contract/ask/sign-in.ts'
import { commandSchema } from '../../../electron/contract/commands.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { belongsElsewhere, SIGN_IN_FIELDS } from './signInFields.ts'

const about = (field?: string): AppError => ({
  code: 'start-url-invalid',
  facts: {},
  ...(field === undefined ? {} : { field }),
})
const SENT_WITH = {
  portal: { action: 'start', method: 'browser' },
  console: { action: 'start-console', method: 'browser' },
  keys: { action: 'use-keys' },
  profile: { action: 'use-profile' },
} as const

describe('the fields of a way of signing in', () => {
  it.each(WAYS)('are all that is sent with %s', (way) => {
    const values = Object.fromEntries(SIGN_IN_FIELDS[way].map((field) => [field, 'us-east-1']))
    const command = { step: 'sign-in', ...SENT_WITH[way], ...values }
    expect(commandSchema.safeParse(command).error?.issues).toBeUndefined()
    for (const field of SIGN_IN_FIELDS[way]) {
      const { [field]: _, ...rest } = { ...values }
      const without = { step: 'sign-in', ...SENT_WITH[way], ...rest }
      expect([field, commandSchema.safeParse(without).success]).toEqual([field, false])
    }
  })
})

describe('a problem', () => {
  it('is shown with the way that has its field, and with no other', () => {
    for (const way of WAYS) {
      for (const field of SIGN_IN_FIELDS[way]) {
        expect(WAYS.filter((one) => !belongsElsewhere(about(field), one))).toEqual([way])
      }
    }
  })

  it('without a field, or with one of no way, is shown with each', () => {
    expect(WAYS.filter((way) => belongsElsewhere(about(), way))).toEqual([])
    expect(WAYS.filter((way) => belongsElsewhere(about('accountId'), way))).toEqual([])
    expect(WAYS.filter((way) => belongsElsewhere(undefined, way))).toEqual([])
  })
})
