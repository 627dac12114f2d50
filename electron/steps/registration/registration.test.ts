import { describe, expect, it, onTestFinished } from 'vitest'
import { SPOT_DEMO_TOKEN, type SpotWorld } from '../../../e2e/simulator/index.ts'
import { PAYER, simulated, type Simulated } from '../../aws/testing/simulated.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { RegistrationAsk } from '../../contract/ask/registration.ts'
import type { Status } from '../../contract/status.ts'
import { supportRequestLetter } from '../../texts/to-spot/support-request.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import { BUCKET, builtInTemplate, startLateSteps, type LateSteps } from '../testing/late-steps.ts'
import { until } from '../../testing/until.ts'

const ACCOUNT = 'act-3f9c1d27'
const ORGANIZATION = '606079870158'
const ROLE_ARN = `arn:aws:iam::${PAYER}:role/SpotByNetApp_Finops_ReadOnly`
const connect = (token = SPOT_DEMO_TOKEN) =>
  ({ step: 'registration', action: 'connect', token }) as const
const SEND = { step: 'registration', action: 'send', spotAccountId: ACCOUNT } as const
const CONFIRM = { step: 'registration', action: 'confirm-done' } as const

type Scene = LateSteps & { readonly stage: Simulated; readonly spot: SpotWorld }
/** As far as the form of the last step: the role is there, told by its ARN. */
const started = async (choices: Partial<Choices> = {}): Promise<Scene> => {
  const stage = await simulated({ stackSeconds: 20 })
  const { stacks, engine } = await startLateSteps(stage)
  engine.stop()
  await stacks.create({
    name: 'spot-eco',
    body: builtInTemplate,
    parameters: { CostAndUsageBucket: BUCKET },
    capabilities: ['CAPABILITY_NAMED_IAM'],
    token: 'token',
    tags: {},
  })
  stage.clock.advance(60_000)
  const ownRole = { accountId: PAYER, roleArn: ROLE_ARN, externalId: '' }
  const late = await startLateSteps(stage, { ownRole, ...choices })
  onTestFinished(() => late.engine.stop())
  return { ...late, stage, spot: stage.simulator.world.spot }
}
/** The same connection after the app was closed and opened. */
const reopened = async ({ stage, engine }: Scene): Promise<LateSteps> => {
  engine.stop()
  const late = await startLateSteps(stage, engine.choices())
  onTestFinished(() => late.engine.stop())
  return late
}
/** The request to Spot Support that a step shows, as it is read. */
const requestIn = (status: Status): string => {
  const { supportRequest } = askOf(status)
  return supportRequest ? supportRequestLetter(supportRequest).text : ''
}
const askOf = (status: Status): RegistrationAsk => {
  const ask = 'ask' in status ? status.ask : undefined
  if (ask?.step !== 'registration') throw new Error(`${status.kind}, no ask`)
  return ask
}
const sent = ({ stage }: Scene): string[] =>
  stage.simulator.requests
    .filter(({ service }) => service === 'spot')
    .map(({ operation, status }) => `${operation} ${status}`)

