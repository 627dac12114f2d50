import { readFileSync } from 'node:fs'
import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parsePolicy } from '../../e2e/simulator/access/policy.ts'
import { issueCredentials } from '../../e2e/simulator/index.ts'
import type { Holder, PolicyDocument, World } from '../../e2e/simulator/index.ts'
import { createIdentity } from '../aws/sign-in/identity.ts'
import { createPermissions } from '../aws/iam/permissions.ts'
import { PAYER, simulated } from '../aws/testing/simulated.ts'
import { NOT_MANAGED } from '../contract/managed.ts'
import type { Ability, Preflight } from '../contract/preflight.ts'
import type { StepId } from '../contract/steps.ts'
import { english } from '../texts/en/index.ts'
import { errorText } from '../texts/errors.ts'
import { abilitiesOf, aboutBucketsOf, questionsOf, readOperatorPolicy } from './questions.ts'
import { createPreflight } from './preflight.ts'
import { until } from '../testing/until.ts'

const MEMBER = '730915264418'
const policy = readFileSync(
  new URL('../../resources/operator-policy.json', import.meta.url),
  'utf8',
)
const template = readFileSync(
  new URL('../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
const named = z.object({ Default: z.string() })
const templateSchema = z.object({ Parameters: z.object({ RoleName: named, PolicyName: named }) })
const subject = (roleName = 'AdministratorAccess', accountId = PAYER) => ({
  accountId,
  roleName,
  identityCenterRegion: 'us-east-1',
})

/** A preflight over real services, entered as the role of the permission set. */
async function opened(
  options: {
    readonly arrange?: (world: World) => void
    readonly roleName?: string
    readonly accountId?: string
    readonly holder?: Holder
    readonly scenario?: 'limited-operator'
  } = {},
) {
  const { arrange = () => undefined, holder, scenario = 'fresh', ...choice } = options
  const stage = await simulated({ arrange, scenario })
  const { access: signedIn, session } = await stage.enter(choice)
  const credentials = holder
    ? issueCredentials(stage.simulator.world, {
        accountId: choice.accountId ?? PAYER,
        holder,
        expires: stage.clock.now() + 3_600_000,
      })
    : null
  const access = credentials
    ? { ...signedIn, credentials: () => Promise.resolve(credentials) }
    : signedIn
  const states: Preflight[] = []
  const preflight = createPreflight({
    permissions: createPermissions(access),
    identity: createIdentity(access),
    policy,
    managed: NOT_MANAGED,
    onChange: () => states.push(preflight.state()),
  })
  const settled = (): Promise<Preflight> =>
    until(() => {
      const state = preflight.state()
      if (state.kind === 'checking') throw new Error('still checking')
      return state
    })
  return { ...stage, session, preflight, states, settled }
}

const known = (state: Preflight): Extract<Preflight, { kind: 'known' }> => {
  if (state.kind !== 'known') throw new Error(`it is ${JSON.stringify(state)}`)
  return state
}
const abilityOf = (state: Preflight, step: StepId): Ability => {
  const ability = known(state).abilities.find((one) => one.step === step)
  if (!ability) throw new Error(`nothing is known of ${step}`)
  return ability
}

describe('the operator policy', () => {
  test('has a step for each of its statements', () => {
    const sids = parsePolicy(policy).Statement.map(({ Sid }) => Sid)
    expect(readOperatorPolicy(policy).map(({ sid }) => sid)).toEqual(sids)
  })

  test('is asked about what the app proposes to create, and about no pattern', () => {
    const questions = questionsOf(readOperatorPolicy(policy), PAYER)
    const resources = [...new Set(questions.map(({ resource }) => resource))]
    expect(resources.filter((one) => one !== '*' && /\*(?!$)/.test(one))).toEqual([])
    expect(resources).toEqual(
      expect.arrayContaining([
        '*',
        `arn:aws:s3:::spot-eco-cur-${PAYER}-us-east-1-an`,
        `arn:aws:cloudformation:us-east-1:${PAYER}:stack/SpotEcoConnect/*`,
      ]),
    )
    const { Parameters } = templateSchema.parse(JSON.parse(template))
    expect(resources).toContain(`arn:aws:iam::${PAYER}:role/${Parameters.RoleName.Default}`)
    expect(resources).toContain(`arn:aws:iam::${PAYER}:policy/${Parameters.PolicyName.Default}`)
    expect(resources.length).toBeLessThanOrEqual(8)
  })

  test.each([
    ['finance-*', false, `finance-spot-eco-cur-${PAYER}-us-east-1-an`],
    ['finance-*', true, `finance-spot-eco-cur-${PAYER}`],
    // Nobody can guess what stands for the question marks: some name that is like it.
    ['f??-cur-*', false, 'fxx-cur-x'],
    [null, true, `spot-eco-cur-${PAYER}`],
  ] as const)(
    'is asked about a bucket as the organization names them: %s, ordinary only: %s',
    (bucketName, classicNamesOnly, name) => {
      const managed = { bucketName, classicNamesOnly }
      const parts = aboutBucketsOf(readOperatorPolicy(policy), managed)
      const questions = questionsOf(parts, PAYER, managed)
      const about = questions.filter(({ action }) => action === 's3:CreateBucket')
      expect(about).toEqual([{ action: 's3:CreateBucket', resource: `arn:aws:s3:::${name}` }])
      const missing = about.map((one) => ({ ...one, because: 'not-allowed' as const }))
      const [ability] = abilitiesOf(parts, PAYER, missing, managed).filter(
        ({ step }) => step === 'cost-report',
      )
      // What is to be added is about every name that may be used, and about no other.
      expect(JSON.parse(ability?.statement ?? '')).toMatchObject({
        Statement: [{ Resource: `arn:aws:s3:::${bucketName ?? 'spot-eco-cur-*'}` }],
      })
    },
  )

  test('is no longer than IAM lets a managed policy be, spaces not counted', () => {
    expect(policy.replaceAll(/\s/g, '').length).toBeLessThan(6144)
  })

  test.each([['no policy'], ['{"Statement":[{"Sid":"SomethingNew","Effect":"Allow"}]}']])(
    'is refused when it is %s',
    (text) => {
      expect(() => readOperatorPolicy(text)).toThrow()
    },
  )

  test('gives exactly what to add, and nothing where adding would not help', () => {
    const parts = readOperatorPolicy(policy)
    const bucket = `arn:aws:s3:::spot-eco-cur-${PAYER}-us-east-1-an`
    const of = (because: 'not-allowed' | 'boundary', action: string, resource: string) => ({
      because,
      action,
      resource,
    })
    const statementsFor = (...missing: ReturnType<typeof of>[]): unknown => {
      const abilities = abilitiesOf(parts, PAYER, missing)
      const statement = abilities.find(({ step }) => step === 'cost-report')?.statement ?? ''
      return statement === '' ? '' : z.unknown().parse(JSON.parse(statement))
    }
    expect(statementsFor(of('not-allowed', 'cur:PutReportDefinition', '*'))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ReadAndDefineReports',
          Effect: 'Allow',
          Action: ['cur:PutReportDefinition'],
          Resource: '*',
        },
      ],
    })
    expect(
      statementsFor(
        of('not-allowed', 'cur:PutReportDefinition', '*'),
        of('not-allowed', 's3:CreateBucket', bucket),
        of('boundary', 's3:PutBucketPolicy', bucket),
      ),
    ).toMatchObject({
      Statement: [
        { Action: ['cur:PutReportDefinition'], Resource: '*' },
        { Action: ['s3:CreateBucket'], Resource: 'arn:aws:s3:::spot-eco-cur-*' },
      ],
    })
    expect(statementsFor(of('boundary', 's3:CreateBucket', bucket))).toBe('')
    expect(statementsFor()).toBe('')
  })
})

