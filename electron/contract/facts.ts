import type { FactId } from './steps.ts'

/**
 * One proven fact: `id` selects the label in the catalogue's `facts`, `value` is the value read.
 * `copy` asks for a copy button beside it.
 */
export type Fact = { readonly id: FactId; readonly value: string; readonly copy?: boolean }

/** One resource that a step is about to create or change, shown before it happens. */
export type PlannedChange = {
  /** Selects the sentence in the catalogue's `changes`. */
  readonly id:
    | 'create-bucket'
    | 'block-public-access'
    | 'merge-bucket-policy'
    | 'define-report'
    | 'use-bucket'
    | 'create-stack'
    | 'create-role'
    | 'create-other-role'
    | 'create-policy'
    | 'create-inline-policy'
  readonly facts: Readonly<Record<string, string>>
}
