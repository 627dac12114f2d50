import { isDenied } from '../../aws/client/reply.ts'
import type { ActContext, StepContext } from '../../checklist/step.ts'
import type { ReportVerdict } from '../../contract/ask/cost-report.ts'
import { fail, isCode } from '../../errors/failure.ts'
import { accountIdOf, ofThisAccount } from '../shared/account.ts'
import { createdIn, withoutRefused } from '../shared/created.ts'

/** A bucket that this connection has created and marked, and that holds nothing. */
async function isOwnAndEmpty(context: StepContext, name: string): Promise<boolean> {
  const { removal, choices, connectionId, signal } = context
  const owner = { connectionId, remembered: true }
  try {
    const found = await removal.bucket(name, accountIdOf(choices()), owner, signal)
    return found?.mark === 'own' && found.objects === 0
  } catch (error) {
    // What may not be looked at, or is somebody else's in another region by now, is nothing to offer.
    if (isDenied(error) || isCode(error, 'aws-wrong-region')) return false
    throw error
  }
}

/** Names of the buckets that this connection has created, and that no report is delivered into. */
export async function leftBuckets(
  context: StepContext,
  verdicts: readonly ReportVerdict[],
): Promise<string[]> {
  const names = createdIn(context.choices())
    .filter(({ kind }) => kind === 'bucket')
    .map(({ name }) => name)
    .filter((name) => !verdicts.some(({ bucket }) => bucket === name))
  const found = await Promise.all(
    names.map(async (name) => ({ name, left: await isOwnAndEmpty(context, name) })),
  )
  return found.filter(({ left }) => left).map(({ name }) => name)
}

/**
 * Removes an empty bucket that this connection has created, because the person said so. Harmless to
 * repeat. Throws `not-now` for any other, and what `Removal.deleteBucket` throws.
 */
export async function removeLeftBucket(context: ActContext, name: string): Promise<void> {
  const { removal, choices, connectionId, remember, report, signal } = context
  const accountId = accountIdOf(choices())
  const thing = createdIn(choices()).find((one) => one.kind === 'bucket' && one.name === name)
  if (!thing) throw fail('not-now', { step: 'cost-report' })
  report({ kind: 'working', doing: 'removing-bucket' })
  const owner = { connectionId, remembered: true }
  await removal.deleteBucket(name, accountId, owner, { withObjects: false, signal })
  const isBegun = ofThisAccount(choices().begunBucket, choices())?.bucketName === name
  await remember({
    ...withoutRefused(choices(), thing),
    ...(isBegun && { begunBucket: null }),
  })
}
