import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { issueCredentials, permissionSetRoleName } from '../../../e2e/simulator/index.ts'
import type { Holder, PolicyDocument, World } from '../../../e2e/simulator/index.ts'
import { toAppError } from '../../errors/failure.ts'
import { createPermissions } from './permissions.ts'
import { PAYER, simulated } from '../testing/simulated.ts'

const MEMBER = '730915264418'
const ROLE_NAME = permissionSetRoleName('AdministratorAccess', PAYER)
const CALLER = `arn:aws:sts::${PAYER}:assumed-role/${ROLE_NAME}/dana.levi`

const allow = (...actions: string[]): PolicyDocument => ({
  Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
})
const forbid = (action: string): PolicyDocument => ({
  Statement: [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Action: action, Resource: '*' },
  ],
})

const opened = async (arrange: (world: World) => void, accountId = PAYER) => {
  const stage = await simulated({ arrange })
  const { access } = await stage.enter({ accountId })
  return { ...stage, access, permissions: createPermissions(access) }
}

describe('the principal behind a caller', () => {
  const arnIn = (infix: string): string =>
    `arn:aws:iam::${PAYER}:role/aws-reserved/sso.amazonaws.com/${infix}${ROLE_NAME}`

  test.each([
    ['us-east-1', ''],
    ['eu-central-1', 'eu-central-1/'],
  ])('is the role of Identity Center in %s, with its path', async (region, infix) => {
    const { permissions } = await opened((world) => (world.sso.region = region))
    expect(await permissions.principalOf(CALLER, region)).toBe(arnIn(infix))
  })

  test.each([
    ['us-east-1', arnIn('')],
    ['eu-central-1', arnIn('eu-central-1/')],
    ['', arnIn('')],
  ])('is worked out for region “%s” when the role cannot be read', async (region, arn) => {
    const { permissions } = await opened((world) =>
      world.sso.permissionSets.set('AdministratorAccess', allow('s3:*')),
    )
    expect(await permissions.principalOf(CALLER, region)).toBe(arn)
  })

  test.each([
    [`arn:aws:iam::${PAYER}:user/ops/erin`, `arn:aws:iam::${PAYER}:user/ops/erin`],
    [`arn:aws:iam::${PAYER}:root`, null],
    [`arn:aws:sts::${PAYER}:federated-user/erin`, null],
  ])('of %s is %s', async (caller, principal) => {
    const { permissions } = await opened(() => undefined)
    expect(await permissions.principalOf(caller, '')).toBe(principal)
  })

  test('of another role is that role, by IAM’s word or without a path', async () => {
    const { permissions } = await opened((world) =>
      world.sso.permissionSets.set('AdministratorAccess', allow('s3:*')),
    )
    const caller = `arn:aws-us-gov:sts::${PAYER}:assumed-role/Finance/erin`
    expect(await permissions.principalOf(caller, '')).toBe(
      `arn:aws-us-gov:iam::${PAYER}:role/Finance`,
    )
  })
})

