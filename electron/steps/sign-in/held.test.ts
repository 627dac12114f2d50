import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { issueCredentials } from '../../../e2e/simulator/index.ts'
import { PAYER, press, simulated, START_URL, type Simulated } from '../../aws/testing/simulated.ts'
import type { Status } from '../../contract/status.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import { startJourney, type Disk, type Person } from '../testing/journey.ts'

const MEMBER = '730915264418'
const NO_FIELDS = { accessKeyId: '', secretAccessKey: '', sessionToken: '' }

type Keys = { accessKeyId: string; secretAccessKey: string; sessionToken: string }
const pasting = (keys: Keys) =>
  ({
    step: 'sign-in',
    action: 'use-keys',
    block: `export AWS_ACCESS_KEY_ID="${keys.accessKeyId}"\nexport AWS_SECRET_ACCESS_KEY="${keys.secretAccessKey}"\nexport AWS_SESSION_TOKEN="${keys.sessionToken}"`,
    ...NO_FIELDS,
  }) as const

/** Keys as a helpdesk gives them, in somebody's name. */
function keysOf({ simulator, clock }: Simulated, accountId = PAYER, arn?: string): Keys {
  const issued = issueCredentials(simulator.world, {
    accountId,
    holder: arn
      ? { kind: 'identity', arn, policy: EVERYTHING }
      : { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
    expires: clock.now() + 3_600_000,
  })
  const { accessKeyId, secretAccessKey, sessionToken } = issued
  return { accessKeyId, secretAccessKey, sessionToken }
}
const EVERYTHING = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow' as const, Action: '*', Resource: '*' }],
}

async function atSignIn(stage: Simulated, person: Person = {}, disk: Disk = new Map()) {
  const journey = await startJourney(stage, disk, undefined, person)
  await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await journey.reaches('sign-in', 'todo', 'pending')
  return {
    ...journey,
    settled: () => journey.reaches('sign-in', 'todo', 'done', 'failed', 'pending'),
  }
}
const factsOf = (status: Status): Record<string, string> =>
  status.kind === 'done'
    ? Object.fromEntries(status.evidence.map(({ id, value }) => [id, value]))
    : {}