describe('registering with the Spot API', () => {
  it('sends role, account and bucket, writes down what was proven, and wipes', async () => {
    const scene = await started()
    const connected = await scene.after(connect())
    expect(askOf(connected)).toMatchObject({
      verified: true,
      token: 'checked',
      spotAccounts: [{ id: ACCOUNT, organizationId: ORGANIZATION }, { id: 'act-b81e60a4' }],
      summary: [{ value: PAYER }, { value: BUCKET }, { id: 'role-arn', value: ROLE_ARN }],
    })
    expect((await scene.after(SEND)).kind).toBe('done')
    expect(scene.spot.registrations.get(ACCOUNT)).toEqual({
      spotAccountId: ACCOUNT,
      iamRole: ROLE_ARN,
      billing: { billingAccountId: PAYER, bucketName: BUCKET },
    })
    const { registered, spotBegun } = scene.engine.choices()
    expect(registered).toMatchObject({ way: 'spot-api', wiped: true })
    expect(spotBegun).toBeNull()
    expect(scene.summary()).toContain(ROLE_ARN)
    expect(scene.summary()).not.toContain('NOT VERIFIED')
    expect(scene.stage.stored()).toBeNull()
  })

  it.each([
    ['', 'spot-token-missing'],
    ['withdrawn', 'spot-token-wrong'],
    ['with ✗ in it', 'spot-token-wrong'],
  ])('says at the field that the token %j is none', async (token, code) => {
    const scene = await started()
    expect(await scene.after(connect(token))).toMatchObject({
      kind: 'todo',
      problem: { code, field: 'token' },
      ask: { token: 'none' },
    })
  })

  it('knows a token without permission, and the other way goes on', async () => {
    const scene = await started()
    scene.spot.refuses = true
    await scene.after(connect())
    const refused = await scene.after(SEND)
    expect(refused).toMatchObject({ kind: 'failed', error: { code: 'spot-denied' } })
    expect(askOf(refused).summary).toHaveLength(3)
    expect((await scene.after(CONFIRM)).kind).toBe('done')
    expect(scene.engine.choices().registered?.way).toBe('spot-console')
  })

  it('refuses a token of another organization than the one told, and keeps only accounts of that', async () => {
    const scene = await started({ spotOrganizationId: '500000000001' })
    const wrong = await scene.after(connect())
    expect(wrong).toMatchObject({
      ask: { token: 'unchecked', spotAccounts: [] },
      problem: {
        code: 'spot-wrong-organization',
        field: 'token',
        facts: { told: '500000000001', found: ORGANIZATION },
      },
    })
    const own = { accountId: 'act-own', name: 'Own', organizationId: '500000000001' }
    scene.spot.tokens.set('both', [...(scene.spot.tokens.get(SPOT_DEMO_TOKEN) ?? []), own])
    expect(askOf(await scene.after(connect('both'))).spotAccounts).toMatchObject([
      { id: 'act-own' },
    ])
  })

  it('waits, and tells it, until Spot can see a new role', async () => {
    const scene = await started()
    scene.spot.roleInvisibleTimes = 3
    await scene.after(connect())
    const before = scene.stage.clock.slept.length
    expect((await scene.after(SEND)).kind).toBe('done')
    expect(scene.stage.clock.slept.slice(before)).toEqual([5000, 10_000, 15_000])
    expect(scene.told).toContain('waiting-for-spot')
  })

  it('ends the wait for a role that Spot never sees, and can be tried again', async () => {
    const scene = await started()
    scene.spot.roleInvisibleTimes = 6
    await scene.after(connect())
    const ended = await scene.after(SEND)
    expect(ended).toMatchObject({ kind: 'failed', error: { code: 'spot-role-not-visible' } })
    expect(askOf(ended).token).toBe('checked')
    expect((await scene.after(SEND)).kind).toBe('done')
  })

  it('does not take somebody else’s registration for its own, and leaves the console as a way', async () => {
    const scene = await started()
    scene.spot.alreadyRegistered = true
    await scene.after(connect())
    for (const attempt of [1, 2]) {
      const refused = await scene.after(SEND)
      expect(refused, `attempt ${attempt}`).toMatchObject({
        kind: 'failed',
        error: { code: 'spot-already-registered' },
      })
      if (refused.kind === 'failed') {
        expect(errorText(english, refused.error).todo).toContain('confirm below')
      }
    }
    expect(sent(scene)).not.toContain('SetUpBilling 200')
    expect(scene.engine.choices().spotBegun).toBeNull()
    expect((await scene.after(CONFIRM)).kind).toBe('done')
  })

  it('knows its own registration when the answer to it was lost', async () => {
    const scene = await started()
    await scene.after(connect())
    scene.stage.simulator.inject({
      kind: 'truncated',
      service: 'spot',
      operation: 'SetCredentials',
      count: 1,
    })
    expect((await scene.after(SEND)).kind).toBe('failed')
    expect(scene.engine.choices().spotBegun).toMatchObject({ begun: 'asked' })
    scene.spot.alreadyRegistered = true
    expect((await scene.after(SEND)).kind).toBe('done')
    expect(scene.spot.registrations.get(ACCOUNT)?.billing).toBeDefined()
  })

  it('goes on with the missing half, also after the app was closed', async () => {
    const scene = await started()
    await scene.after(connect())
    const lift = scene.stage.simulator.inject({
      kind: 'status',
      status: 503,
      service: 'spot',
      operation: 'SetUpBilling',
    })
    const half = await scene.after(SEND)
    expect(half).toMatchObject({ error: { code: 'spot-down', facts: { given: 'role' } } })
    if (half.kind === 'failed') {
      expect(errorText(english, half.error).meaning).toContain('Spot has the role already')
    }
    lift()
    const again = await reopened(scene)
    const before = sent(scene).length
    await again.after(connect())
    expect((await again.after(SEND)).kind).toBe('done')
    expect(sent(scene).slice(before)).toEqual(['ListAccounts 200', 'SetUpBilling 200'])
  })

  it('begins anew when Spot has lost the role meanwhile', async () => {
    const scene = await started()
    await scene.after(connect())
    const fault = { service: 'spot', operation: 'SetUpBilling', count: 1 } as const
    scene.stage.simulator.inject({ kind: 'reset', ...fault })
    await scene.after(SEND)
    scene.spot.registrations.clear()
    expect(await scene.after(SEND)).toMatchObject({ error: { code: 'spot-rejected' } })
    expect((await scene.after(SEND)).kind).toBe('done')
  })

  it('says that Spot is down, after trying again by itself', async () => {
    const scene = await started()
    await scene.after(connect())
    scene.spot.down = true
    const down = await scene.after(SEND)
    expect(down).toMatchObject({ kind: 'failed', error: { code: 'spot-down' } })
    expect(sent(scene).filter((one) => one === 'SetCredentials 503')).toHaveLength(3)
    scene.spot.down = false
    expect((await scene.after(SEND)).kind).toBe('done')
  })

  it('finishes in the console where Spot does not offer the second half', async () => {
    const scene = await started()
    await scene.after(connect())
    scene.stage.simulator.inject({
      kind: 'error',
      code: 'NotFound',
      message: 'No such resource',
      status: 404,
      service: 'spot',
      operation: 'SetUpBilling',
    })
    const missing = await scene.after(SEND)
    expect(missing).toMatchObject({
      error: { code: 'spot-not-offered', facts: { given: 'role' } },
      ask: { summary: [{ id: 'account' }, { id: 'bucket' }, { id: 'role-arn' }] },
    })
    expect((await scene.after(CONFIRM)).kind).toBe('done')
  })
})

