import { AwsError } from '../aws-error.ts'
import type { PolicyDocument } from '../access/policy.ts'
import type { ManagedPolicy, PolicyVersions } from '../world.ts'

/** IAM keeps no more of one policy. */
const MOST = 5

const FIRST = 'v1'

/** The versions of a policy, of which there is one at first. */
export const versionsOf = (policy: ManagedPolicy): PolicyVersions =>
  policy.versions ?? {
    all: new Map([[FIRST, { document: policy.document, created: policy.created }]]),
    defaultId: FIRST,
    count: 1,
  }

/** What `CreatePolicyVersion` with `SetAsDefault` does; resolves the id of the new version. */
export const addVersion = (
  policy: ManagedPolicy,
  document: PolicyDocument,
  now: number,
): string => {
  const versions = versionsOf(policy)
  if (versions.all.size >= MOST)
    throw new AwsError(
      'LimitExceeded',
      `A managed policy can have up to ${MOST} versions. Before you create a new version, you must delete an existing version.`,
    )
  const id = `v${versions.count + 1}`
  versions.all.set(id, { document, created: now })
  policy.versions = { all: versions.all, defaultId: id, count: versions.count + 1 }
  policy.document = document
  return id
}

/** What `SetDefaultPolicyVersion` does. */
export const setDefaultVersion = (policy: ManagedPolicy, id: string): void => {
  const versions = versionsOf(policy)
  const version = versions.all.get(id)
  if (version === undefined)
    throw new AwsError('NoSuchEntity', `Policy ${policy.arn} version ${id} does not exist.`)
  policy.versions = { ...versions, defaultId: id }
  policy.document = version.document
}