describe('what a principal would be refused', () => {
  const BUCKET = 'arn:aws:s3:::spot-eco-cur'
  const create = { action: 's3:CreateBucket', resource: BUCKET }

  const missingFor = async (arrange: (world: World) => void, accountId = PAYER) => {
    const { permissions } = await opened(arrange, accountId)
    const role = permissionSetRoleName('AdministratorAccess', accountId)
    const caller = `arn:aws:sts::${accountId}:assumed-role/${role}/dana.levi`
    const principal = await permissions.principalOf(caller, 'us-east-1')
    return permissions.missing(principal ?? '', [create])
  }

  test('is nothing for an administrator', async () => {
    expect(await missingFor(() => undefined)).toEqual([])
  })

  test.each<[string, (world: World) => void, string, string]>([
    [
      'not-allowed',
      ({ sso }) => sso.permissionSets.set('AdministratorAccess', allow('iam:*')),
      'not-allowed',
      PAYER,
    ],
    [
      'a prohibition',
      ({ sso }) => sso.permissionSets.set('AdministratorAccess', forbid('s3:CreateBucket')),
      'explicit-deny',
      PAYER,
    ],
    [
      'a boundary that lacks it',
      ({ sso }) => sso.permissionSetLimits.set('AdministratorAccess', { boundary: allow('iam:*') }),
      'boundary',
      PAYER,
    ],
    [
      'a boundary that forbids it',
      ({ sso }) => sso.permissionSetLimits.set('AdministratorAccess', { boundary: forbid('s3:*') }),
      'boundary',
      PAYER,
    ],
    [
      'the organization',
      (world) => {
        if (world.organization) world.organization.serviceControlPolicy = forbid('s3:*')
      },
      'organization',
      MEMBER,
    ],
  ])('has its cause: %s', async (_, arrange, because, accountId) => {
    expect(await missingFor(arrange, accountId)).toEqual([{ ...create, because }])
  })

  test('is asked by resource, page after page', async () => {
    const { permissions, simulator } = await opened(({ sso }) =>
      sso.permissionSets.set('AdministratorAccess', allow('iam:*')),
    )
    const principal = (await permissions.principalOf(CALLER, 'us-east-1')) ?? ''
    const resources = Array.from({ length: 12 }, (_, n) => `${BUCKET}-${n}`)
    const actions = Array.from({ length: 130 }, (_, n) => `s3:Get${n}`)
    const questions = [
      ...resources.map((resource) => ({ ...create, resource })),
      ...actions.map((action) => ({ action, resource: BUCKET })),
      // Asked twice, answered once.
      { action: 's3:Get0', resource: BUCKET },
    ]
    const before = simulator.requests.length
    const missing = await permissions.missing(principal, questions)
    const asked = new Set(questions.map(({ action, resource }) => `${action} ${resource}`))
    expect(missing.map(({ action, resource }) => `${action} ${resource}`)).toEqual([...asked])
    // Twelve buckets, and two pages for the one with many questions.
    expect(simulator.requests.length - before).toBe(14)
  })

  test('is asked with no more than eight questions at once', async () => {
    const { access } = await opened(() => undefined)
    let begun = 0
    const waiting = (): Promise<never> => {
      begun += 1
      return new Promise(() => undefined)
    }
    const questions = Array.from({ length: 12 }, (_, n) => ({ ...create, resource: `r-${n}` }))
    void createPermissions({ ...access, credentials: waiting }).missing(CALLER, questions)
    await turnOfTheLoop()
    expect(begun).toBe(8)
  })

  test('knows the region, so that a limit to regions is no obstacle', async () => {
    const onlyHere: PolicyDocument = {
      Statement: [
        {
          Effect: 'Allow',
          Action: '*',
          Resource: '*',
          Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
        },
      ],
    }
    const { permissions } = await opened((world) =>
      world.sso.permissionSets.set('AdministratorAccess', onlyHere),
    )
    const principal = (await permissions.principalOf(CALLER, 'us-east-1')) ?? ''
    expect(await permissions.missing(principal, [create])).toEqual([])
  })

  test('is not known of somebody whom IAM does not have, or may not tell about', async () => {
    const { permissions, access, simulator, clock } = await opened(() => undefined)
    const stranger = `arn:aws:iam::${PAYER}:role/Nobody`
    const unknown = await permissions.missing(stranger, [create]).catch(toAppError)
    expect(unknown).toMatchObject({
      code: 'aws-principal-unknown',
      facts: { principal: stranger },
    })
    const arn = `arn:aws:iam::${PAYER}:user/erin`
    const holder: Holder = { kind: 'identity', arn, policy: allow('s3:*') }
    const credentials = issueCredentials(simulator.world, {
      accountId: PAYER,
      holder,
      expires: clock.now() + 3_600_000,
    })
    const other = createPermissions({ ...access, credentials: async () => credentials })
    expect(await other.missing(arn, [create]).catch(toAppError)).toMatchObject({
      code: 'aws-denied',
      facts: { action: 'iam:SimulatePrincipalPolicy', holder: 'user', holderName: 'erin' },
    })
  })
})
