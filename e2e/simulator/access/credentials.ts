import { randomBytes } from 'node:crypto'
import type { RoleCredentials } from '../sso-world.ts'
import type { World } from '../world.ts'

/** Short-lived credentials as AWS issues them, known to the world from now on. */
export const issueCredentials = (
  world: World,
  fields: Pick<RoleCredentials, 'accountId' | 'holder' | 'expires'>,
): RoleCredentials => {
  const credentials = {
    accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
    secretAccessKey: randomBytes(30).toString('base64'),
    sessionToken: randomBytes(96).toString('base64'),
    ...fields,
  }
  world.sso.roleCredentials.set(credentials.accessKeyId, credentials)
  return credentials
}
