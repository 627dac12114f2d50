import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { ReactNode } from 'react'
import type { AppError, ErrorDetail } from '../../electron/errors/app-error.ts'
import type { WhoCanHelp } from '../../electron/errors/catalogue.ts'
import { WhomToAsk } from './WhomToAsk.tsx'
import { CopyButton } from './CopyButton.tsx'
import { FOREIGN, saidIn } from './foreign.ts'
import { Isolated } from './Isolated.tsx'
import { Told } from './Told.tsx'
import { errorText } from '../../electron/texts/errors.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { useWords } from './words.ts'

/** An error in full: what happened, what it means, what to do, who can, and the details folded. */
export function ErrorNotice({
  error,
  title,
  type = 'error',
  more,
  children,
}: {
  readonly error: AppError
  /** What failed, where the error's own sentences do not say it. */
  readonly title?: string
  readonly type?: 'error' | 'warning'
  /** What is known besides. It may be long: the buttons come before it. */
  readonly more?: ReactNode
  /** Buttons that help. */
  readonly children?: ReactNode
}) {
  const words = useWords()
  return (
    <div role={type === 'error' ? 'alert' : 'note'}>
      <Alert
        type={type}
        header={<Told text={title ?? errorText(words, error).what} said={saidIn(error)} />}
      >
        <div className="stack-s">
          <ErrorSentences error={error} withoutWhat={title === undefined} />
          {children !== undefined && <div className="actions">{children}</div>}
          {more}
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
  const words = useWords()
  const text = errorText(words, error)
  const sentences = [withoutWhat ? '' : text.what, text.meaning, text.todo]
  return (
    <div className="stack-xs">
      {sentences
        .filter((sentence) => sentence !== '')
        .map((sentence) => (
          <p key={sentence}>
            <Told text={sentence} said={saidIn(error)} />
          </p>
        ))}
      {text.who !== 'nobody' && (
        <p className="quiet">
          {words.app.panel.whoHelps} {words.errors.who[text.who]}
        </p>
      )}
      {BY_COMPANY.includes(text.who) && <WhomToAsk />}
    </div>
  )
}

/** Who is somebody at the person’s own company. */
const BY_COMPANY: readonly WhoCanHelp[] = ['it-department', 'aws-administrator']

/** An error in one line, for beside the field that it is about. */
export function fieldSentence(words: Catalogue, error: AppError): string {
  const text = errorText(words, error)
  return [text.what, text.todo].filter((sentence) => sentence !== '').join(' ')
}

function Details({ detail }: { readonly detail: ErrorDetail }) {
  const words = useWords()
  const rows = Object.entries({
    [words.app.detailLabels.service]: detail.service,
    [words.app.detailLabels.operation]: detail.operation,
    [words.app.detailLabels.code]: detail.code,
    [words.app.detailLabels.httpStatus]: detail.httpStatus?.toString(),
    [words.app.detailLabels.requestId]: detail.requestId,
    [words.app.detailLabels.message]: detail.message,
  }).flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]))
  if (rows.length === 0) return null
  const text = rows.map(({ label, value }) => `${label}: ${value}`).join('\n')
  return (
    <ExpandableSection
      header={<span className="fold">{words.app.panel.technical}</span>}
      variant="footer"
    >
      <div className="stack-xs">
        <p className="quiet">{words.app.panel.technicalHint}</p>
        <dl className="details">
          {rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd lang={value === detail.message ? FOREIGN : undefined}>
                <Isolated text={value} />
              </dd>
            </div>
          ))}
        </dl>
        <CopyButton
          text={text}
          label={words.app.panel.technical}
          caption={words.app.panel.copyDetails}
        />
      </div>
    </ExpandableSection>
  )
}