describe('a Spot token', () => {
  type Trouble = Parameters<Scene['stage']['simulator']['inject']>[0]
  const CHECK_TOKEN = { step: 'registration', action: 'check-token' } as const
  const FORGET = { step: 'registration', action: 'forget-token' } as const
  const meeting = (operation: string) => ({ service: 'spot', operation }) as const
  const refused = (status: number, code = 'Odd') =>
    ({ kind: 'error', code, message: 'No', status }) as const
  const troubles = [
    ['an answer that is lost', { kind: 'reset' }],
    ['half an answer', { kind: 'truncated' }],
    ['a page of the network', { kind: 'html' }],
    ['a service that is down', { kind: 'status', status: 503 }],
    ['a service that is overloaded', refused(429)],
    ['a refusal of the right to do it', refused(403)],
    ['a refusal of what was sent', refused(400)],
    ['a path that is not there', refused(404)],
  ] as const
  const errorIn = (status: Status) =>
    status.kind === 'failed' ? status.error : status.kind === 'todo' ? status.problem : undefined
  const inject = ({ stage }: Scene, trouble: (typeof troubles)[number][1], operation: string) =>
    stage.simulator.inject({ ...trouble, ...meeting(operation) } satisfies Trouble)

  it.each(troubles)('is checked again without being typed again after %s', async (_, trouble) => {
    const scene = await started()
    const lift = inject(scene, trouble, 'ListAccounts')
    const failed = await scene.after(connect())
    expect(askOf(failed)).toMatchObject({ token: 'unchecked', spotAccounts: [] })
    const error = errorIn(failed)
    if (!error) throw new Error(failed.kind)
    expect(errorText(english, error).todo).not.toMatch(/\bsend again/)
    expect(askOf(await scene.after(CHECK_TOKEN)).token).toBe('unchecked')
    lift()
    expect(askOf(await scene.after(CHECK_TOKEN)).token).toBe('checked')
    expect((await scene.after(SEND)).kind).toBe('done')
    expect(scene.stage.stored()).toBeNull()
  })

  it.each(
    troubles.flatMap(([name, trouble]) =>
      ['SetCredentials', 'SetUpBilling'].map((operation) => [name, operation, trouble] as const),
    ),
  )('is still there to send after %s to %s', async (_name, operation, trouble) => {
    const scene = await started()
    await scene.after(connect())
    const lift = inject(scene, trouble, operation)
    const failed = await scene.after(SEND)
    expect(failed.kind).toBe('failed')
    expect(askOf(failed).token).toBe('checked')
    lift()
    expect((await scene.after(SEND)).kind).toBe('done')
  })

  it('that opens nothing, or what another organization has, is kept for another look', async () => {
    const scene = await started()
    const accounts = scene.spot.tokens.get(SPOT_DEMO_TOKEN) ?? []
    scene.spot.tokens.set(SPOT_DEMO_TOKEN, [])
    const nothing = await scene.after(connect())
    expect(nothing).toMatchObject({ ask: { token: 'unchecked' } })
    expect(errorIn(nothing)?.code).toBe('spot-no-accounts')
    scene.spot.tokens.set(SPOT_DEMO_TOKEN, accounts)
    expect(askOf(await scene.after(CHECK_TOKEN)).token).toBe('checked')
  })

  it('is forgotten once Spot calls it wrong, whatever was under way', async () => {
    const scene = await started()
    await scene.after(connect())
    const accounts = scene.spot.tokens.get(SPOT_DEMO_TOKEN) ?? []
    scene.spot.tokens.clear()
    for (const operation of ['SetCredentials', 'SetUpBilling']) {
      scene.spot.tokens.set(SPOT_DEMO_TOKEN, accounts)
      await scene.after(connect())
      scene.stage.simulator.inject({ ...refused(401), ...meeting(operation), count: 1 })
      const wrong = await scene.after(SEND)
      expect(wrong).toMatchObject({
        kind: 'todo',
        problem: { code: 'spot-token-wrong', field: 'token' },
        ask: { token: 'none', spotAccounts: [] },
      })
    }
    const lift = scene.stage.simulator.inject({ kind: 'reset', ...meeting('ListAccounts') })
    expect(askOf(await scene.after(connect())).token).toBe('unchecked')
    lift()
    scene.spot.tokens.clear()
    expect(askOf(await scene.after(CHECK_TOKEN)).token).toBe('none')
  })

  it('is forgotten on request, also while Spot has not answered', async () => {
    const scene = await started()
    scene.stage.simulator.inject({ kind: 'latency', ms: 300, ...meeting('ListAccounts') })
    await scene.engine.command(connect())
    await until(() => expect(sent(scene)).toHaveLength(1))
    await scene.engine.command(FORGET)
    await scene.engine.idle()
    expect(askOf(scene.status('registration')).token).toBe('none')
    const missing = await scene.after(CHECK_TOKEN)
    expect(missing).toMatchObject({ problem: { code: 'spot-token-missing', field: 'token' } })
  })
})

