import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { ReactNode } from 'react'
import type { AppError, ErrorDetail } from '../../electron/errors/app-error.ts'
import { DETAIL_LABELS, PANEL } from '../../electron/texts/en/app.ts'
import { errorText, WHO } from '../../electron/texts/en/errors.ts'
import { CopyButton } from './CopyButton.tsx'
import { Isolated } from './Isolated.tsx'

/** An error in full: what happened, what it means, what to do, who can, and the details folded. */
export function ErrorNotice({
  error,
  title,
  type = 'error',
  children,
}: {
  readonly error: AppError
  /** What failed, where the error's own sentences do not say it. */
  readonly title?: string
  readonly type?: 'error' | 'warning'
  /** Buttons that help. */
  readonly children?: ReactNode
}) {
  return (
    <div role={type === 'error' ? 'alert' : 'note'}>
      <Alert type={type} header={<Isolated text={title ?? errorText(error).what} />}>
        <div className="stack-s">
          <ErrorSentences error={error} withoutWhat={title === undefined} />
          {children !== undefined && <div className="actions">{children}</div>}
          {error.detail && <Details detail={error.detail} />}
        </div>
      </Alert>
    </div>
  )
}

/** The sentences of an error, for places that have their own frame. */
export function ErrorSentences({
  error,
  withoutWhat = false,
}: {
  readonly error: AppError
  readonly withoutWhat?: boolean
}) {
  const text = errorText(error)
  const sentences = [withoutWhat ? '' : text.what, text.meaning, text.todo]
  return (
    <div className="stack-xs">
      {sentences
        .filter((sentence) => sentence !== '')
        .map((sentence) => (
          <p key={sentence}>
            <Isolated text={sentence} />
          </p>
        ))}
      {text.who !== 'nobody' && (
        <p className="quiet">
          {PANEL.whoHelps} {WHO[text.who]}
        </p>
      )}
    </div>
  )
}

/** An error in one line, for beside the field that it is about. */
export function fieldSentence(error: AppError): string {
  const text = errorText(error)
  return [text.what, text.todo].filter((sentence) => sentence !== '').join(' ')
}

function Details({ detail }: { readonly detail: ErrorDetail }) {
  const rows = Object.entries({
    [DETAIL_LABELS.service]: detail.service,
    [DETAIL_LABELS.operation]: detail.operation,
    [DETAIL_LABELS.code]: detail.code,
    [DETAIL_LABELS.httpStatus]: detail.httpStatus?.toString(),
    [DETAIL_LABELS.requestId]: detail.requestId,
    [DETAIL_LABELS.message]: detail.message,
  }).flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]))
  if (rows.length === 0) return null
  const text = rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
  return (
    <ExpandableSection header={<span className="fold">{PANEL.technical}</span>} variant="footer">
      <div className="stack-xs">
        <p className="quiet">{PANEL.technicalHint}</p>
        <dl className="details">
          {rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Isolated text={value} />
              </dd>
            </div>
          ))}
        </dl>
        <CopyButton text={text} label={PANEL.technical} words={PANEL.copyDetails} />
      </div>
    </ExpandableSection>
  )
}
