import { expect, test } from 'vitest'
import { addVersion, setDefaultVersion, type PolicyDocument } from '../../e2e/simulator/index.ts'
import { PAYER } from '../aws/testing/simulated.ts'
import { madeConnection, type MadeConnection } from '../steps/testing/made-connection.ts'

const statement = (Effect: 'Allow' | 'Deny', Action: string[], Resource = ['*']) => ({
  Effect,
  Action,
  Resource,
})
const documentOf = (...Statement: PolicyDocument['Statement']): PolicyDocument => ({
  Version: '2012-10-17',
  Statement,
})
const changed = (
  { Statement, ...rest }: PolicyDocument,
  change: (statements: PolicyDocument['Statement']) => PolicyDocument['Statement'],
): PolicyDocument => ({ ...rest, Statement: change(Statement) })

const DENIED = { kind: 'accessDenied', denial: 'missing-permission' } as const

/** Looked at once, everything as approved. */
async function made(): Promise<MadeConnection> {
  const connection = await madeConnection()
  expect(await connection.lookAgain()).toBe('works')
  return connection
}

test('a policy that is only written otherwise is the same', async () => {
  const { stage, policy, lookAnew } = await made()
  const upside = changed(policy.document, (statements) =>
    statements.toReversed().map((one) => ({
      ...one,
      Action: [one.Action ?? []]
        .flat()
        .map((text) => text.toUpperCase())
        .toReversed(),
    })),
  )
  addVersion(policy, upside, stage.clock.now())
  expect(await lookAnew()).toBe('works')
})

test('a newer version that allows more is dangerous, and names what', async () => {
  const { stage, policy, lookAnew, health } = await made()
  const wider = changed(policy.document, (all) => [
    ...all,
    statement('Allow', ['iam:CreateUser', 'ce:GetCostAndUsage']),
  ])
  addVersion(policy, wider, stage.clock.now())
  expect(await lookAnew()).toBe('permissions: permissions-more')
  expect(health().differences).toEqual([
    {
      way: 'more',
      effect: 'Allow',
      policy: policy.name,
      actions: ['iam:CreateUser'],
      resources: ['*'],
      conditional: false,
      may: 'writes',
    },
  ])
  setDefaultVersion(policy, 'v1')
  expect(await lookAnew()).toBe('works')
  expect(health().differences).toEqual([])
})

test('a policy that somebody attached, or wrote into the role, is more than was approved', async () => {
  const { role, lookAnew, health } = await made()
  role.attached.add('arn:aws:iam::aws:policy/AdministratorAccess')
  // By an administrator's policy whatever else was approved is covered as well.
  expect(await lookAnew()).toContain('permissions: permissions-more')
  expect(health().differences).toMatchObject([
    { way: 'more', policy: 'AdministratorAccess', actions: ['*'], may: 'writes' },
  ])
  role.attached.delete('arn:aws:iam::aws:policy/AdministratorAccess')
  role.inline.set('ByHand', documentOf(statement('Allow', ['s3:PutObject'])))
  expect(await lookAnew()).toBe('permissions: permissions-more')
  expect(health().differences).toMatchObject([{ policy: 'ByHand', actions: ['s3:PutObject'] }])
  role.inline.delete('ByHand')
  expect(await lookAnew()).toBe('works')
})

test('a prohibition that somebody added is less than was approved', async () => {
  const { role, lookAnew, health } = await made()
  role.inline.set('NoTags', documentOf(statement('Deny', ['ce:GetTags'])))
  expect(await lookAnew()).toBe('permissions: permissions-less')
  expect(health().differences).toMatchObject([
    { way: 'less', effect: 'Deny', policy: 'NoTags', actions: ['ce:GetTags'] },
  ])
})

