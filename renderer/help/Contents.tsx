import type { TopicId } from '../../electron/contract/help.ts'
import type { Topic } from '../../electron/texts/help.ts'
import { useLocale, useWords } from '../parts/words.ts'
import { TopicButton } from './TopicButton.tsx'

/** All pages: what is done in their order, words by the alphabet. */
export function Contents({
  topics,
  onOpen,
}: {
  readonly topics: readonly Topic[]
  readonly onOpen: (id: TopicId) => void
}) {
  const { window } = useWords().help
  const { compare } = useLocale()
  const of = (kind: Topic['kind']): readonly Topic[] => topics.filter((one) => one.kind === kind)
  const terms = of('term').toSorted((one, other) => compare(one.title, other.title))
  return (
    <div className="help-contents">
      <Listed title={window.guides} topics={of('guide')} onOpen={onOpen} />
      <Listed title={window.steps} topics={of('step')} onOpen={onOpen} />
      <Listed title={window.terms} topics={terms} onOpen={onOpen} />
    </div>
  )
}

function Listed({
  title,
  topics,
  onOpen,
}: { readonly title: string } & Parameters<typeof Contents>[0]) {
  return (
    <section className="stack-xs">
      <h3>{title}</h3>
      <ul aria-label={title}>
        {topics.map((topic) => (
          <li key={topic.id}>
            <TopicButton id={topic.id} onOpen={onOpen}>
              {topic.title}
            </TopicButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