describe('registering by hand', () => {
  const ownRole = { accountId: PAYER, roleArn: ROLE_ARN, externalId: 'ext-1' }

  it('hands over what was told, and marks it as not verified', async () => {
    const typedBucket = { accountId: PAYER, bucketName: BUCKET, prefix: 'cur' }
    const scene = await started({ byHand: true, ownRole, typedBucket })
    expect(askOf(scene.status('registration'))).toMatchObject({
      verified: false,
      summary: [
        { value: PAYER },
        { value: BUCKET },
        { value: ROLE_ARN },
        { id: 'external-id', value: 'ext-1' },
      ],
    })
    expect((await scene.after(CONFIRM)).kind).toBe('done')
    const steps = scene.engine.choices().registered?.steps ?? []
    expect(steps.find(({ id }) => id === 'stack')).toMatchObject({
      kind: 'unverified',
      evidence: [{ id: 'role-arn', value: ROLE_ARN }, { id: 'external-id' }],
    })
    expect(scene.status('stack')).toMatchObject({
      kind: 'pending',
      blocks: false,
      lookAgainAt: null,
      progress: { kind: 'unverified' },
    })
    const marked = scene
      .summary()
      .split('\n')
      .filter((line) => line.includes('NOT VERIFIED'))
    expect(marked).toHaveLength(5)
  })

  it('may send it through the Spot API all the same', async () => {
    const scene = await started({ byHand: true, ownRole: { ...ownRole, externalId: '' } })
    await scene.after(connect())
    expect((await scene.after(SEND)).kind).toBe('done')
    expect(scene.spot.registrations.get(ACCOUNT)?.iamRole).toBe(ROLE_ARN)
  })
})

