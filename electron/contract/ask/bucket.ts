import type { FileReading } from '../report-file.ts'

/** One line of a comparison of two texts. */
export type DiffLine = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** What a change to a bucket's policy would do, to be agreed to before it is made. */
export type PolicyChange = {
  /** The bucket policy before and after, pretty-printed; no line when nothing would change. */
  readonly diff: readonly DiffLine[]
  /** Fingerprint of the policy that was read; sent back so that nothing else is changed. */
  readonly reviewed: string
}

export type BucketAsk = {
  readonly step: 'bucket'
  readonly findings: readonly BucketFinding[]
  /** What `repair` would do to the bucket's policy; null when that would not help. */
  readonly repair: PolicyChange | null
  /** True when the bucket is gone and `recreate` would create it again under its name. */
  readonly recreatable: boolean
  /** The delivered file whose end can be read if the person allows it; null while there is none. */
  readonly file: DeliveredFile | null
}

export type DeliveredFile = {
  /** Its name in the bucket, by the manifest; '' where that names none of this report. */
  readonly key: string
  /** What its end said; null until the person has allowed to read it. */
  readonly reading: FileReading | null
}

/**
 * One thing checked about the bucket. `bad` findings stop the step, `note` ones are told. What is `odd`
 * speaks against what AWS says of the report, and does not prove it wrong: it is told with a warning.
 */
export type BucketFinding = {
  readonly id:
    | 'exists'
    | 'region'
    | 'owner'
    | 'policy'
    | 'encryption'
    | 'ownership'
    | 'notifications'
    | 'delivery'
    | 'manifest'
    | 'file-format'
    | 'file-columns'
    | 'file-interval'
  readonly verdict: 'good' | 'bad' | 'note' | 'odd'
  readonly value: string
}
