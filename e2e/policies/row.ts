import type { At } from './at.ts'

/** What a setting allows and what it forbids, as far as one row goes. */
export type Row = {
  /** Which part of the setting, where it has several. */
  readonly what?: string
  /** What people may do is offered, and done. */
  readonly allowed: (at: At) => Promise<void>
  /** What they may not is not offered, said to be set, and refused past the window. */
  readonly forbidden: (at: At) => Promise<void>
}