describe('the request of an MSP’s customer', () => {
  const plan = { managedBy: 'msp', mspAccountId: '111122223333' } as const
  const ownRole = { accountId: PAYER, roleArn: ROLE_ARN, externalId: '' }
  const mspReport = {
    accountId: PAYER,
    bucketName: BUCKET,
    prefix: 'cur',
    mspAccountId: '562910847733',
    at: 1,
  }
  const ofMsp = { plan, report: null, ownRole, mspReport }
  const COPY = {
    step: 'registration',
    action: 'copy-request',
    spotOrganizationId: '606079870158',
  } as const
  const SENT = { step: 'registration', action: 'confirm-request-sent' } as const
  const about = (spotOrganizationId: string) =>
    ({ step: 'registration', action: 'support-details', spotOrganizationId }) as const

  it('does not tell Spot Support that anything was checked', async () => {
    const scene = await started({ ...ofMsp, byHand: true })
    const supportRequest = requestIn(scene.status('registration'))
    expect(supportRequest).toContain(`Role ARN: ${ROLE_ARN}`)
    expect(supportRequest).toContain(BUCKET)
    expect(supportRequest).toContain('Report prefix: cur')
    expect(supportRequest).toContain('AWS account number of the MSP: 562910847733')
    expect(supportRequest).toContain('We have not checked them')
    expect(supportRequest).not.toContain('was checked')
    const proven = await started(ofMsp)
    const checked = requestIn(proven.status('registration'))
    expect(checked).toContain('was checked before')
    // What a simulation says of a role says nothing of a bucket in another account.
    expect(checked).not.toContain('it can list the bucket')
    expect(checked).toContain('where we cannot look')
  })

  it('leaves the app with all that Support needs, and is sent as it left', async () => {
    const scene = await started(ofMsp)
    const { copied, engine, after } = scene
    const refused = { accepted: false, error: { code: 'spot-organization-missing' } }
    expect(await engine.command({ ...COPY, spotOrganizationId: '' })).toMatchObject(refused)
    const wrong = { accepted: false, error: { code: 'spot-organization-invalid' } }
    expect(await engine.command({ ...COPY, spotOrganizationId: 'a b' })).toMatchObject(wrong)
    expect(copied).toEqual([])
    expect(await after(SENT)).toMatchObject({
      kind: 'todo',
      problem: { code: 'spot-organization-missing', field: 'spotOrganizationId' },
    })

    await after(about('606079870158'))
    expect(await after(SENT)).toMatchObject({ error: { code: 'request-not-copied' } })
    expect(askOf(await after(COPY)).prepared).toBe('copied')
    expect(copied).toEqual([requestIn(scene.status('registration'))])
    expect(copied[0]).not.toContain('to be filled in')

    // What was copied says something else now.
    expect(askOf(await after(about('111'))).prepared).toBeNull()
    expect(await after(SENT)).toMatchObject({ error: { code: 'request-not-copied' } })
    const mail = await after({
      step: 'registration',
      action: 'email-request',
      spotOrganizationId: '111',
    })
    expect(askOf(mail).prepared).toBe('email')
    expect(decodeURIComponent(scene.opened.at(-1) ?? '')).toContain('organization ID: 111')
  })

  it('may be said to be sent after the app was closed in between', async () => {
    const scene = await started({ ...ofMsp, spotOrganizationId: '606079870158' })
    await scene.after(COPY)
    const later = await reopened(scene)
    expect(askOf(later.status('registration')).prepared).toBe('copied')
    expect((await later.after(SENT)).kind).toBe('pending')
  })

  it('ends with waiting for Spot Support, which is never called registered', async () => {
    const scene = await started({ ...ofMsp, spotOrganizationId: '606079870158' })
    await scene.after(COPY)
    const waiting = await scene.after(SENT)
    expect(waiting).toMatchObject({
      kind: 'pending',
      blocks: false,
      lookAgainAt: null,
      progress: {
        kind: 'asked-spot',
        confirmedAt: null,
        sent: { how: 'copied', request: { bucketName: BUCKET, roleArn: ROLE_ARN } },
      },
    })
    expect(scene.engine.choices()).toMatchObject({
      registered: { way: 'spot-support', wiped: true },
      preparedRequest: null,
    })
    expect(scene.stage.stored()).toBeNull()
    const summary = scene.summary()
    expect(summary).toContain('Request to Spot Support noted as sent at')
    expect(summary).toContain('  Spot organization ID: 606079870158')
    expect(summary).not.toMatch(/Registered|Delete the report/)
    const later = await reopened(scene)
    expect(later.status('registration')).toEqual(waiting)
  })
})
