import { appErrors } from './codes/app.ts'
import { awsErrors } from './codes/aws.ts'
import { bucketErrors } from './codes/bucket.ts'
import { consoleErrors } from './codes/console.ts'
import { paperErrors } from './codes/papers.ts'
import { reportErrors } from './codes/cost-report.ts'
import { keysErrors } from './codes/keys.ts'
import { networkErrors } from './codes/network.ts'
import { signInErrors } from './codes/sign-in.ts'
import { policyErrors } from './codes/policy.ts'
import { spotErrors } from './codes/spot.ts'
import { stackErrors } from './codes/stack.ts'
import type { ErrorFamily, ErrorMark, ErrorTrait, WhoCanHelp } from './trait.ts'

export type { ErrorFamily, ErrorMark, WhoCanHelp }

/**
 * Every code an error of the app can carry, with what is true of it. Each has its sentences in
 * the catalogue's `errors`: the compiler refuses a code without any.
 */
const ERRORS = {
  ...appErrors,
  ...networkErrors,
  ...awsErrors,
  ...signInErrors,
  ...consoleErrors,
  ...keysErrors,
  ...reportErrors,
  ...bucketErrors,
  ...stackErrors,
  ...spotErrors,
  ...paperErrors,
  ...policyErrors,
}
export type ErrorCode = keyof typeof ERRORS

const TRAITS: Readonly<Record<ErrorCode, ErrorTrait>> = ERRORS

const isCodeOfTheApp = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code)
export const ERROR_CODES: readonly ErrorCode[] = Object.keys(ERRORS).filter(isCodeOfTheApp)

type Entry<C extends ErrorCode> = (typeof ERRORS)[C]['facts'][number]
type Optional<Name extends string> = Name extends `${infer Fact}?` ? Fact : never
type Needed<Name extends string> = Name extends `${string}?` ? never : Name

/** A fact without which an error is not made. */
export type NeededFact<C extends ErrorCode> = Needed<Entry<C>>

/** The facts with which an error is made: none but its own, and no needed one left out. */
export type FactsOf<C extends ErrorCode> = [Entry<C>] extends [never]
  ? Readonly<Record<string, never>>
  : { readonly [Fact in Needed<Entry<C>>]: string } & {
      readonly [Fact in Optional<Entry<C>>]?: string
    }

/** The facts of an error as its sentences find them: whoever recognised it may not know them all. */
export type FactsToTell<C extends ErrorCode> = {
  readonly [Fact in Optional<Entry<C>> | Needed<Entry<C>>]?: string
}

/** The facts of any error. */
export type Facts = FactsToTell<ErrorCode>

export const familyOf = (code: ErrorCode): ErrorFamily => TRAITS[code].family

/** Whether a code is of one of these families. */
export const isOf = (code: ErrorCode, ...families: readonly ErrorFamily[]): boolean =>
  families.includes(familyOf(code))

export const isMarked = (code: ErrorCode, mark: ErrorMark): boolean =>
  TRAITS[code].marks?.includes(mark) ?? false

/** Whether errors of a family say nothing of the thing itself: it could not be looked at. */
const NOT_LOOKED_AT: Readonly<Record<ErrorFamily, boolean>> = {
  cancelled: true,
  'signed-out': true,
  'access-ended': true,
  'sign-in': true,
  denied: true,
  aws: true,
  network: true,
  vault: true,
  input: false,
  found: false,
  policy: false,
  app: false,
}

/** Whether an error says nothing of the thing that was to be looked at. */
export const notLookedAt = (code: ErrorCode): boolean => NOT_LOOKED_AT[familyOf(code)]

/** Names of the facts of a code. */
export const factNames = (code: ErrorCode): readonly string[] =>
  TRAITS[code].facts.map((name) => name.replace(/\?$/, ''))

/** Who can remove the cause of an error. */
export function whoCanHelp({
  code,
  facts,
}: {
  readonly code: ErrorCode
  readonly facts: Readonly<Record<string, string | undefined>>
}): WhoCanHelp {
  const { who } = TRAITS[code]
  if (typeof who === 'string') return who
  return facts[who.fact] ? who.told : who.untold
}
