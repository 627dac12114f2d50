import { GetRoleCommand } from '@aws-sdk/client-iam'
import { z } from 'zod'
import type { MissingPermission } from '../../contract/preflight.ts'
import { fail } from '../../errors/failure.ts'
import { parseAssumedRole } from '../../base/arn.ts'
import { once } from '../../base/once.ts'
import { iamClient } from '../client/clients.ts'
import { REGION } from '../client/regions.ts'
import type { Access } from '../client/clients.ts'
import { holderOf } from '../../base/holder.ts'
import { awsCode, isDenied, parseReply, withSignal } from '../client/reply.ts'
import { simulated, type Simulated } from './simulation.ts'

export type Question = { readonly action: string; readonly resource: string }
/** What IAM's own simulation says that a person may do. */
export type Permissions = {
  /**
   * ARN of the user or role whose policies count for a caller, with its path; null for whom IAM
   * cannot simulate, the root user among them. `identityCenterRegion` is '' for whoever did not sign
   * in through a portal.
   */
  readonly principalOf: (
    callerArn: string,
    identityCenterRegion: string,
    signal?: AbortSignal,
  ) => Promise<string | null>
  /**
   * The same without asking AWS, where it is sure enough to be asked about at once: of a permission set in a
   * portal whose region is known. Null for everybody else.
   */
  readonly likely: (callerArn: string, identityCenterRegion: string) => string | null
  /** Those of the questions that the principal would be refused. Throws `aws-principal-unknown`. */
  readonly missing: (
    principalArn: string,
    questions: readonly Question[],
    signal?: AbortSignal,
  ) => Promise<MissingPermission[]>
}

/** All that the operator policy is about, in one go. */
const AT_ONCE = 8
const NO_SUCH_ENTITY = ['NoSuchEntity', 'NoSuchEntityException']

const roleSchema = z.object({ Role: z.object({ Arn: z.string() }) })
/** Conditions that hold for every call of this app; others cannot be known beforehand. */
const CONTEXT = [
  { ContextKeyName: 'aws:RequestedRegion', ContextKeyType: 'string', ContextKeyValues: [REGION] },
  { ContextKeyName: 'aws:SecureTransport', ContextKeyType: 'boolean', ContextKeyValues: ['true'] },
] as const

export function createPermissions(access: Access): Permissions {
  const client = once(() => iamClient(access))

  const roleArn = async (
    roleName: string,
    guess: string,
    signal: AbortSignal | undefined,
  ): Promise<string> => {
    try {
      const command = new GetRoleCommand({ RoleName: roleName })
      const reply = await client().send(command, withSignal(signal))
      return parseReply(roleSchema, reply, 'iam', 'GetRole').Role.Arn
    } catch (error) {
      if (isDenied(error)) return guess
      if (!NO_SUCH_ENTITY.includes(awsCode(error))) throw error
      throw fail('aws-principal-unknown', { principal: guess }, { cause: error })
    }
  }

  const simulate = async (
    principalArn: string,
    resource: string,
    actions: readonly string[],
    signal: AbortSignal | undefined,
  ): Promise<MissingPermission[]> => {
    const asked = { principalArn, actions, resource, circumstances: CONTEXT }
    const results = await simulated(client(), asked, signal)
    return results
      .filter(({ EvalDecision }) => EvalDecision !== 'allowed')
      .map((result) => ({ action: result.EvalActionName, resource, because: becauseOf(result) }))
  }

  return {
    likely,
    async principalOf(callerArn, identityCenterRegion, signal) {
      const role = parseAssumedRole(callerArn)
      if (role)
        return roleArn(role.roleName, guessedArn(callerArn, role, identityCenterRegion), signal)
      return holderOf(callerArn).kind === 'user' ? callerArn : null
    },
    async missing(principalArn, questions, signal) {
      const byResource = new Map<string, Set<string>>()
      for (const { action, resource } of questions)
        byResource.set(resource, (byResource.get(resource) ?? new Set()).add(action))
      const left = [...byResource]
      const found = new Map<string, MissingPermission[]>()
      const worker = async (): Promise<void> => {
        for (let next = left.shift(); next !== undefined; next = left.shift()) {
          const [resource, actions] = next
          found.set(resource, await simulate(principalArn, resource, [...actions], signal))
        }
      }
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, worker))
      } catch (error) {
        if (!NO_SUCH_ENTITY.includes(awsCode(error))) throw error
        throw fail('aws-principal-unknown', { principal: principalArn }, { cause: error })
      }
      // In the order in which they were asked, whichever answer came first.
      return [...byResource.keys()].flatMap((resource) => found.get(resource) ?? [])
    },
  }
}

function likely(callerArn: string, identityCenterRegion: string): string | null {
  const role = parseAssumedRole(callerArn)
  const isSure = identityCenterRegion !== '' && role?.roleName.startsWith('AWSReservedSSO_')
  return role && isSure ? guessedArn(callerArn, role, identityCenterRegion) : null
}

/**
 * Identity Center keeps its roles under a path of their own, in which its region stands unless that
 * is us-east-1. Source: IAM Identity Center User Guide, "Referencing permission sets in resource
 * policies". Other roles are taken for ones without a path, as most are.
 */
function guessedArn(
  callerArn: string,
  { accountId, roleName }: { accountId: string; roleName: string },
  identityCenterRegion: string,
): string {
  const region = identityCenterRegion === 'us-east-1' ? '' : identityCenterRegion
  const path = roleName.startsWith('AWSReservedSSO_')
    ? `/aws-reserved/sso.amazonaws.com/${region === '' ? '' : `${region}/`}`
    : '/'
  const partition = callerArn.split(':')[1] ?? 'aws'
  return `arn:${partition}:iam::${accountId}:role${path}${roleName}`
}

/** An organization's refusal ends the evaluation, so that nothing else in the answer counts. */
function becauseOf(result: Simulated): MissingPermission['because'] {
  const { OrganizationsDecisionDetail: organization, ResourceSpecificResults: ofResource } = result
  if (organization?.AllowedByOrganizations === false) return 'organization'
  const boundary = [
    result.PermissionsBoundaryDecisionDetail,
    ...ofResource.map(({ PermissionsBoundaryDecisionDetail: detail }) => detail),
  ]
  if (boundary.some((detail) => detail?.AllowedByPermissionsBoundary === false)) return 'boundary'
  return result.EvalDecision === 'explicitDeny' ? 'explicit-deny' : 'not-allowed'
}
