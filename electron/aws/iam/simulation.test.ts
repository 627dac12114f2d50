import { expect, test } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import { answering } from '../testing/answering.ts'
import { createPermissions } from './permissions.ts'
import { createRoles } from './roles.ts'

const ROLE = 'arn:aws:iam::111122223333:role/Spot'

/** The simulation's answer that allows these actions, and tells of no other. */
const allowing = (...actions: string[]): string => {
  const members = actions.map(
    (action) =>
      `<member><EvalActionName>${action}</EvalActionName><EvalDecision>allowed</EvalDecision></member>`,
  )
  return `<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><IsTruncated>false</IsTruncated><EvaluationResults>${members.join('')}</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>`
}
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return ''
  } catch (error) {
    return toAppError(error).code
  }
}

test('a role of which the simulation says nothing may nothing', async () => {
  const silent = createRoles(await answering(() => allowing()))
  expect(await codeOf(silent.canRead(ROLE, 'cur', 'eco'))).toBe('aws-reply-unreadable')
  expect(await codeOf(silent.refusedCosts(ROLE))).toBe('aws-reply-unreadable')
  // Of what nobody was told, nobody says that it cannot be changed.
  expect(await codeOf(silent.mayChange(ROLE, 'cur'))).toBe('aws-reply-unreadable')
})

test('one answer of two is not both', async () => {
  const half = createPermissions(await answering(() => allowing('s3:GetObject')))
  const asked = ['s3:GetObject', 's3:PutObject'].map((action) => ({ action, resource: '*' }))
  expect(await codeOf(half.missing(ROLE, asked))).toBe('aws-reply-unreadable')
  expect(await half.missing(ROLE, asked.slice(0, 1))).toEqual([])
})

test('names are the same in whatever case IAM writes them', async () => {
  const other = createPermissions(await answering(() => allowing('S3:getobject')))
  expect(await other.missing(ROLE, [{ action: 's3:GetObject', resource: '*' }])).toEqual([])
})
