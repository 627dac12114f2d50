import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
  type IAMClient,
} from '@aws-sdk/client-iam'
import { z } from 'zod'
import { once } from '../../base/once.ts'
import { iamClient } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { pageWatch, watched } from '../client/pages.ts'
import { parseReply, withSignal } from '../client/reply.ts'
import { encodedJson } from './encoded-json.ts'
import type { PolicyText } from './grants.ts'

/** A policy of a role as it counts now: of a managed one the version that is its default. */
export type RolePolicy = PolicyText & {
  /** Of a managed policy; '' of one that is written into the role. */
  readonly arn: string
}
export type RolePolicies = {
  /** Every policy of a role. Throws what AWS refuses, and `aws-reply-unreadable`. */
  readonly of: (roleName: string, signal?: AbortSignal) => Promise<readonly RolePolicy[]>
  /**
   * Asks at once most of what `of` asks one after the other, if this is the one policy that is attached; ''
   * for none. What stands in it is asked only once it is known to be attached.
   */
  readonly likely: (roleName: string, policyArn: string, signal: AbortSignal) => Promise<unknown>
}

const attachedSchema = z.array(z.object({ PolicyName: z.string(), PolicyArn: z.string() }))
const inlineSchema = z.object({ PolicyDocument: encodedJson })
const policySchema = z.object({ Policy: z.object({ DefaultVersionId: z.string() }) })
const versionSchema = z.object({ PolicyVersion: z.object({ Document: encodedJson }) })

async function inlineOf(
  client: IAMClient,
  RoleName: string,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const found: string[] = []
  const pages = paginateListRolePolicies({ client }, { RoleName }, withSignal(signal))
  const watch = pageWatch('iam', 'ListRolePolicies')
  for await (const { PolicyNames = [] } of watched(pages, watch, ({ Marker }) => Marker))
    found.push(...parseReply(z.array(z.string()), PolicyNames, 'iam', 'ListRolePolicies'))
  return found
}

export function createRolePolicies(access: Access): RolePolicies {
  const client = once(() => iamClient(access))

  const attachedTo = async (
    RoleName: string,
    signal: AbortSignal | undefined,
  ): Promise<z.infer<typeof attachedSchema>> => {
    const found: z.infer<typeof attachedSchema> = []
    const pages = paginateListAttachedRolePolicies(
      { client: client() },
      { RoleName },
      withSignal(signal),
    )
    const watch = pageWatch('iam', 'ListAttachedRolePolicies')
    for await (const { AttachedPolicies = [] } of watched(pages, watch, ({ Marker }) => Marker))
      found.push(...parseReply(attachedSchema, AttachedPolicies, 'iam', 'ListAttachedRolePolicies'))
    return found
  }
  const versionOf = async (PolicyArn: string, signal: AbortSignal | undefined): Promise<string> => {
    const reply = await client().send(new GetPolicyCommand({ PolicyArn }), withSignal(signal))
    return parseReply(policySchema, reply, 'iam', 'GetPolicy').Policy.DefaultVersionId
  }
  const documentOf = async (
    PolicyArn: string,
    VersionId: string,
    signal: AbortSignal | undefined,
  ): Promise<RolePolicy['document']> => {
    const command = new GetPolicyVersionCommand({ PolicyArn, VersionId })
    const reply = await client().send(command, withSignal(signal))
    return parseReply(versionSchema, reply, 'iam', 'GetPolicyVersion').PolicyVersion.Document
  }
  const managed = async (
    arn: string,
    policy: string,
    signal: AbortSignal | undefined,
  ): Promise<RolePolicy> => {
    const document = await documentOf(arn, await versionOf(arn, signal), signal)
    return { policy, arn, document }
  }
  const inline = async (
    RoleName: string,
    PolicyName: string,
    signal: AbortSignal | undefined,
  ): Promise<RolePolicy> => {
    const command = new GetRolePolicyCommand({ RoleName, PolicyName })
    const reply = await client().send(command, withSignal(signal))
    const { PolicyDocument: document } = parseReply(inlineSchema, reply, 'iam', 'GetRolePolicy')
    return { policy: PolicyName, arn: '', document }
  }

  return {
    async likely(roleName, policyArn, signal) {
      const own = async (): Promise<unknown> => {
        const [attached, version] = await Promise.all([
          attachedTo(roleName, signal),
          policyArn === '' ? '' : versionOf(policyArn, signal),
        ])
        const isAttached = attached.some(({ PolicyArn }) => PolicyArn === policyArn)
        return isAttached ? documentOf(policyArn, version, signal) : null
      }
      return Promise.all([own(), inlineOf(client(), roleName, signal)])
    },
    async of(roleName, signal) {
      const [attached, names] = await Promise.all([
        attachedTo(roleName, signal),
        inlineOf(client(), roleName, signal),
      ])
      return Promise.all([
        ...attached.map(({ PolicyArn, PolicyName }) => managed(PolicyArn, PolicyName, signal)),
        ...names.map((name) => inline(roleName, name, signal)),
      ])
    },
  }
}