describe('pasted keys', () => {
  it('prove the account, and are kept nowhere', async () => {
    const stage = await simulated()
    const disk: Disk = new Map()
    const { send, settled, engine } = await atSignIn(stage, {}, disk)
    const keys = keysOf(stage)
    await send(pasting(keys))
    expect(factsOf(await settled())).toEqual({
      account: PAYER,
      'signed-in-as': 'dana.levi',
      'permission-set': 'AdministratorAccess',
      'sign-in-way': 'keys',
      organization: 'o-4kd92mx0ab',
      'management-account': 'yes',
      'bill-payer': 'own',
    })
    await engine.idle()
    expect(stage.stored()).toBeNull()
    const kept = JSON.stringify([...disk, engine.steps()])
    expect(Object.values(keys).filter((secret) => kept.includes(secret))).toEqual([])
    expect(engine.choices()).toMatchObject({ way: 'keys', roleName: 'AdministratorAccess' })
    expect(stage.simulator.requests.some(({ service }) => service.startsWith('sso'))).toBe(false)
    engine.stop()
  })

  it('end in the middle; with new ones, what they interrupted goes on by itself', async () => {
    const stage = await simulated()
    const { send, settled, reaches, engine } = await atSignIn(stage)
    await send(pasting(keysOf(stage)))
    const report = await reaches('cost-report', 'todo')
    if (report.kind !== 'todo' || report.ask.step !== 'cost-report') throw new Error('no form')
    if (report.ask.stage !== 'choose') throw new Error('no form')
    stage.simulator.world.sso.expireRoleCredentials()
    await send({ step: 'cost-report', action: 'create', reviewed: '', ...report.ask.draft })
    expect(await reaches('cost-report', 'failed')).toMatchObject({ error: { code: 'keys-ended' } })
    const ended = await reaches('sign-in', 'failed')
    expect(ended).toMatchObject({
      error: { code: 'keys-ended' },
      ask: { stage: 'start', way: 'keys' },
    })
    await send(pasting(keysOf(stage)))
    await settled()
    await reaches('cost-report', 'done')
    expect(stage.simulator.world.accounts.get(PAYER)?.reports).toHaveLength(1)
    engine.stop()
  })

  it('that AWS does not take are told beside the field, and forgotten', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await atSignIn(stage)
    const keys = keysOf(stage)
    await send({ ...pasting(keys), block: 'see the other mail' })
    expect(await settled()).toMatchObject({
      kind: 'todo',
      ask: { stage: 'start' },
      problem: { code: 'keys-unreadable', field: 'block' },
    })
    await send(pasting({ ...keys, sessionToken: `${keys.sessionToken.slice(0, -4)}AAA=` }))
    expect(await settled()).toMatchObject({
      kind: 'todo',
      problem: { code: 'keys-refused', field: 'block', facts: { reason: 'invalid' } },
    })
    stage.simulator.world.sso.expireRoleCredentials()
    await send({ step: 'sign-in', action: 'use-keys', block: '', ...keys })
    const status = await settled()
    expect(status).toMatchObject({
      kind: 'todo',
      problem: { code: 'keys-refused', field: 'accessKeyId', facts: { reason: 'expired' } },
    })
    if (status.kind !== 'todo' || !status.problem) throw new Error('no problem')
    expect(errorText(english, status.problem).what).toBe('These keys have expired.')
    expect(engine.choices()).toMatchObject({ way: 'portal', account: null })
    engine.stop()
  })

  it('of another account than the one before are told, and can be gone on with', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await atSignIn(stage)
    await send(pasting(keysOf(stage)))
    await settled()
    await send(pasting(keysOf(stage, MEMBER)))
    expect(await settled()).toMatchObject({
      kind: 'failed',
      error: { code: 'account-told-other', facts: { account: PAYER, came: MEMBER } },
      ask: { stage: 'account', accounts: [{ id: MEMBER }] },
    })
    await send({ step: 'sign-in', action: 'choose-account', accountId: MEMBER })
    expect(await settled()).toMatchObject({
      kind: 'failed',
      error: { code: 'wrong-account-member', facts: { managementAccount: PAYER } },
      ask: { stage: 'wrong-account' },
    })
    await send({ step: 'sign-in', action: 'other-account' })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'start', way: 'keys' } })
    expect(engine.choices().account).toBeNull()
    engine.stop()
  })

  it.each([
    [`arn:aws:iam::${PAYER}:root`, { 'user-kind': 'root' }],
    [`arn:aws:iam::${PAYER}:user/finance/dana`, { 'iam-user': 'dana' }],
    [`arn:aws:sts::${PAYER}:federated-user/sam`, { 'signed-in-as': 'sam' }],
  ])('of %s show whose they are', async (arn, expected) => {
    const stage = await simulated()
    const { send, settled, engine } = await atSignIn(stage)
    await send(pasting(keysOf(stage, PAYER, arn)))
    const came = await settled()
    if ('user-kind' in expected) {
      expect(came).toMatchObject({ kind: 'todo', ask: { stage: 'root' } })
      await send({ step: 'sign-in', action: 'accept-root' })
    }
    const facts = factsOf(await settled())
    expect(facts).toMatchObject({ account: PAYER, ...expected })
    expect(facts).not.toHaveProperty('permission-set')
    engine.stop()
  })

  it('are asked for anew after the app was closed', async () => {
    const stage = await simulated()
    const disk: Disk = new Map()
    const first = await atSignIn(stage, {}, disk)
    await first.send(pasting(keysOf(stage)))
    await first.settled()
    await first.engine.idle()
    first.engine.stop()
    const second = await startJourney(stage, disk)
    expect(await second.reaches('sign-in', 'todo')).toMatchObject({
      ask: { stage: 'start', way: 'keys' },
    })
    await second.send({ step: 'sign-in', action: 'sign-in-again' })
    expect(await second.reaches('sign-in', 'todo')).toMatchObject({ ask: { stage: 'start' } })
    expect(second.engine.choices().account?.id).toBe(PAYER)
    second.engine.stop()
  })
})

