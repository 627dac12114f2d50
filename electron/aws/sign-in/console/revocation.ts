import { CreateOAuth2TokenWithIAMCommand as Carrier } from '@aws-sdk/nested-clients/signin'
import { z } from 'zod'
import type { Clock } from '../../../base/clock.ts'
import { carrying } from '../../client/carried.ts'
import { signedSigninClient, type Reach } from '../../client/clients.ts'
import { parseReply } from '../../client/reply.ts'
import type { ConsoleTokens } from './tokens.ts'

const OPERATION = 'RevokeOAuth2TokenWithIAM'
/** AWS revokes refresh tokens that begin so, and no others. */
const PREFIX = 'ASOR'

/**
 * Newer than the pinned client: the command for another operation that is signed and goes to the same
 * host carries it.
 * Source: AWS Sign-In API Reference, "RevokeOAuth2TokenWithIAM", read on 2026-11-29.
 */
function revokeCommand(token: string): Carrier {
  const command = new Carrier({ grantType: 'client_credentials', resource: 'signin' })
  carrying(command.middlewareStack, OPERATION, (request) => {
    request.path = request.path.replace(/\/v1\/token$/, '/v1/revoke')
    request.body = JSON.stringify({ token })
  })
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
