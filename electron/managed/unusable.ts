import { MASK } from '../base/masking.ts'
import { fail, type AppFailure } from '../errors/failure.ts'

/** Why a policy cannot be used. Its sentences are among those of `policy-unusable`. */
export type Cause =
  /** Its file, or a folder in which it lies, is not the administrator’s. */
  | 'not-owned'
  /** Others than the administrator can write there. */
  | 'writable'
  | 'link'
  | 'not-a-file'
  | 'too-large'
  | 'unreadable'
  | 'not-json'
  | 'not-plist'
  /** No names with values. */
  | 'not-settings'
  | 'unknown-setting'
  /** The same setting made twice. */
  | 'twice'
  /** A value that its setting cannot have. */
  | 'value'
  /** Two settings that cannot be made together. */
  | 'conflict'

/** Where a policy is, and what reads it. */
export type Place = {
  /** A file with its whole path, or a key of the registry. */
  readonly place: string
  /** Of the app: another version may know other settings. */
  readonly version: string
}

/** Makes the error of a policy that cannot be used; `setting` and `line` say where in it. */
export function unusable(
  { place, version }: Place,
  cause: Cause,
  where: { readonly setting?: string; readonly line?: number; readonly cause?: unknown } = {},
): AppFailure {
  const { setting = '', line } = where
  return fail(
    'policy-unusable',
    { place, version, cause, setting: named(setting), line: line?.toString() ?? '' },
    where.cause === undefined ? {} : { cause: where.cause },
  )
}

/** A setting’s name that nobody knows may be any text, also a proxy’s address with its password. */
const named = (setting: string): string => setting.replace(/^.*@/s, `${MASK}@`).slice(0, LONGEST)
const LONGEST = 100