describe('an action that the step does without', () => {
  const EVENTS = { action: 'cloudformation:DescribeEvents', resource: '*' } as const
  const without = (...actions: string[]) => ({
    arrange: ({ sso }: World): void =>
      void sso.permissionSets.set('AdministratorAccess', {
        Statement: [ALLOW, { Effect: 'Deny', Action: actions, Resource: '*' }],
      }),
  })

  const TAGS = {
    action: 's3:TagResource',
    resource: `arn:aws:s3:::spot-eco-cur-${PAYER}-us-east-1-an`,
  } as const

  test.each([
    ['stack', EVENTS],
    ['cost-report', TAGS],
  ] as const)(
    'of %s is named as optional, and nothing is said to be lacking',
    async (step, action) => {
      const { preflight, settled } = await opened(without(action.action))
      preflight.follow(subject())
      expect(abilityOf(await settled(), step)).toEqual({
        step,
        missing: [],
        optional: [{ ...action, because: 'explicit-deny' }],
        statement: '',
      })
    },
  )

  test('whether another account pays is such a question', async () => {
    const actions = ['Inbound', 'Outbound'].map(
      (side) => `organizations:List${side}ResponsibilityTransfers`,
    )
    const { preflight, settled } = await opened(without(...actions))
    preflight.follow(subject())
    expect(abilityOf(await settled(), 'sign-in')).toEqual({
      step: 'sign-in',
      missing: [],
      optional: actions.map((action) => ({ action, resource: '*', because: 'explicit-deny' })),
      statement: '',
    })
  })

  test('is added with what is lacking', () => {
    const missing = ['cloudformation:DescribeStacks', EVENTS.action].map(
      (action) => ({ action, resource: '*', because: 'not-allowed' }) as const,
    )
    const [of] = abilitiesOf(readOperatorPolicy(policy), PAYER, missing).filter(
      ({ step }) => step === 'stack',
    )
    expect(of?.missing.map(({ action }) => action)).toEqual(['cloudformation:DescribeStacks'])
    expect(of?.statement).toContain(EVENTS.action)
  })

  test('has words, as every action of the policy has', () => {
    const actions = readOperatorPolicy(policy).flatMap((part) => part.actions)
    const named = new Set(Object.keys(english.abilities.actions))
    expect(actions.filter((action) => !named.has(action))).toEqual([])
    expect(english.abilities.optional('What it is for', EVENTS.action)).toContain(EVENTS.action)
  })
})

