import type { ActionClass } from '../../contract/ask/template.ts'
import { ACTING, REVEALING } from './action-reasons.ts'
import { hasWildcard, knownActions, type Level } from './known-actions.ts'

const inLowerCase = (reasons: Readonly<Record<string, string>>): ReadonlySet<string> =>
  new Set(Object.keys(reasons).map((action) => action.toLowerCase()))
const acting = inLowerCase(ACTING)
const revealing = inLowerCase(REVEALING)

/** An instance of S3 Access Grants is what it is about, so that no pattern on buckets reaches it. */
const ON_ACCESS_GRANTS = 's3:getdataaccess'
const isBuckets = (place: string): boolean => /^arn:[\w-]+:s3:::/.test(place)

function classOfKnown(action: string, level: Level): ActionClass {
  if (level === 'writes' || acting.has(action)) return 'writes'
  return revealing.has(action) ? 'reveals' : 'reads'
}

/**
 * What an action of a policy may do, by AWS's Service Authorization Reference and the two lists of
 * exceptions: a wildcard is as strong as the strongest action that it names today. What names none is
 * not known.
 * @param places the resources that it is allowed on
 */
export function classOfAction(action: string, places: readonly string[]): ActionClass {
  if (!/^[\w*?:-]+$/.test(action)) return 'not-known'
  const onBuckets = hasWildcard(action) && places.every(isBuckets)
  let strongest: ActionClass = 'not-known'
  for (const [name, level] of knownActions(action)) {
    if (onBuckets && name === ON_ACCESS_GRANTS) continue
    const its = classOfKnown(name, level)
    if (its === 'writes') return its
    if (strongest !== 'reveals') strongest = its
  }
  return strongest
}

/**
 * Whether an action of a policy, wildcards included, reads and no more. What is not known or reveals
 * a secret does not. A pattern is taken to be about buckets and their objects where it names S3.
 */
export const onlyReads = (action: string): boolean => classOfAction(action, []) === 'reads'
