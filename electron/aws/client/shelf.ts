import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { abortOfMany } from '../../base/abort.ts'
import { toAppError } from '../../errors/failure.ts'
import type { Clock } from '../../base/clock.ts'
import { unlessCancelled } from './cancelling.ts'

/**
 * The reads of one pass over the checklist, under way and answered. Whoever looks within the pass and asks
 * what is on the shelf, word for word and with the same credentials, takes that answer; any other question
 * is asked. So a read can be begun before what it rests on is proven, and is worth nothing under any other
 * premise than its own.
 */
export type Shelf = {
  /** Aborts what was begun ahead, once the pass is over. */
  readonly signal: AbortSignal
  /** Looks within the pass. `asOf`: when the oldest answer that was taken had been asked for (ms). */
  readonly look: <T>(
    work: () => Promise<T>,
  ) => Promise<{ readonly value: T; readonly asOf: number }>
  /** Begins reads that nobody has asked for yet; the calls that they make are marked in the record. */
  readonly ahead: <T>(work: () => Promise<T>) => Promise<T>
  /** Throws away what is on it. Whoever still looks within the pass asks by themselves from now on. */
  readonly clear: () => void
}

/**
 * The reads that may lie on a shelf. `once`: only begun ahead, and gone when it is taken, since whoever
 * asks again wants another answer. Whatever changes something is never among them.
 */
const KINDS: Readonly<Record<string, 'shared' | 'once'>> = {
  'sso ListAccountRoles': 'shared',
  'sso GetRoleCredentials': 'once',
  'sts GetCallerIdentity': 'shared',
  'organizations DescribeOrganization': 'shared',
  'organizations ListInboundResponsibilityTransfers': 'shared',
  'organizations ListOutboundResponsibilityTransfers': 'shared',
  'cur DescribeReportDefinitions': 'shared',
  's3 GetBucketLocation': 'shared',
  's3 GetBucketPolicy': 'shared',
  's3 GetBucketEncryption': 'shared',
  's3 GetBucketOwnershipControls': 'shared',
  's3 GetBucketNotificationConfiguration': 'shared',
  's3 GetPublicAccessBlock': 'shared',
  's3 ListObjectsV2': 'shared',
  // Its body is read once.
  's3 GetObject': 'once',
  'cloudformation DescribeStacks': 'shared',
  'iam GetRole': 'shared',
  'iam GetPolicy': 'shared',
  'iam GetPolicyVersion': 'shared',
  'iam GetRolePolicy': 'shared',
  'iam ListAttachedRolePolicies': 'shared',
  'iam ListRolePolicies': 'shared',
  'iam SimulatePrincipalPolicy': 'shared',
}

/** A question to AWS, as it is sent. */
export type Question = {
  readonly service: string
  readonly operation: string
  readonly input: unknown
  /** The key of the credentials that it is asked with; '' for one that is not signed. */
  readonly asWhom: string
  readonly signal: AbortSignal | undefined
}

/**
 * What was asked for longer ago than this is asked anew: a computer that slept in the middle of a pass would
 * go on with how things were before, and with a sign-in's answers from then.
 */
export const OLD_MS = 60_000

type Operation = Pick<Question, 'service' | 'operation'>

const kindOf = ({ service, operation }: Operation): 'shared' | 'once' | undefined =>
  KINDS[`${service} ${operation}`]

/** All operations that may be read ahead, for the tests that hold them against what the app may change. */
export const READ_AHEAD: readonly string[] = Object.keys(KINDS)

type Entry = { readonly answer: Promise<unknown>; readonly askedAt: number }
type Looking = {
  readonly take: <T>(question: Question, ask: Ask<T>) => Promise<T>
  readonly ahead: boolean
}
/** `ahead`: nobody has asked for it yet. */
type Ask<T> = (ahead: boolean) => Promise<T>

const looking = new AsyncLocalStorage<Looking>()

/** True of a read that is begun before anybody has asked for it. */
export const isAhead = (read: Operation): boolean =>
  (looking.getStore()?.ahead ?? false) && kindOf(read) !== undefined

/** The answer on the shelf of the pass within which this is asked; else `ask` is called. */
export function fromShelf<T>(question: Question, ask: Ask<T>): Promise<T> {
  const here = looking.getStore()
  return here && kindOf(question) ? here.take(question, ask) : ask(false)
}

/** Asks beside every pass: what comes is kept by whoever asks, and a second question wants another answer. */
export const besideShelves = <T>(work: () => Promise<T>): Promise<T> => looking.exit(work)

/** The same question has the same kind of answer, whoever asks it. */
// oxlint-disable-next-line no-unsafe-type-assertion -- it stands under the hash of the question
const typed = <T>({ answer }: Entry): Promise<T> => answer as Promise<T>

/** A question may hold a token of the sign-in, of which no second copy is kept. */
const keyOf = ({ service, operation, input, asWhom }: Question): string =>
  createHash('sha256')
    .update(JSON.stringify([service, operation, input, asWhom]))
    .digest('base64')

export function createShelf(clock: Pick<Clock, 'now'>): Shelf {
  const entries = new Map<string, Entry>()
  const over = abortOfMany()

  const put = (key: string, answer: Promise<unknown>): Entry => {
    const entry = { answer, askedAt: clock.now() }
    // What nobody takes fails for nobody.
    answer.catch(() => undefined)
    if (!over.signal.aborted) entries.set(key, entry)
    return entry
  }
  const lying = (key: string): Entry | undefined => {
    const entry = entries.get(key)
    return entry && Math.abs(clock.now() - entry.askedAt) <= OLD_MS ? entry : undefined
  }
  const drop = (key: string, entry: Entry): void => {
    if (entries.get(key) === entry) entries.delete(key)
  }

  const beginning = async <T>(question: Question, ask: Ask<T>): Promise<T> => {
    const key = keyOf(question)
    const known = lying(key)
    const answer = known ? typed<T>(known) : ask(true)
    if (!known) put(key, answer)
    return answer
  }

  const taking =
    (noted: (askedAt: number) => void) =>
    async <T>(question: Question, ask: Ask<T>): Promise<T> => {
      const key = keyOf(question)
      const found = lying(key)
      const isOnce = kindOf(question) === 'once'
      if (!found && isOnce) return ask(false)
      const entry = found ?? put(key, ask(false))
      if (isOnce) drop(key, entry)
      try {
        const answer = await unlessCancelled(question.signal, () => typed<T>(entry))
        noted(entry.askedAt)
        return answer
      } catch (error) {
        // What failed is told once: whoever tries again asks again.
        if (!question.signal?.aborted) drop(key, entry)
        const isTheirs = found !== undefined && toAppError(error).code === 'cancelled'
        if (!isTheirs || question.signal?.aborted) throw error
        return ask(false)
      }
    }

  return {
    signal: over.signal,
    async look(work) {
      let asOf = Infinity
      const noted = (askedAt: number): void => {
        asOf = Math.min(asOf, askedAt)
      }
      const value = await looking.run({ take: taking(noted), ahead: false }, work)
      return { value, asOf }
    },
    ahead: (work) => looking.run({ take: beginning, ahead: true }, work),
    clear() {
      over.abort()
      entries.clear()
    },
  }
}
