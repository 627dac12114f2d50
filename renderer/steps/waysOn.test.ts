import { describe, expect, it } from 'vitest'
import type { Ask } from '../../electron/contract/steps.ts'
import type { Status } from '../../electron/contract/status.ts'
import type { ErrorCode } from '../../electron/errors/catalogue.ts'
import { stackAsk } from '../checklist/testing/stack.ts'
import { waysOn } from './waysOn.ts'

const failed = (code: ErrorCode, ask?: Ask): Status & { kind: 'failed' } => ({
  kind: 'failed',
  error: { code, facts: {} },
  ...(ask ? { ask } : {}),
})
const START: Ask = {
  step: 'sign-in',
  stage: 'start',
  startUrl: '',
  region: '',
  method: 'browser',
  deviceAllowed: true,
  regions: [],
  refusedRegions: [],
  found: null,
  profiles: null,
  profileFolder: '',
  way: 'portal',
  profile: '',
}

describe('where a step has stopped', () => {
  it('another sign-in is offered when it helps, but not above the form for it', () => {
    const ended = 'aws-credentials-expired'
    expect(waysOn(failed(ended), false).signInAgain).toBe(true)
    expect(waysOn(failed(ended, stackAsk()), false).signInAgain).toBe(true)
    expect(waysOn(failed(ended, START), false).signInAgain).toBe(false)
    expect(waysOn(failed('network-offline'), false).signInAgain).toBe(false)
  })

  it('the way back to the question is offered where no form is shown and no sign-in helps', () => {
    expect(waysOn(failed('network-offline'), false).change).toBe(true)
    expect(waysOn(failed('network-offline', stackAsk()), false).change).toBe(false)
    expect(waysOn(failed('aws-credentials-expired'), false).change).toBe(false)
  })

  it('by hand is offered to those whom AWS does not let, until the connection is registered', () => {
    expect(waysOn(failed('aws-denied'), false).byHand).toBe(true)
    expect(waysOn(failed('aws-denied'), true).byHand).toBe(false)
    expect(waysOn(failed('network-offline'), false).byHand).toBe(false)
  })
})
