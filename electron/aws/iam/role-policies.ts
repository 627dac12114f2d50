import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRolePolicyCommand,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
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
  /** Asks at once what `of` asks one after the other, if this is the one policy that is attached; '' for none. */
  readonly likely: (roleName: string, policyArn: string, signal: AbortSignal) => Promise<unknown>
}

const attachedSchema = z.array(z.object({ PolicyName: z.string(), PolicyArn: z.string() }))
const inlineSchema = z.object({ PolicyDocument: encodedJson })
const policySchema = z.object({ Policy: z.object({ DefaultVersionId: z.string() }) })
const versionSchema = z.object({ PolicyVersion: z.object({ Document: encodedJson }) })

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
  const inlineOf = async (RoleName: string, signal: AbortSignal | undefined): Promise<string[]> => {
    const found: string[] = []
    const pages = paginateListRolePolicies({ client: client() }, { RoleName }, withSignal(signal))
    const watch = pageWatch('iam', 'ListRolePolicies')
    for await (const { PolicyNames = [] } of watched(pages, watch, ({ Marker }) => Marker))
      found.push(...parseReply(z.array(z.string()), PolicyNames, 'iam', 'ListRolePolicies'))
    return found
  }
  const managed = async (
    PolicyArn: string,
    policy: string,
    signal: AbortSignal | undefined,
  ): Promise<RolePolicy> => {
    const options = withSignal(signal)
    const found = await client().send(new GetPolicyCommand({ PolicyArn }), options)
    const { DefaultVersionId: VersionId } = parseReply(
      policySchema,
      found,
      'iam',
      'GetPolicy',
    ).Policy
    const command = new GetPolicyVersionCommand({ PolicyArn, VersionId })
    const reply = await client().send(command, options)
    const { PolicyVersion } = parseReply(versionSchema, reply, 'iam', 'GetPolicyVersion')
    return { policy, arn: PolicyArn, document: PolicyVersion.Document }
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
    likely: (roleName, policyArn, signal) =>
      Promise.all([
        attachedTo(roleName, signal),
        inlineOf(roleName, signal),
        policyArn === '' ? null : managed(policyArn, '', signal),
      ]),
    async of(roleName, signal) {
      const [attached, names] = await Promise.all([
        attachedTo(roleName, signal),
        inlineOf(roleName, signal),
      ])
      return Promise.all([
        ...attached.map(({ PolicyArn, PolicyName }) => managed(PolicyArn, PolicyName, signal)),
        ...names.map((name) => inline(roleName, name, signal)),
      ])
    },
  }
}