describe('a profile of the AWS CLI', () => {
  /** A computer with one profile, signed in to while `accessToken` is good. */
  const computer = (accessToken: string, expiresAt: number): Map<string, string> =>
    new Map([
      [
        'config',
        `[profile payer]\nsso_session = nw\nsso_account_id = ${PAYER}\nsso_role_name = AdministratorAccess\n[sso-session nw]\nsso_start_url = ${START_URL}\nsso_region = us-east-1\n[profile keys]\naws_access_key_id = AKIAQWERTYUIOPASDFGH\naws_secret_access_key = x`,
      ],
      [
        `sso/cache/${createHash('sha1').update('nw').digest('hex')}.json`,
        JSON.stringify({ accessToken, expiresAt: new Date(expiresAt).toISOString() }),
      ],
    ])
  /** What `aws sso login` leaves behind. */
  async function cliSignIn({ signIn, clock }: Simulated): Promise<Map<string, string>> {
    const approved: Promise<string>[] = []
    const { accessToken } = await signIn.device({
      startUrl: START_URL,
      region: 'us-east-1',
      signal: new AbortController().signal,
      onCode: (code) => approved.push(press(code.verificationUriComplete, 'allow')),
    })
    await Promise.all(approved)
    return computer(accessToken, clock.now() + 7_200_000)
  }

  it('is looked for when asked, used, and asked again when its credentials end', async () => {
    const stage = await simulated()
    const awsFiles = await cliSignIn(stage)
    const { send, settled, status, reaches, engine } = await atSignIn(stage, { awsFiles })
    expect(status('sign-in')).toMatchObject({ ask: { stage: 'start', profiles: null } })
    await send({ step: 'sign-in', action: 'look-for-profiles' })
    expect(status('sign-in')).toMatchObject({
      kind: 'todo',
      ask: {
        stage: 'start',
        profiles: [
          { name: 'payer', kind: 'sso', accountId: PAYER, refusal: '' },
          { name: 'keys', kind: 'short-lived', accountId: '', refusal: 'profile-long-lived' },
        ],
      },
    })
    await send({ step: 'sign-in', action: 'use-profile', profile: 'keys' })
    expect(await settled()).toMatchObject({
      kind: 'todo',
      ask: { stage: 'start', profiles: [{ name: 'payer' }, { name: 'keys' }] },
      problem: { code: 'profile-long-lived', field: 'profile' },
    })
    await send({ step: 'sign-in', action: 'use-profile', profile: 'payer' })
    expect(factsOf(await settled())).toMatchObject({
      account: PAYER,
      'permission-set': 'AdministratorAccess',
      'sign-in-way': 'profile',
      'cli-profile': 'payer',
    })
    expect(engine.choices()).toMatchObject({ way: 'profile', profile: 'payer' })
    expect(stage.stored()).toBeNull()
    await reaches('cost-report', 'todo')
    stage.simulator.world.sso.expireRoleCredentials()
    await send({ step: 'cost-report', action: 'check' })
    expect((await reaches('cost-report', 'todo', 'failed')).kind).toBe('todo')
    engine.stop()
  })

  it('is found in a folder that the person chooses, and told where there is none', async () => {
    const stage = await simulated()
    const files = await cliSignIn(stage)
    // The CLI leaves its sign-ins in its own folder, wherever its two files are.
    const awsFiles = new Map(
      [...files].map(([name, text]) => [name === 'config' ? '../corp/config' : name, text]),
    )
    const folder = '/home/person/corp'
    const { send, settled, status, engine } = await atSignIn(stage, { awsFiles, folder })
    await send({ step: 'sign-in', action: 'look-for-profiles' })
    expect(status('sign-in')).toMatchObject({ ask: { profiles: [], profileFolder: '' } })
    await send({ step: 'sign-in', action: 'choose-folder' })
    expect(status('sign-in')).toMatchObject({
      ask: { profiles: [{ name: 'payer', refusal: '' }, { name: 'keys' }], profileFolder: folder },
    })
    await send({ step: 'sign-in', action: 'use-profile', profile: 'payer' })
    expect(factsOf(await settled())).toMatchObject({ account: PAYER, 'cli-profile': 'payer' })
    await send({ step: 'sign-in', action: 'sign-out' })
    await settled()
    await send({ step: 'sign-in', action: 'usual-folder' })
    expect(status('sign-in')).toMatchObject({ ask: { profiles: [], profileFolder: '' } })
    awsFiles.clear()
    expect(await engine.command({ step: 'sign-in', action: 'choose-folder' })).toMatchObject({
      accepted: false,
      error: { code: 'profile-folder-empty', facts: { folder } },
    })
    engine.stop()
  })

  it('is not followed into another account when somebody renews it with other keys', async () => {
    const stage = await simulated()
    const keysOf = (accountId: string): string => {
      const keys = issueCredentials(stage.simulator.world, {
        accountId,
        holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
        expires: stage.clock.now() + 3_600_000,
      })
      return [
        '[shared]',
        `aws_access_key_id = ${keys.accessKeyId}`,
        `aws_secret_access_key = ${keys.secretAccessKey}`,
        `aws_session_token = ${keys.sessionToken}`,
      ].join('\n')
    }
    const awsFiles = new Map([['credentials', keysOf(PAYER)]])
    const { send, settled, reaches, engine } = await atSignIn(stage, { awsFiles })
    await send({ step: 'sign-in', action: 'use-profile', profile: 'shared' })
    await settled()
    await reaches('cost-report', 'todo')
    stage.simulator.world.sso.expireRoleCredentials()
    awsFiles.set('credentials', keysOf('730915264418'))
    await send({
      step: 'cost-report',
      action: 'create',
      reviewed: '',
      reportName: 'spot-eco',
      bucketName: `spot-eco-cur-${PAYER}`,
      prefix: 'cur',
      bucketIsNew: true,
    })
    expect(await reaches('sign-in', 'failed')).toMatchObject({
      error: {
        code: 'profile-other-account',
        facts: { account: PAYER, came: '730915264418' },
      },
      ask: { stage: 'start' },
    })
    expect(stage.simulator.requests.map(({ operation }) => operation)).not.toContain('CreateBucket')
    engine.stop()
  })

  it('says how to renew a sign-in that has ended, and goes on after that', async () => {
    const stage = await simulated()
    const awsFiles = await cliSignIn(stage)
    const { send, settled, reaches, engine } = await atSignIn(stage, { awsFiles })
    await send({ step: 'sign-in', action: 'use-profile', profile: 'payer' })
    await settled()
    await reaches('cost-report', 'todo')
    stage.simulator.world.sso.endSsoSession()
    stage.simulator.world.sso.expireRoleCredentials()
    await send({ step: 'cost-report', action: 'check' })
    const ended = await reaches('sign-in', 'failed')
    expect(ended).toMatchObject({
      error: {
        code: 'profile-ended',
        facts: { profile: 'payer', command: 'aws sso login --profile payer' },
      },
      ask: { stage: 'start', way: 'profile', profile: 'payer' },
    })
    if (ended.kind !== 'failed') throw new Error('not ended')
    expect(errorText(english, ended.error).todo).toContain('aws sso login --profile payer')
    for (const [name, text] of await cliSignIn(stage)) awsFiles.set(name, text)
    await send({ step: 'sign-in', action: 'sign-in-again' })
    expect((await settled()).kind).toBe('done')
    await reaches('cost-report', 'todo')
    engine.stop()
  })
})

