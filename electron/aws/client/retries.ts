import {
  isClockSkewCorrectedError,
  isTransientError,
  StandardRetryStrategy,
} from '@smithy/core/retry'
import type {
  RetryErrorInfo,
  RetryErrorType,
  RetryStrategyV2,
  RetryToken,
  SdkError,
  StandardRetryToken,
} from '@smithy/types'
import { toAppError } from '../../errors/failure.ts'

/**
 * The SDK takes this for "too busy" and repeats it. The services used here say by it that the account
 * may have no more of something, which no second attempt changes.
 */
const QUOTA_REACHED = 'LimitExceededException'

/** What is not repeated for somebody who looks again by himself. */
export const LEFT_TO_WAITS: readonly RetryErrorType[] = ['THROTTLING']

/**
 * AWS's word for a request that arrived long after it was signed, and for ended credentials, too.
 * Source: AWS, "Common Errors".
 */
const LATE = 'RequestExpired'

/**
 * While this computer's clock is wrong, the SDK repeats whatever AWS refuses, not only what it refuses
 * for the time. True for a refusal that has nothing to do with it.
 */
function isOnlyMarkedSkewed(error: SdkError): boolean {
  if (!isClockSkewCorrectedError(error)) return false
  if (error.name === LATE || toAppError(error).code === 'aws-clock-skew') return false
  const { clockSkewCorrected: _, ...$metadata } = error.$metadata ?? {}
  return !isTransientError(Object.assign(new Error(error.message), error, { $metadata }))
}

/** Errors that the SDK would repeat, and that stay the same however often they are asked for. */
const isFinal = ({ errorType, error }: RetryErrorInfo): boolean =>
  error !== undefined &&
  (error.name === QUOTA_REACHED || (errorType === 'TRANSIENT' && isOnlyMarkedSkewed(error)))

/**
 * The SDK's own way of repeating requests, begun anew with each command. A strategy that a client
 * keeps has a purse of retries that an outage empties and only successes fill again: the first
 * hiccup of the next morning would be an error. Errors of the types in `leaving` are not repeated.
 */
export function retriesOf(
  maxAttempts: number,
  leaving: readonly RetryErrorType[] = [],
): RetryStrategyV2 {
  const commands = new WeakMap<RetryToken, readonly [StandardRetryStrategy, StandardRetryToken]>()
  const noting = (strategy: StandardRetryStrategy, token: StandardRetryToken): RetryToken => {
    commands.set(token, [strategy, token])
    return token
  }
  return {
    async acquireInitialRetryToken(scope) {
      const strategy = new StandardRetryStrategy(maxAttempts)
      return noting(strategy, await strategy.acquireInitialRetryToken(scope))
    },
    async refreshRetryTokenForRetry(before, why) {
      const command = commands.get(before)
      // The SDK throws the error of the attempt, and leaves this one aside.
      const isLeft = leaving.includes(why.errorType) || isFinal(why)
      if (!command || isLeft) throw new Error('Not to be repeated')
      const [strategy, token] = command
      return noting(strategy, await strategy.refreshRetryTokenForRetry(token, why))
    },
    // There is no purse to put anything back into.
    recordSuccess: () => undefined,
  }
}
