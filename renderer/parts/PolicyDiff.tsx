import { useState } from 'react'
import type { DiffLine } from '../../electron/contract/ask/bucket.ts'
import { ActionButton } from './ActionButton.tsx'
import { foldDiff } from './foldDiff.ts'
import { Isolated } from './Isolated.tsx'
import { useWords } from './words.ts'

const SIGNS = { same: ' ', added: '+', removed: '−' } as const

/** A bucket's policy before and after: each changed line by sign and colour, the rest folded. */
export function PolicyDiff({
  diff,
  bucket,
}: {
  readonly diff: readonly DiffLine[]
  readonly bucket: string
}) {
  const words = useWords()
  const count = (kind: DiffLine['kind']): number => diff.filter((line) => line.kind === kind).length
  return (
    <div className="stack-xs">
      <p className="quiet">{words.bucket.policyDiff.count(count('added'), count('removed'))}</p>
      <section className="diff" aria-label={words.bucket.policyDiff.label(bucket)} tabIndex={0}>
        {foldDiff(diff).map(({ folded, lines }, place) =>
          folded ? (
            // The parts of a comparison never change places.
            // oxlint-disable-next-line react/no-array-index-key
            <Folded key={place} lines={lines} />
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <Lines key={place} lines={lines} />
          ),
        )}
      </section>
    </div>
  )
}

function Folded({ lines }: { readonly lines: readonly DiffLine[] }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  if (open) return <Lines lines={lines} />
  return (
    <div className="diff-fold">
      <ActionButton
        action="show-unchanged"
        variant="inline-link"
        iconName="expand"
        onClick={() => setOpen(true)}
      >
        {words.bucket.policyDiff.unchanged(lines.length)}
      </ActionButton>
    </div>
  )
}

function Lines({ lines }: { readonly lines: readonly DiffLine[] }) {
  const { added, removed } = useWords().bucket.policyDiff
  const spoken = { same: '', added, removed } as const
  return (
    <div>
      {lines.map(({ kind, text }, place) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div key={place} className={`diff-line diff-${kind}`}>
          <span className="diff-sign" aria-hidden="true">
            {SIGNS[kind]}
          </span>
          <span>
            {spoken[kind] !== '' && <span className="for-screen-readers">{spoken[kind]} </span>}
            {text === '' ? '\u00A0' : <Isolated text={text} />}
          </span>
        </div>
      ))}
    </div>
  )
}
