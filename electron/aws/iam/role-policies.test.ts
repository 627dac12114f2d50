import { expect, test } from 'vitest'
import { addVersion, setDefaultVersion, type Role } from '../../../e2e/simulator/index.ts'
import { PAYER, simulated, type Simulated } from '../testing/simulated.ts'
import { createRolePolicies, type RolePolicies } from './role-policies.ts'
import { createRoles } from './roles.ts'

const ROLE = 'SpotByNetApp_Finops_ReadOnly'
const ARN = `arn:aws:iam::${PAYER}:policy/Ours`
const document = (Action: string) => ({
  Version: '2012-10-17' as const,
  Statement: [{ Effect: 'Allow' as const, Action: [Action], Resource: ['*'] }],
})

async function scene(): Promise<{
  stage: Simulated
  role: Role
  policies: RolePolicies
  policy: { document: ReturnType<typeof document> }
}> {
  const stage = await simulated()
  const { access } = await stage.enter()
  const account = stage.simulator.world.accounts.get(PAYER)
  const role: Role = {
    name: ROLE,
    path: '/',
    arn: `arn:aws:iam::${PAYER}:role/${ROLE}`,
    id: 'AROA5XN7Q2LMHT4KWPE6Z',
    created: 0,
    description: undefined,
    trust: { Version: '2012-10-17', Statement: [] },
    inline: new Map([['Inside', document('a:Inside')]]),
    attached: new Set([ARN, 'arn:aws:iam::aws:policy/AdministratorAccess']),
    tags: {},
    maxSessionSeconds: 3600,
  }
  account?.roles.set(ROLE, role)
  const policy = {
    name: 'Ours',
    path: '/',
    arn: ARN,
    id: 'ANPA5XN7Q2LMHT4KWPE6Z',
    created: 0,
    description: undefined,
    document: document('a:First'),
  }
  account?.policies.set(ARN, policy)
  return { stage, role, policy, policies: createRolePolicies(access) }
}

test('a role has the policies in it, and the default versions of those attached to it', async () => {
  const { stage, policies } = await scene()
  const found = await policies.of(ROLE)
  expect(found.map(({ policy }) => policy).toSorted()).toEqual([
    'AdministratorAccess',
    'Inside',
    'Ours',
  ])
  const ours = stage.simulator.world.accounts.get(PAYER)?.policies.get(ARN)
  if (!ours) throw new Error('no policy')
  addVersion(ours, document('a:Second'), stage.clock.now())
  const after = await policies.of(ROLE)
  expect(after.find(({ arn }) => arn === ARN)?.document).toEqual(document('a:Second'))
  setDefaultVersion(ours, 'v1')
  const back = await policies.of(ROLE)
  expect(back.find(({ arn }) => arn === ARN)?.document).toEqual(document('a:First'))
})

test('all pages of its policies are read', async () => {
  const { role, policies } = await scene()
  for (let at = 0; at < 150; at++) role.inline.set(`Another${at}`, document('a:b'))
  expect(await policies.of(ROLE)).toHaveLength(153)
})

test('what may not be read is refused, and never taken for nothing', async () => {
  for (const operation of [
    'ListAttachedRolePolicies',
    'ListRolePolicies',
    'GetRolePolicy',
    'GetPolicy',
    'GetPolicyVersion',
  ]) {
    const { stage, policies } = await scene()
    stage.simulator.inject({ kind: 'accessDenied', operation, denial: 'missing-permission' })
    await expect(policies.of(ROLE)).rejects.toMatchObject({
      error: { code: 'aws-denied', facts: { action: `iam:${operation}` } },
    })
  }
})

test('of a likely policy the text is read only where it is attached', async () => {
  const { stage, role, policies } = await scene()
  const { signal } = new AbortController()
  const asked = async (): Promise<string[]> => {
    const since = stage.simulator.requests.length
    await policies.likely(ROLE, ARN, signal)
    const sent = stage.simulator.requests.slice(since)
    return sent.map(({ operation }) => operation).toSorted()
  }
  const lists = ['GetPolicy', 'ListAttachedRolePolicies', 'ListRolePolicies']
  // The first call fetches the credentials.
  await policies.of(ROLE)
  expect(await asked()).toEqual([
    'GetPolicy',
    'GetPolicyVersion',
    'ListAttachedRolePolicies',
    'ListRolePolicies',
  ])
  role.attached.delete(ARN)
  expect(await asked()).toEqual(lists)
})

test('a boundary is told', async () => {
  const { stage, role } = await scene()
  const { access } = await stage.enter()
  expect((await createRoles(access).find(ROLE))?.boundary).toBe('')
  role.boundaryArn = `arn:aws:iam::${PAYER}:policy/Limit`
  expect((await createRoles(access).find(ROLE))?.boundary).toBe(role.boundaryArn)
})