test('a permissions boundary that nobody has approved is told', async () => {
  const { role, lookAnew, finding } = await made()
  role.boundaryArn = `arn:aws:iam::${PAYER}:policy/Limit`
  role.boundary = documentOf(statement('Allow', ['*']))
  expect(await lookAnew()).toBe('boundary: boundary-set')
  // One under which Spot reads nothing stops the rest as well.
  role.boundary = documentOf(statement('Allow', ['ec2:*']))
  expect(await lookAnew()).toBe(
    'boundary: boundary-set; reading: reading-refused; costs: costs-refused',
  )
  delete role.boundaryArn
  delete role.boundary
  expect(await lookAnew()).toBe('works')
  expect(finding('boundary')).toMatchObject({ state: 'good', codes: [] })
})

test('somebody else who is trusted is named', async () => {
  const { role, lookAnew, health } = await made()
  const before = role.trust
  role.trust = changed(before, (all) => [
    ...all,
    { Effect: 'Allow', Principal: { AWS: ['111122223333'] }, Action: ['sts:AssumeRole'] },
  ])
  expect(await lookAnew()).toBe('trust: trust-more')
  expect(health().trust).toEqual({ more: ['arn:aws:iam::111122223333:root'], less: [] })
  role.trust = changed(before, (all) =>
    all.map((one) => ({ ...one, Principal: { AWS: ['arn:aws:iam::884866656237:root'] } })),
  )
  expect(await lookAnew()).toBe('trust: trust-less')
  expect(health().trust).toEqual({ more: [], less: ['arn:aws:iam::627743545735:root'] })
})

test('what nobody may read is not looked at, never green, and names the statement to add', async () => {
  const { stage, lookAnew, health, finding } = await made()
  const before = finding('permissions').at
  const listed = stage.simulator.inject({ ...DENIED, operation: 'ListRolePolicies' })
  expect(await lookAnew()).toBe('permissions: denied')
  expect(finding('permissions').before).toEqual({ state: 'good', at: before })
  expect(JSON.parse(health().statement)).toMatchObject({
    Statement: [{ Action: ['iam:ListRolePolicies'], Resource: ['arn:aws:iam::*:role/*'] }],
  })
  listed()
  expect(await lookAnew()).toBe('works')
  expect(health().statement).toBe('')
  stage.simulator.inject({ ...DENIED, operation: 'GetPolicyVersion' })
  expect(await lookAnew()).toBe('permissions: denied')
  expect(health().statement).toContain('iam:GetPolicyVersion')
})

/** Reads whose denial a step takes for "not known", so that there is no error that names them. */
const QUIET = [
  ['GetBucketPolicy', 'policy', 's3:GetBucketPolicy'],
  ['GetBucketEncryption', 'encryption', 's3:GetEncryptionConfiguration'],
  ['GetBucketLocation', 'bucket', 's3:GetBucketLocation'],
  ['ListObjectsV2', 'format', 's3:ListBucket'],
  ['ListOutboundResponsibilityTransfers', 'bill', 'ListOutboundResponsibilityTransfers'],
] as const

test('a read that is refused in silence names its statement as well', async () => {
  const { stage, lookAnew, health, finding } = await made()
  for (const [operation, id, action] of QUIET) {
    const lifted = stage.simulator.inject({ ...DENIED, operation })
    expect(await lookAnew()).toBe(`${id}: denied`)
    expect(finding(id)).toMatchObject({ state: 'unseen', before: { state: 'good' } })
    expect(health().statement).toContain(action)
    lifted()
  }
  // What is seen in another way is missed by nobody.
  stage.simulator.inject({ ...DENIED, operation: 'DescribeStacks' })
  expect(await lookAnew()).toBe('works')
  expect(health().statement).toBe('')
})

test('a role that may not even be read leaves nothing of it green', async () => {
  const { stage, lookAnew, health } = await made()
  stage.simulator.inject({ ...DENIED, operation: 'GetRole' })
  expect(await lookAnew()).toBe(
    'role: denied; trust: denied; permissions: denied; boundary: denied; reading: denied; costs: denied',
  )
  expect(health().statement).toContain('iam:GetRole')
})
