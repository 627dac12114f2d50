import { CreateOAuth2TokenWithIAMCommand as Carrier } from '@aws-sdk/nested-clients/signin'
import { HttpRequest } from '@smithy/protocol-http'
import { z } from 'zod'
import type { Clock } from '../../../base/clock.ts'
import { signedSigninClient, type Reach } from '../../client/clients.ts'
import { parseReply } from '../../client/reply.ts'
import type { ConsoleTokens } from './tokens.ts'

const OPERATION = 'RevokeOAuth2TokenWithIAM'
/** AWS revokes refresh tokens that begin so, and no others. */
const PREFIX = 'ASOR'

/**
 * An operation that the pinned client does not know. The command for another one that is signed and goes
 * to the same host carries it: its request is rewritten before it is measured and signed, and the call has
 * its right name in the record and in errors.
 * Source: AWS Sign-In API Reference, "RevokeOAuth2TokenWithIAM", read on 2026-11-29.
 */
function revokeCommand(token: string): Carrier {
  const command = new Carrier({ grantType: 'client_credentials', resource: 'signin' })
  command.middlewareStack.add(
    (next, context) => {
      context['commandName'] = `${OPERATION}Command`
      return next
    },
    { name: 'ecoConnectOperationName', step: 'initialize', priority: 'low' },
  )
  command.middlewareStack.add(
    (next) => (args) => {
      const { request } = args
      if (!HttpRequest.isInstance(request)) throw new TypeError('no HTTP request to rewrite')
      request.path = request.path.replace(/\/v1\/token$/, '/v1/revoke')
      request.body = JSON.stringify({ token })
      return next(args)
    },
    { name: 'ecoConnectOperation', step: 'build', priority: 'high' },
  )
  return command
}

/** Whether AWS can be asked to end this sign-in: whether it then does is nowhere said of such ones. */
export const isRevocable = (
  { refreshToken, refusal, expiresAt }: ConsoleTokens,
  clock: Clock,
): boolean => refusal === '' && refreshToken.startsWith(PREFIX) && expiresAt > clock.now()

/** Asks AWS once to end a sign-in, with its own last credentials. Errors are AWS's own, as `AppFailure`. */
export async function revoke(reach: Reach, tokens: ConsoleTokens): Promise<void> {
  const { accessKeyId, secretAccessKey, sessionToken, refreshToken } = tokens
  const credentials = () => Promise.resolve({ accessKeyId, secretAccessKey, sessionToken })
  const client = signedSigninClient({ ...reach, credentials, maxAttempts: 1 })
  const reply: unknown = await client.send(revokeCommand(refreshToken))
  parseReply(z.object({}), reply, 'signin', OPERATION)
}
