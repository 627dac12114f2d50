import { GetRoleCommand } from '@aws-sdk/client-iam'
import { z } from 'zod'
import { fail } from '../../errors/failure.ts'
import { once } from '../../base/once.ts'
import { iamClient } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { simulated } from './simulation.ts'
import { readTrust, type Trust } from './trust.ts'
import { encodedJson } from './encoded-json.ts'
import { awsCode, parseReply, withSignal } from '../client/reply.ts'

/** An IAM role and whom it trusts. */
export type Role = Trust & {
  readonly name: string
  readonly arn: string
  /** The trust policy as parsed JSON. */
  readonly trust: unknown
  /** ARN of its permissions boundary; '' for none. */
  readonly boundary: string
}
type SimulatedAccess = {
  readonly action: string
  readonly resource: string
  /** `allowed`, `explicitDeny` or `implicitDeny`. */
  readonly decision: string
}
export type Roles = {
  /** Null when there is no such role. */
  readonly find: (name: string, signal?: AbortSignal) => Promise<Role | null>
  /** What IAM says of the two reads that Eco needs. Throws `role-missing`. */
  readonly canRead: (
    roleArn: string,
    bucket: string,
    prefix: string,
    signal?: AbortSignal,
  ) => Promise<SimulatedAccess[]>
  /**
   * Of some changes that nobody needs for reading a report, those that the role may make: a sample
   * that shows a role made far too wide. Throws `role-missing`.
   */
  readonly mayChange: (roleArn: string, bucket: string, signal?: AbortSignal) => Promise<string[]>
  /** Of the reads of Cost Explorer that Eco is built on, those that the role is refused. Throws `role-missing`. */
  readonly refusedCosts: (roleArn: string, signal?: AbortSignal) => Promise<string[]>
}

/** Changes that no template for reading asks for. */
const TOO_WIDE = ['iam:CreateUser', 'iam:AttachUserPolicy', 'ec2:TerminateInstances']

/** A sample of what Spot reads in Cost Explorer. Source: the vendor's `eco-permissions.json`. */
const COSTS = [
  'ce:GetCostAndUsage',
  'ce:GetReservationUtilization',
  'ce:GetSavingsPlansUtilization',
  'ce:GetDimensionValues',
]

const roleSchema = z.object({
  Role: z.object({
    RoleName: z.string(),
    Arn: z.string(),
    AssumeRolePolicyDocument: z.string().default('%7B%22Statement%22%3A%5B%5D%7D'),
    PermissionsBoundary: z.object({ PermissionsBoundaryArn: z.string() }).optional(),
  }),
})
type SimulationQuestion = { readonly actions: readonly string[]; readonly resource: string }

export function createRoles(access: Access): Roles {
  const client = once(() => iamClient(access))

  const simulate = async (
    roleArn: string,
    question: SimulationQuestion,
    signal: AbortSignal | undefined,
  ): Promise<SimulatedAccess[]> => {
    const results = await simulated(client(), { principalArn: roleArn, ...question }, signal)
    return results.map((result) => ({
      action: result.EvalActionName,
      resource: result.EvalResourceName,
      decision: result.EvalDecision,
    }))
  }
  const simulateAll = async (
    roleArn: string,
    questions: readonly SimulationQuestion[],
    signal: AbortSignal | undefined,
  ): Promise<SimulatedAccess[]> => {
    try {
      return (
        await Promise.all(questions.map((question) => simulate(roleArn, question, signal)))
      ).flat()
    } catch (error) {
      if (awsCode(error) === 'NoSuchEntityException' || awsCode(error) === 'NoSuchEntity')
        throw fail('role-missing', { role: roleArn }, { cause: error })
      throw error
    }
  }

  return {
    async find(name, signal) {
      try {
        const command = new GetRoleCommand({ RoleName: name })
        const reply = await client().send(command, withSignal(signal))
        const { Role: role } = parseReply(roleSchema, reply, 'iam', 'GetRole')
        const trust = parseReply(encodedJson, role.AssumeRolePolicyDocument, 'iam', 'GetRole')
        const boundary = role.PermissionsBoundary?.PermissionsBoundaryArn ?? ''
        return { name: role.RoleName, arn: role.Arn, ...readTrust(trust), trust, boundary }
      } catch (error) {
        if (awsCode(error) === 'NoSuchEntityException' || awsCode(error) === 'NoSuchEntity')
          return null
        throw error
      }
    },
    canRead(roleArn, bucket, prefix, signal) {
      const arn = `arn:aws:s3:::${bucket}`
      // An empty prefix is a report at the root of its bucket.
      const objects = `${arn}/${prefix === '' ? '' : `${prefix}/`}*`
      const questions = [
        { actions: ['s3:ListBucket'], resource: arn },
        { actions: ['s3:GetObject'], resource: objects },
      ]
      return simulateAll(roleArn, questions, signal)
    },
    async mayChange(roleArn, bucket, signal) {
      const questions = [
        { actions: TOO_WIDE, resource: '*' },
        { actions: ['s3:DeleteObject'], resource: `arn:aws:s3:::${bucket}/*` },
      ]
      const decisions = await simulateAll(roleArn, questions, signal)
      return decisions.filter(({ decision }) => decision === 'allowed').map(({ action }) => action)
    },
    async refusedCosts(roleArn, signal) {
      const questions = [{ actions: COSTS, resource: '*' }]
      const decisions = await simulateAll(roleArn, questions, signal)
      return decisions.filter(({ decision }) => decision !== 'allowed').map(({ action }) => action)
    },
  }
}
