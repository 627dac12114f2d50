import Alert from '@cloudscape-design/components/alert'
import type { ReactNode } from 'react'
import type { ClaimedApproval, TemplateReview } from '../../../electron/contract/ask/template.ts'
import { isForSpotOnly, promiseOf } from '../../../electron/contract/promise.ts'
import { accountNumber, byPurpose, isReportSync } from '../../../electron/contract/purposes.ts'
import { notedText } from '../../../electron/texts/noted.ts'
import { obstacleLine, purposeText } from '../../../electron/texts/purposes.ts'
import { Card } from '../../parts/Card.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { useMoment } from '../../parts/time.ts'
import { useWords } from '../../parts/words.ts'
import { Managed, Statements } from './permissions.tsx'
import { ResourceList } from './ResourceList.tsx'

/**
 * Half a page for whoever decides: who gets access, to what, what it can never do, cost and undo. All
 * that needs a decision stands here, and is never folded.
 */
export function TemplateBrief({
  review,
  claim,
}: {
  readonly review: TemplateReview
  readonly claim: ClaimedApproval | null
}) {
  const words = useWords()
  const { brief, sources } = words.template
  return (
    <div className="stack-l" data-panel="brief" data-step="template">
      <Unseen review={review} />
      <Obstacles review={review} />
      <Claim claim={claim} />
      <Writing review={review} />
      <Managed review={review} />
      <Card title={brief.title}>
        <dl className="brief">
          {review.source === 'file' && (
            <Row label={brief.which}>
              {sources.file} (<bdi>{review.fileName}</bdi>)
            </Row>
          )}
          <Row label={brief.who}>
            <Who review={review} />
          </Row>
          <Row label={brief.what}>
            <ul className="points">
              {byPurpose(reading(review), review.source).map(({ purpose }) => (
                <li key={purpose.id}>
                  <Isolated text={purposeText(words, purpose).label} />
                </li>
              ))}
            </ul>
          </Row>
          <Row label={brief.never}>{brief.nevers[promiseOf(review)]}</Row>
          <Row label={brief.created}>
            <Created review={review} />
          </Row>
          <Row label={brief.cost}>{brief.costsNothing}</Row>
          <Row label={brief.undo}>{brief.undoing}</Row>
        </dl>
      </Card>
    </div>
  )
}

const reading = ({ statements }: TemplateReview) =>
  statements.filter(({ access }) => access === 'read')

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Who may use the role. Of a file nobody here knows whether it is Spot. */
function Who({ review }: { readonly review: TemplateReview }) {
  const words = useWords()
  const { brief, externalIds, asksForId } = words.template
  const numbers = review.principals.map(accountNumber)
  return (
    <div className="stack-xs">
      {review.source === 'built-in' ? (
        <p>{brief.spot(numbers)}</p>
      ) : (
        <>
          <p>{words.template.trustFile}</p>
          <ul className="points code">
            {review.principals.map((principal) => (
              <li key={principal}>
                <Isolated text={notedText(words, principal)} />
              </li>
            ))}
          </ul>
        </>
      )}
      {review.externalIds.length > 0 && (
        <p>
          <Isolated text={externalIds(review.externalIds)} />
        </p>
      )}
      {review.asksForId === 'no' && review.externalIds.length === 0 && (
        <p data-panel="external-id" data-step="template">
          {asksForId.no}
        </p>
      )}
    </div>
  )
}

/** What comes of it in the next step. Where a role is for somebody else, all is named here. */
function Created({ review }: { readonly review: TemplateReview }) {
  const words = useWords()
  if (isForSpotOnly(review)) return words.template.brief.roleOnly
  return (
    <div className="stack-xs">
      <p>{words.template.brief.more}</p>
      <ResourceList review={review} />
    </div>
  )
}

/** First of all: what is written so that it looks like something else. */
function Unseen({ review: { unseen } }: { readonly review: TemplateReview }) {
  const words = useWords()
  if (unseen.length === 0) return null
  return (
    <Alert type="error" header={words.template.unseenTitle}>
      <div className="stack-s" data-panel="unseen" data-step="template">
        <p>{words.template.unseen}</p>
        <ul className="points code">
          {unseen.map((text) => (
            <li key={text}>
              <Isolated text={notedText(words, text)} />
            </li>
          ))}
        </ul>
      </div>
    </Alert>
  )
}

/** What stands against approving it, each with its place in the file. */
function Obstacles({ review: { obstacles } }: { readonly review: TemplateReview }) {
  const words = useWords()
  if (obstacles.length === 0) return null
  return (
    <Alert type="error" header={words.template.obstaclesTitle}>
      <div className="stack-s" data-panel="obstacles" data-step="template">
        <p>{words.template.obstacles}</p>
        <ul className="points">
          {obstacles
            .map((one) => obstacleLine(words, one))
            .map((line) => (
              <li key={line}>
                <Isolated text={line} />
              </li>
            ))}
        </ul>
      </div>
    </Alert>
  )
}

/** An approval by the word of somebody's file: nobody else's approval counts here. */
function Claim({ claim }: { readonly claim: ClaimedApproval | null }) {
  const words = useWords()
  const moment = useMoment()
  if (!claim) return null
  const { claimed } = words.template
  return (
    <div role="note" data-panel="claimed-approval" data-step="template">
      <Alert type={claim.isSame ? 'info' : 'warning'} header={claimed.title}>
        <p>
          <Isolated text={claimed.says(claim.from, moment(claim.at))} />{' '}
          {claim.isSame ? claimed.same : claimed.other}
        </p>
        {!claim.isSame && <p className="code quiet">{claim.sha256}</p>}
      </Alert>
    </div>
  )
}

/** What it may change. Each action stands there unless the app knows what it is for. */
function Writing({ review: { statements } }: { readonly review: TemplateReview }) {
  const words = useWords()
  const writing = statements.filter(({ access }) => access === 'write')
  if (writing.length === 0) return null
  const known = writing.every(isReportSync)
  const { writeTitle, writeTitleMany, writeKnown, writeUnknown } = words.template
  return (
    <Alert type="warning" header={writing.length === 1 ? writeTitle : writeTitleMany}>
      <div className="stack-s">
        <p>{known ? writeKnown : writeUnknown}</p>
        {!known && <Statements statements={writing} />}
      </div>
    </Alert>
  )
}
