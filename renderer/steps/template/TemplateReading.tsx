import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { TemplateReview, TemplateStatement } from '../../../electron/contract/ask/template.ts'
import {
  comparePurposes,
  isReportSync,
  obstacleLine,
  type Purpose,
  purposeOf,
  TEMPLATE,
} from '../../../electron/texts/en/template.ts'
import { Card } from '../../parts/Card.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { TemplateText } from './TemplateText.tsx'

/** A template in plain words: what it may write first, who is trusted, what it may read. */
export function TemplateReading({ review }: { readonly review: TemplateReview }) {
  const writing = review.statements.filter(({ access }) => access === 'write')
  const reading = review.statements.filter(({ access }) => access === 'read')
  return (
    <div className="reading">
      <div className="reading-words">
        <Unseen review={review} />
        <Obstacles review={review} />
        <Writing statements={writing} />
        <Trusted review={review} />
        <Card title={TEMPLATE.readTitle}>
          <div className="purposes">
            {byPurpose(reading, review.source).map(({ purpose, statements }) => (
              <PurposeItem key={purpose.id} purpose={purpose} statements={statements} />
            ))}
          </div>
        </Card>
        <Card title={TEMPLATE.createsTitle}>
          <ul className="points">
            {review.resources.map(({ logicalId, type, name }) => (
              <li key={logicalId}>
                {TEMPLATE.resourceTypes[type] ?? type}: <span className="code">{logicalId}</span>
                {name !== '' && <Isolated text={TEMPLATE.called(name)} />}
              </li>
            ))}
          </ul>
        </Card>
      </div>
      <TemplateText review={review} />
    </div>
  )
}

/** First of all: what is written so that it looks like something else. */
function Unseen({ review: { unseen } }: { readonly review: TemplateReview }) {
  if (unseen.length === 0) return null
  return (
    <Alert type="error" header={TEMPLATE.unseenTitle}>
      <div className="stack-s" data-panel="unseen" data-step="template">
        <p>{TEMPLATE.unseen}</p>
        <ul className="points code">
          {unseen.map((text) => (
            <li key={text}>
              <Isolated text={text} />
            </li>
          ))}
        </ul>
      </div>
    </Alert>
  )
}

/** What stands against approving it, each with its place in the file. */
function Obstacles({ review: { obstacles } }: { readonly review: TemplateReview }) {
  if (obstacles.length === 0) return null
  return (
    <Alert type="error" header={TEMPLATE.obstaclesTitle}>
      <div className="stack-s" data-panel="obstacles" data-step="template">
        <p>{TEMPLATE.obstacles}</p>
        <ul className="points">
          {obstacles.map(obstacleLine).map((line) => (
            <li key={line}>
              <Isolated text={line} />
            </li>
          ))}
        </ul>
      </div>
    </Alert>
  )
}

function Writing({ statements }: { readonly statements: readonly TemplateStatement[] }) {
  if (statements.length === 0) return <Alert type="success">{TEMPLATE.writeNone}</Alert>
  const known = statements.every(isReportSync)
  return (
    <Alert
      type="warning"
      header={statements.length === 1 ? TEMPLATE.writeTitle : TEMPLATE.writeTitleMany}
    >
      <div className="stack-s">
        <p>{known ? TEMPLATE.writeKnown : TEMPLATE.writeUnknown}</p>
        <PermissionList statements={statements} />
      </div>
    </Alert>
  )
}

function Trusted({ review }: { readonly review: TemplateReview }) {
  return (
    <Card title={TEMPLATE.trustTitle}>
      <p>{review.source === 'built-in' ? TEMPLATE.trust : TEMPLATE.trustFile}</p>
      <ul className="points">
        {review.principals.map((principal) => (
          <li key={principal}>
            {accountIn(principal)}{' '}
            <span className="code quiet">
              <Isolated text={principal} />
            </span>
          </li>
        ))}
      </ul>
      {review.externalIds.length > 0 && (
        <p>
          <Isolated text={TEMPLATE.externalIds(review.externalIds.join(', '))} />
        </p>
      )}
    </Card>
  )
}

/** Of nothing but a whole ARN: what is not understood must not get the number of an account. */
function accountIn(principal: string): string {
  const number = /^arn:aws[\w-]*:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1]
  return number === undefined ? '' : TEMPLATE.accountNumber(number)
}

function PurposeItem({
  purpose,
  statements,
}: {
  readonly purpose: Purpose
  readonly statements: readonly TemplateStatement[]
}) {
  return (
    <section>
      <h4>
        <Isolated text={purpose.label} />
      </h4>
      <p>{purpose.means}</p>
      <PermissionList statements={statements} />
    </section>
  )
}

function PermissionList({ statements }: { readonly statements: readonly TemplateStatement[] }) {
  const count = statements.reduce((sum, { actions }) => sum + actions.length, 0)
  return (
    <ExpandableSection
      header={<span className="fold">{TEMPLATE.readActions(count)}</span>}
      variant="footer"
    >
      {statements.map((statement) => (
        <div key={statement.id} className="permissions">
          <p className="quiet">
            <Isolated text={`${statement.id} · ${TEMPLATE.inPlaces} ${placesOf(statement)}`} />
          </p>
          <ul className="code">
            {statement.actions.map((action) => (
              <li key={action}>
                <Isolated text={action} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </ExpandableSection>
  )
}

function placesOf({ resources }: TemplateStatement): string {
  return resources.every((resource) => resource === '*')
    ? TEMPLATE.everywhere
    : resources.join(', ')
}

function byPurpose(
  statements: readonly TemplateStatement[],
  source: TemplateReview['source'],
): readonly { readonly purpose: Purpose; readonly statements: readonly TemplateStatement[] }[] {
  const groups = new Map<string, { purpose: Purpose; statements: TemplateStatement[] }>()
  for (const statement of statements) {
    const purpose = purposeOf(statement, source)
    const group = groups.get(purpose.id) ?? { purpose, statements: [] }
    group.statements.push(statement)
    groups.set(purpose.id, group)
  }
  return [...groups.values()].toSorted((one, other) => comparePurposes(one.purpose, other.purpose))
}
