import type { Clock } from '../../../base/clock.ts'
import { LONGEST_SIGN_IN_MS, type ConsoleTokens } from './tokens.ts'

/** Until when at the latest AWS lets a forgotten sign-in go on (ms since the epoch); null if it is over. */
export function endOfConsole(
  { refusal, signedInAt, expiresAt }: ConsoleTokens,
  clock: Clock,
): number | null {
  const end = refusal === '' ? signedInAt + LONGEST_SIGN_IN_MS : expiresAt
  return end > clock.now() ? end : null
}
