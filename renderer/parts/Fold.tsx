import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { type ReactNode, useState } from 'react'

/** What most people leave as it is: folded, until it has to be seen. */
export function Fold({
  title,
  isOpen,
  children,
}: {
  readonly title: string
  /** It differs from what was proposed, or something is wrong with it. */
  readonly isOpen: boolean
  readonly children: ReactNode
}) {
  const [isUnfolded, setUnfolded] = useState(false)
  return (
    <div data-fold={isUnfolded || isOpen ? 'open' : 'closed'}>
      <ExpandableSection
        variant="container"
        headerText={title}
        headingTagOverride="h3"
        expanded={isUnfolded || isOpen}
        onChange={({ detail }) => setUnfolded(detail.expanded)}
      >
        <div className="stack-m">{children}</div>
      </ExpandableSection>
    </div>
  )
}
