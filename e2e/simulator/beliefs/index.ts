import { aws } from './aws.ts'
import { cloudformation } from './cloudformation.ts'
import { cur } from './cur.ts'
import { iam } from './iam.ts'
import { organizations } from './organizations.ts'
import { s3 } from './s3.ts'
import { spot } from './spot.ts'
import { signin } from './signin.ts'
import { sso } from './sso.ts'
import { ssoOidc } from './sso-oidc.ts'
import { sts } from './sts.ts'
import type { Belief } from './belief.ts'

const BY_SERVICE: Readonly<Record<string, readonly Belief[]>> = {
  aws,
  iam,
  organizations,
  s3,
  sts,
  sso,
  cloudformation,
  cur,
  'sso-oidc': ssoOidc,
  spot,
  signin,
}

/**
 * What the simulator takes the services to do beyond what their models and schemas say. A test that
 * passes against the simulator proves no more than these.
 */
export const beliefs: readonly (Belief & { readonly service: string })[] = Object.entries(
  BY_SERVICE,
).flatMap(([service, some]) => some.map((belief) => ({ service, ...belief })))

/** Files that take nothing for granted, with the reason. */
export const nothingBeyondTheModel: Readonly<Record<string, string>> = {
  'services/index.ts': 'It lists the services.',
  'services/operation.ts': 'It is how an operation is written down.',
}