describe('after a sign-in', () => {
  test('says that an administrator can do everything', async () => {
    const { preflight, settled, states } = await opened()
    expect(preflight.state()).toEqual({ kind: 'not-signed-in' })
    preflight.follow(subject())
    expect(preflight.state()).toEqual({ kind: 'checking' })
    const { roleName, abilities } = known(await settled())
    expect(roleName).toBe('AdministratorAccess')
    expect(abilities.map(({ step }) => step)).toEqual(['sign-in', 'cost-report', 'bucket', 'stack'])
    for (const ability of abilities) expect(ability).toMatchObject({ missing: [], statement: '' })
    expect(states.map(({ kind }) => kind)).toEqual(['checking', 'known'])
  })

  test('says what a reader lacks for each step, with the statement to add', async () => {
    const { preflight, settled } = await opened({
      scenario: 'limited-operator',
      roleName: 'FinanceReader',
    })
    preflight.follow(subject('FinanceReader'))
    const state = await settled()
    expect(abilityOf(state, 'sign-in').missing).toEqual([])
    expect(abilityOf(state, 'bucket').missing).toEqual([])
    expect(abilityOf(state, 'cost-report').missing).toContainEqual({
      action: 'cur:PutReportDefinition',
      resource: '*',
      because: 'not-allowed',
    })
    const { statement } = abilityOf(state, 'stack')
    expect(statement).toContain('cloudformation:CreateStack')
    expect(statement).not.toContain('cloudformation:DescribeStacks')
  })

  test('adding the statements makes every step possible', async () => {
    const arrange = (world: World): void =>
      void world.sso.permissionSets.set('AdministratorAccess', {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['iam:GetRole', 'iam:SimulatePrincipalPolicy'],
            Resource: '*',
          },
        ],
      })
    const { preflight, settled, simulator } = await opened({ arrange })
    preflight.follow(subject())
    const statements = known(await settled()).abilities.flatMap(({ statement }) =>
      statement === '' ? [] : parsePolicy(statement).Statement,
    )
    const set = simulator.world.sso.permissionSets.get('AdministratorAccess')
    set?.Statement.push(...statements)
    preflight.follow(null)
    preflight.follow(subject())
    const { abilities } = known(await settled())
    expect(abilities.flatMap(({ missing }) => missing)).toEqual([])
  })

  test.each<[string, (world: World) => void, string, string]>([
    [
      'a boundary',
      ({ sso }) => sso.permissionSetLimits.set('AdministratorAccess', { boundary: only('iam:*') }),
      PAYER,
      'boundary',
    ],
    [
      'the organization',
      (world) => {
        if (world.organization)
          world.organization.serviceControlPolicy = {
            Statement: [{ Effect: 'Deny', Action: ['cur:*', 's3:*'], Resource: '*' }, ALLOW],
          }
      },
      MEMBER,
      'organization',
    ],
    [
      'a prohibition',
      ({ sso }) =>
        sso.permissionSets.set('AdministratorAccess', {
          Statement: [ALLOW, { Effect: 'Deny', Action: ['cur:*', 's3:*'], Resource: '*' }],
        }),
      PAYER,
      'explicit-deny',
    ],
  ])('offers no statement against %s', async (_, arrange, accountId, because) => {
    const { preflight, settled } = await opened({ arrange, accountId })
    preflight.follow(subject('AdministratorAccess', accountId))
    const { missing, statement } = abilityOf(await settled(), 'cost-report')
    expect(missing.length).toBeGreaterThan(3)
    expect(new Set(missing.map((one) => one.because))).toEqual(new Set([because]))
    expect(statement).toBe('')
  })

  test.each<[string, (world: World) => void, string, 'none' | 'organization']>([
    ['its management account', () => undefined, PAYER, 'none'],
    [
      'no organization',
      (world) => {
        world.organization = undefined
      },
      PAYER,
      'none',
    ],
    ['an account of somebody’s organization', () => undefined, MEMBER, 'organization'],
  ])('the root user is not simulated: in %s', async (_, arrange, accountId, limits) => {
    const { preflight, settled, simulator } = await opened({
      arrange,
      accountId,
      holder: { kind: 'identity', arn: `arn:aws:iam::${accountId}:root`, policy: only('*') },
    })
    preflight.follow({ ...subject('', accountId), identityCenterRegion: '' })
    expect(await settled()).toEqual({ kind: 'root', limits })
    const asked = simulator.requests.map(({ operation }) => operation)
    expect(asked).not.toContain('SimulatePrincipalPolicy')
  })

  test('a root user who may not read the organization may be limited by it', async () => {
    const arn = `arn:aws:iam::${PAYER}:root`
    const { preflight, settled, simulator } = await opened({
      holder: { kind: 'identity', arn, policy: only('*') },
    })
    simulator.inject({
      kind: 'accessDenied',
      denial: 'service-control-policy',
      operation: 'DescribeOrganization',
    })
    preflight.follow({ ...subject(''), identityCenterRegion: '' })
    expect(await settled()).toEqual({ kind: 'root', limits: 'organization' })
  })

  test('a federated user cannot be asked about', async () => {
    const arn = `arn:aws:sts::${PAYER}:federated-user/erin`
    const federated = await opened({ holder: { kind: 'identity', arn, policy: only('*') } })
    federated.preflight.follow({ ...subject(''), identityCenterRegion: '' })
    expect(await federated.settled()).toMatchObject({
      kind: 'unknown',
      error: { code: 'aws-principal-unknown', facts: { principal: arn } },
    })
  })

  test('a user of IAM is asked about by name', async () => {
    const arn = `arn:aws:iam::${PAYER}:user/erin`
    const { preflight, settled } = await opened({
      holder: { kind: 'identity', arn, policy: only('iam:*') },
    })
    preflight.follow({ ...subject(''), identityCenterRegion: '' })
    const state = await settled()
    expect(known(state).roleName).toBe('erin')
    expect(abilityOf(state, 'cost-report').missing.length).toBeGreaterThan(3)
  })

  test('a refused simulation is told as what could not be checked', async () => {
    const { preflight, settled } = await opened({
      arrange: ({ sso }) => sso.permissionSets.set('AdministratorAccess', only('s3:*')),
    })
    preflight.follow(subject())
    const state = await settled()
    if (state.kind !== 'unknown') throw new Error(state.kind)
    expect(state.error).toMatchObject({
      code: 'aws-denied',
      facts: { action: 'iam:SimulatePrincipalPolicy', holderName: 'AdministratorAccess' },
    })
    expect(errorText(english, state.error).what).toContain('iam:SimulatePrincipalPolicy')
  })
})

