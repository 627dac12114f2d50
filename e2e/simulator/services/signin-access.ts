import { callerOf, refusedBy } from '../access/caller.ts'
import { denialMessage } from '../access/denial.ts'
import { crossDevice } from '../signin-world.ts'
import type { ConsolePerson } from '../signin-world.ts'
import type { Call } from './operation.ts'

/** The region that a request was sent to: it stands in the host, which on this machine names none. */
export const regionOf = ({ request, world }: Call): string =>
  /^([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(request.headers['host'] ?? '')?.[1] ?? world.signin.region

/** What a permission to sign in is about. */
export const clientArn = (region: string, accountId: string, clientId: string): string => {
  const where = clientId === crossDevice ? 'remote' : 'localhost'
  return `arn:aws:signin:${region}:${accountId}:oauth2/public-client/${where}`
}

type Access = { person: ConsolePerson; clientId: string; region: string }

/** AWS's sentence why somebody may not sign in this way; undefined when nothing forbids it. */
export const mayNot = (
  call: Call,
  { person, clientId, region }: Access,
  action: 'signin:AuthorizeOAuth2Access' | 'signin:CreateOAuth2Token',
  context: Record<string, string>,
): string | undefined => {
  const caller = callerOf(call.world, person.accountId, person.holder)
  if (caller === undefined) return 'The user or role does not exist any more.'
  call.actions.add(action)
  const resource = clientArn(region, person.accountId, clientId)
  const known = { 'aws:RequestedRegion': region, ...context }
  const kind = refusedBy(caller, { action, resource, context: known })
  return kind && denialMessage({ kind, callerArn: caller.arn, action, resource })
}
