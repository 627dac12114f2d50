import type { Stage } from '../journeys/stage.ts'
import { issueCredentials, type RoleCredentials } from '../simulator/index.ts'

/** Short-lived keys of the account that the scenario is about. */
export const keysOf = ({ simulator, scenario }: Stage): RoleCredentials =>
  issueCredentials(simulator.world, {
    accountId: scenario.signIn.accountId,
    holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
    expires: Date.now() + 3_600_000,
  })

/** The same as a profile in the file of the AWS CLI. */
export const inCredentials = (profile: string, keys: RoleCredentials): string =>
  [
    `[${profile}]`,
    `aws_access_key_id = ${keys.accessKeyId}`,
    `aws_secret_access_key = ${keys.secretAccessKey}`,
    `aws_session_token = ${keys.sessionToken}`,
  ].join('\n')