describe('following', () => {
  test('asks once for the same person, and anew for another', async () => {
    const { preflight, settled, simulator } = await opened()
    preflight.follow(subject())
    preflight.follow(subject())
    await settled()
    const once = simulator.requests.length
    preflight.follow(subject())
    expect(preflight.state().kind).toBe('known')
    expect(simulator.requests.length).toBe(once)
    preflight.follow(subject('ReadOnlyAccess'))
    expect(preflight.state().kind).toBe('checking')
    await settled()
    expect(simulator.requests.length).toBeGreaterThan(once)
  })

  test('drops the answer about somebody who has gone', async () => {
    const answers: ((none: []) => void)[] = []
    const states: Preflight[] = []
    const preflight = createPreflight({
      permissions: {
        likely: () => null,
        principalOf: (arn) => Promise.resolve(arn),
        missing: () => new Promise((resolve) => answers.push(resolve)),
      },
      identity: {
        caller: () =>
          Promise.resolve({
            accountId: PAYER,
            arn: `arn:aws:sts::${PAYER}:assumed-role/Finance/erin`,
            kind: 'role',
            userName: 'erin',
            roleName: 'Finance',
          }),
        organization: () => Promise.resolve({ kind: 'unknown' }),
      },
      policy,
      managed: NOT_MANAGED,
      onChange: () => states.push(preflight.state()),
    })
    preflight.follow(subject('Finance'))
    await turnOfTheLoop()
    preflight.follow(null)
    preflight.follow(subject('Finance'))
    await until(() => expect(answers).toHaveLength(2))
    answers[0]?.([])
    await turnOfTheLoop()
    expect(states.map(({ kind }) => kind)).toEqual(['checking', 'not-signed-in', 'checking'])
    answers[1]?.([])
    await turnOfTheLoop()
    expect(preflight.state().kind).toBe('known')
  })
})

const ALLOW = { Effect: 'Allow', Action: '*', Resource: '*' } as const

function only(action: string): PolicyDocument {
  return { Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] }
}
