import type { ServiceName } from '../contract/contract.ts'
import { cloudformation } from './cloudformation.ts'
import { cur } from './cur.ts'
import { iam } from './iam.ts'
import type { Call, Operation } from './operation.ts'
import { organizations } from './organizations.ts'
import { s3 } from './s3.ts'
import { signin, signinTokens } from './signin.ts'
import { ssoOidc } from './sso-oidc.ts'
import { sso } from './sso.ts'
import { sts } from './sts.ts'

/** Services whose calls are signed, with their operations. */
export const signedServices: Partial<Record<ServiceName, Record<string, Operation>>> = {
  cloudformation,
  cur,
  iam,
  organizations,
  s3,
  signin,
  sts,
}

/** Services that identify their callers by a token in the request, or not at all. */
export const openServices: Partial<Record<ServiceName, Record<string, Operation<Call>>>> = {
  signin: signinTokens,
  sso,
  'sso-oidc': ssoOidc,
}
