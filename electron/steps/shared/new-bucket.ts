import type { ActContext, StepContext } from '../../checklist/step.ts'
import { requireNewBucket } from '../../managed/rules.ts'
import { accountIdOf, ofThisAccount } from './account.ts'
import { isRemembered, remembering, wasRefused, withoutRefused } from './created.ts'

/**
 * Whether a bucket is one that this app has begun to create and that is still as it left it. What
 * somebody else has made of it, or created under its name, is theirs.
 */
export async function isResumable(
  { buckets, choices, connectionId, signal }: StepContext,
  name: string,
): Promise<boolean> {
  const untagged = ofThisAccount(choices().begunBucket, choices())?.bucketName === name
  if (!untagged && !isRemembered(choices(), 'bucket', name)) return false
  return buckets.isUnfinished(name, accountIdOf(choices()), { connectionId, untagged }, signal)
}

/**
 * Creates a bucket. That it was begun is on disk before, and forgotten when AWS refuses. Throws
 * `set-by-organization` for a name that no new bucket may have.
 */
export async function createBucket(context: ActContext, name: string): Promise<void> {
  const { buckets, choices, connectionId, managed, remember, signal } = context
  requireNewBucket(managed, name)
  const accountId = accountIdOf(choices())
  const thing = { kind: 'bucket', accountId, name, id: '' } as const
  await remember({
    begunBucket: { accountId, bucketName: name },
    ...remembering(choices(), thing),
  })
  try {
    await buckets.prepare(name, accountId, { connectionId, signal })
  } catch (error) {
    if (wasRefused(error, 'CreateBucket'))
      await remember({ begunBucket: null, ...withoutRefused(choices(), thing) })
    throw error
  }
}

/** Brings the creation of a bucket to its end that `isResumable`. */
export async function resumeBucket(context: ActContext, name: string): Promise<void> {
  const { buckets, choices, connectionId, signal } = context
  await buckets.prepare(name, accountIdOf(choices()), { resumed: true, connectionId, signal })
}
