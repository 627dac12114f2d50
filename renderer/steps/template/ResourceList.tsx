import type { TemplateReview } from '../../../electron/contract/ask/template.ts'
import { resourceLine } from '../../../electron/texts/purposes.ts'
import { Coded } from '../../parts/Coded.tsx'
import { useWords } from '../../parts/words.ts'

/** What a template creates, a line each. */
export function ResourceList({ review }: { readonly review: TemplateReview }) {
  const words = useWords()
  return (
    <ul className="points">
      {review.resources.map((one) => (
        <li key={one.logicalId}>
          <Coded text={resourceLine(words, one)} value={one.logicalId} />
        </li>
      ))}
    </ul>
  )
}
