/** What a journey takes, and what it ends with. */
export type Expected = {
  /** The longest chain of calls of which each was begun after an answer to the one before. */
  readonly rounds: number
  readonly calls: number
  /** How steps stand then, so that no journey is short because it ended early. */
  readonly ends: Readonly<Record<string, string>>
}

const VERIFIED = { 'cost-report': 'done', bucket: 'done', stack: 'done', registration: 'todo' }
const REGISTERED = { ...VERIFIED, registration: 'done' }

/**
 * How many calls to AWS and Spot each journey takes, and in how many rounds one after the other. The look
 * ahead at what the person may do is in it. What a person reads and presses and how long AWS takes is not:
 * each question is answered when nothing is asked of AWS any more. `rounds.test.ts` goes all the ways and
 * compares.
 */
export const EXPECTED = {
  /** Everything is there and nothing registered: the app is started, and reads all of it. */
  'verify-portal': { rounds: 3, calls: 31, ends: VERIFIED },
  /** The same from the keys that are pasted once more, */
  'verify-keys': { rounds: 4, calls: 29, ends: VERIFIED },
  /** from the profile that is chosen once more, */
  'verify-profile': { rounds: 4, calls: 29, ends: VERIFIED },
  /** and with a sign-in as in the AWS console that is kept. */
  'verify-console': { rounds: 3, calls: 28, ends: VERIFIED },
  /**
   * The day after the registration, from the sign-in to the verdict on the connection: five rounds, in two of
   * which somebody signs in. In the sixth it is asked what they may do, for which nobody has come back.
   */
  'look-again': { rounds: 6, calls: 38, ends: REGISTERED },
  /** From an account without report, bucket and role to registered and signed out; the stack is seen twice. */
  'from-zero': { rounds: 41, calls: 62, ends: REGISTERED },
  /** An account that an MSP manages, which has told its bucket: the app is started. */
  msp: {
    rounds: 3,
    calls: 19,
    ends: { 'cost-report': 'pending', bucket: 'skipped', stack: 'done', registration: 'todo' },
  },
  /** From nothing to being told that this account does not pay. */
  'member-account': { rounds: 7, calls: 9, ends: { 'sign-in': 'failed', stack: 'waiting' } },
} as const satisfies Readonly<Record<string, Expected>>

export type JourneyName = keyof typeof EXPECTED
