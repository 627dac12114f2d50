import { useEffect, useRef } from 'react'
import type { Topic } from '../../electron/texts/help.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { useWords } from '../parts/words.ts'
import { SupportDetails } from './SupportDetails.tsx'

/** One page of Help. */
export function TopicPage({
  topic,
  details,
  back,
}: {
  readonly topic: Topic
  readonly details: string
  readonly back: { readonly label: string; readonly onBack: () => void }
}) {
  const { window } = useWords().help
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <article className="help-page stack-m" data-topic={topic.id}>
      <ActionButton
        action="help-back"
        variant="inline-link"
        iconName="angle-left"
        onClick={back.onBack}
      >
        {back.label}
      </ActionButton>
      <div className="stack-xs">
        <h3 ref={heading} tabIndex={-1} data-begin>
          {topic.title}
        </h3>
        <p>{topic.brief}</p>
        {topic.awsName !== '' && <p className="quiet">{window.awsName(topic.awsName)}</p>}
      </div>
      {topic.id === 'guide/support' && <SupportDetails details={details} />}
      {topic.parts.map(({ title, points }) =>
        title === '' ? (
          points.map((point) => <p key={point}>{point}</p>)
        ) : (
          <section key={title} className="stack-xs">
            <h4>{title}</h4>
            <ul className="points">
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </section>
        ),
      )}
    </article>
  )
}
