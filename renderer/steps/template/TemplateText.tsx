import type { TemplateReview } from '../../../electron/contract/ask/template.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { LongText } from '../../parts/LongText.tsx'
import { useWords } from '../../parts/words.ts'

/** The template itself: where it is from, its fingerprint, and every character of it. */
export function TemplateText({ review }: { readonly review: TemplateReview }) {
  const words = useWords()
  const send = useSend()
  return (
    <Card
      title={words.template.fileTitle}
      className="reading-text"
      aside={
        <div className="actions">
          <ActionButton
            action="save-file"
            iconName="download"
            onClick={() => send({ step: 'template', action: 'save-file' })}
          >
            {words.template.save}
          </ActionButton>
          <CopyButton
            text={review.body}
            label={words.template.fileTitle}
            caption={words.template.copyBody}
          />
        </div>
      }
    >
      <p>{words.template.fileHint}</p>
      <dl className="details">
        <div>
          <dt>{words.template.source}</dt>
          <dd>
            {words.template.sources[review.source]}
            {review.fileName !== '' && (
              <span>
                {' '}
                (<bdi>{review.fileName}</bdi>)
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{words.template.size}</dt>
          <dd>{words.template.bytes(review.bytes)}</dd>
        </div>
        <div>
          <dt>{words.template.sha256}</dt>
          <dd>
            <span className="code">{review.sha256}</span>{' '}
            <CopyButton text={review.sha256} label={words.template.sha256} />
          </dd>
        </div>
      </dl>
      <LongText className="template-text" label={words.template.body} text={review.body} />
    </Card>
  )
}
