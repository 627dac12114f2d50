import { describe, expect, it } from 'vitest'
import type { Ask } from '../../electron/contract/steps.ts'
import type { Status } from '../../electron/contract/status.ts'
import { ERROR_CODES, familyOf, isMarked, whoCanHelp } from '../../electron/errors/catalogue.ts'
import type { ErrorCode } from '../../electron/errors/catalogue.ts'
import { stackAsk } from '../checklist/testing/stack.ts'
import { waysOn, type Place } from './waysOn.ts'

const failed = (code: ErrorCode, ask?: Ask): Status & { kind: 'failed' } => ({
  kind: 'failed',
  error: { code, facts: {} },
  ...(ask ? { ask } : {}),
})
const start = {
  step: 'sign-in',
  stage: 'start',
  startUrl: 'https://d-1234567890.awsapps.com/start',
  region: 'us-east-1',
  method: 'browser',
  deviceAllowed: true,
  regions: [],
  refusedRegions: [],
  found: null,
  profiles: null,
  profileFolder: '',
  ways: ['portal', 'console'],
  way: 'portal',
  elsewhereAllowed: true,
  goesOnUntil: null,
  profile: '',
} as const satisfies Ask

const STEP: Place = { reopened: false, isSignIn: false, asking: true }
const SIGN_IN: Place = { ...STEP, isSignIn: true }
const firstOf = (code: ErrorCode, ask?: Ask, place = STEP) => waysOn(failed(code, ask), place)[0]

describe('what is offered first where a step has stopped', () => {
  it('is another sign-in wherever that alone helps, and another look the last', () => {
    for (const code of ERROR_CODES.filter((one) => isMarked(one, 'sign-in-again'))) {
      expect([code, firstOf(code)]).toEqual([code, 'sign-in-again'])
      expect([code, firstOf(code, stackAsk())]).toEqual([code, 'sign-in-again'])
    }
    expect(waysOn(failed('sign-in-ended'), STEP).at(-1)).toBe('check')
  })

  it('is the same at the sign-in itself, where nothing has to be entered for it', () => {
    expect(firstOf('sign-in-ended', start, SIGN_IN)).toBe('sign-in-again')
    expect(firstOf('sign-in-ended', { ...start, startUrl: '' }, SIGN_IN)).toBe('form')
    expect(firstOf('sign-in-ended', { ...start, way: 'profile' }, SIGN_IN)).toBe('form')
    const atConsole = { ...start, startUrl: '', way: 'console' } as const
    expect(firstOf('console-ended', atConsole, SIGN_IN)).toBe('sign-in-again')
    expect(firstOf('console-ended', { ...atConsole, ways: ['portal'] }, SIGN_IN)).toBe('form')
    expect(firstOf('keys-ended', { ...start, way: 'keys' }, SIGN_IN)).toBe('form')
  })

  it('leads from a step to the sign-in where another way in has to be chosen', () => {
    for (const code of ERROR_CODES.filter((one) => familyOf(one) === 'access-ended'))
      expect([code, firstOf(code)]).toEqual([code, 'to-sign-in'])
  })

  it('is asking somebody else where AWS does not let this person', () => {
    for (const code of ERROR_CODES.filter((one) => familyOf(one) === 'denied')) {
      expect(waysOn(failed(code), STEP).slice(0, 2)).toEqual(['ask', 'by-hand'])
      expect(waysOn(failed(code), { ...STEP, reopened: true })).not.toContain('by-hand')
      expect(firstOf(code, undefined, { ...STEP, asking: false })).toBe('by-hand')
    }
  })

  it('is asking also where what was found in AWS is not this person’s to change', () => {
    for (const code of ERROR_CODES.filter((one) => familyOf(one) === 'found')) {
      const who = whoCanHelp({ code, facts: {} })
      const asked = who === 'aws-administrator' || who === 'it-department'
      expect([code, firstOf(code)]).toEqual([code, asked ? 'ask' : 'change'])
    }
  })

  it('is what the form offers, where it mends the cause', () => {
    const bucket = {
      step: 'bucket',
      findings: [],
      repair: null,
      recreatable: true,
      file: null,
    } as const
    expect(firstOf('delivery-failed-no-bucket', bucket)).toBe('form')
    expect(firstOf('bucket-kms', { ...bucket, recreatable: false })).toBe('ask')
    const elsewhere = { step: 'sign-in', stage: 'wrong-account', who: [] } as const
    expect(firstOf('wrong-account-member', elsewhere, SIGN_IN)).toBe('form')
    expect(firstOf('bucket-missing', stackAsk())).toBe('form')
  })

  it('is another look where waiting or the network was the cause', () => {
    for (const code of ERROR_CODES.filter((one) => familyOf(one) === 'network'))
      expect([code, firstOf(code)]).toEqual([code, 'check'])
    expect(firstOf('aws-throttled', stackAsk())).toBe('check')
    expect(firstOf('vault-locked')).toBe('check')
  })

  it('is never nothing, and nothing is offered twice', () => {
    for (const code of ERROR_CODES)
      for (const ask of [undefined, start, stackAsk()])
        for (const place of [STEP, SIGN_IN, { ...SIGN_IN, reopened: true, asking: false }]) {
          const ways = waysOn(failed(code, ask), place)
          expect(ways.length).toBeGreaterThan(0)
          expect(ways).toEqual([...new Set(ways)])
          expect(ways.includes('form')).toBe(ask !== undefined)
        }
  })
})
