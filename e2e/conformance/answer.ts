import type { TestName } from './evidence.ts'

/** The terms of the Voluntary Product Accessibility Template, 2.5. */
export type Level = 'Supports' | 'Partially Supports' | 'Does Not Support' | 'Not Applicable'

/** What is said of one criterion or clause, and what shows it. */
export type Answer = {
  readonly number: string
  readonly name: string
  readonly level: Level
  readonly remark: string
  readonly shownBy: readonly TestName[]
}

export const supports = (
  number: string,
  name: string,
  remark: string,
  ...shownBy: readonly TestName[]
): Answer => ({ number, name, level: 'Supports', remark, shownBy })

export const partly = (
  number: string,
  name: string,
  remark: string,
  ...shownBy: readonly TestName[]
): Answer => ({ number, name, level: 'Partially Supports', remark, shownBy })

/** What the program has nothing of. */
export const without = (number: string, name: string, remark: string): Answer => ({
  number,
  name,
  level: 'Not Applicable',
  remark,
  shownBy: [],
})
