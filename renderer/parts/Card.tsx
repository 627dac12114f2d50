import type { ReactNode } from 'react'
import type { TermId } from '../../electron/contract/help.ts'
import { Isolated } from './Isolated.tsx'
import { Term } from './Term.tsx'

/** One framed part of a panel, with a heading of the third level if it has a title. */
export function Card({
  title,
  term,
  aside,
  children,
  className = '',
}: {
  readonly title?: ReactNode
  /** The word in the title that Help explains. */
  readonly term?: TermId
  /** Shown at the end of the title's line. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}) {
  return (
    <div className={`card ${className}`.trim()}>
      {title !== undefined && (
        <div className="card-head">
          {/* Focus comes here when what had it is gone: the steps of a step sound different. */}
          <div className="card-title">
            <h3 tabIndex={-1}>{typeof title === 'string' ? <Isolated text={title} /> : title}</h3>
            {term && <Term id={term} />}
          </div>
          {aside}
        </div>
      )}
      <div className="stack-m">{children}</div>
    </div>
  )
}