describe('by hand', () => {
  it('contacts nobody, checks the number, and is verified by signing in later', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await atSignIn(stage)
    await send({ step: 'sign-in', action: 'by-hand' })
    expect(await settled()).toMatchObject({
      kind: 'todo',
      ask: { stage: 'by-hand', accountId: '' },
    })
    await send({ step: 'sign-in', action: 'by-hand-account', accountId: '4182 0731 560' })
    expect(await settled()).toMatchObject({
      kind: 'todo',
      problem: {
        code: 'account-id-invalid',
        field: 'accountId',
        facts: { value: '4182 0731 560' },
      },
    })
    await send({ step: 'sign-in', action: 'by-hand-account', accountId: ' 4182-0731-5602 ' })
    expect(await settled()).toMatchObject({
      kind: 'pending',
      blocks: false,
      lookAgainAt: null,
      progress: { kind: 'unverified', evidence: [{ id: 'account', value: PAYER }] },
    })
    await engine.idle()
    expect(stage.simulator.requests).toEqual([])
    await send({ step: 'sign-in', action: 'leave-by-hand' })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'start' } })
    expect(engine.choices().account?.id).toBe(PAYER)
    await send({
      step: 'sign-in',
      action: 'start',
      startUrl: START_URL,
      region: 'us-east-1',
      method: 'browser',
    })
    expect(await settled()).toMatchObject({ kind: 'todo', ask: { stage: 'role' } })
    await send({ step: 'sign-in', action: 'choose-role', roleName: 'AdministratorAccess' })
    expect(factsOf(await settled())).toMatchObject({
      account: PAYER,
      'account-name': 'Northwind Management',
    })
    engine.stop()
  })

  it('says when the account that is signed in to later is another', async () => {
    const stage = await simulated()
    const { send, settled, engine } = await atSignIn(stage)
    await send({ step: 'sign-in', action: 'by-hand' })
    await settled()
    await send({ step: 'sign-in', action: 'by-hand-account', accountId: '111122223333' })
    await settled()
    await send({ step: 'sign-in', action: 'leave-by-hand' })
    await settled()
    await send(pasting(keysOf(stage)))
    expect(await settled()).toMatchObject({
      kind: 'failed',
      error: { code: 'account-told-other', facts: { account: '111122223333', came: PAYER } },
      ask: { stage: 'account', accounts: [{ id: PAYER }] },
    })
    await send({ step: 'sign-in', action: 'choose-account', accountId: PAYER })
    expect((await settled()).kind).toBe('done')
    engine.stop()
  })
})
