import type { TemplateReview } from '../../../electron/contract/ask/template.ts'
import { TEMPLATE } from '../../../electron/texts/en/template.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { LongText } from '../../parts/LongText.tsx'

/** The template itself: where it is from, its fingerprint, and every character of it. */
export function TemplateText({ review }: { readonly review: TemplateReview }) {
  const send = useSend()
  return (
    <Card
      title={TEMPLATE.fileTitle}
      className="reading-text"
      aside={
        <div className="actions">
          <ActionButton
            action="save-file"
            iconName="download"
            onClick={() => send({ step: 'template', action: 'save-file' })}
          >
            {TEMPLATE.save}
          </ActionButton>
          <CopyButton text={review.body} label={TEMPLATE.fileTitle} words={TEMPLATE.copyBody} />
        </div>
      }
    >
      <p>{TEMPLATE.fileHint}</p>
      <dl className="details">
        <div>
          <dt>{TEMPLATE.source}</dt>
          <dd>
            {TEMPLATE.sources[review.source]}
            {review.fileName !== '' && (
              <span>
                {' '}
                (<bdi>{review.fileName}</bdi>)
              </span>
            )}
          </dd>
        </div>
        <div>
          <dt>{TEMPLATE.size}</dt>
          <dd>{TEMPLATE.bytes(review.bytes)}</dd>
        </div>
        <div>
          <dt>{TEMPLATE.sha256}</dt>
          <dd>
            <span className="code">{review.sha256}</span>{' '}
            <CopyButton text={review.sha256} label={TEMPLATE.sha256} />
          </dd>
        </div>
      </dl>
      <LongText className="template-text" label={TEMPLATE.body} text={review.body} />
    </Card>
  )
}
