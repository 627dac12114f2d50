import type { TemplateReview, TemplateStatement } from '../../../electron/contract/ask/template.ts'
import {
  accountNumber,
  byPurpose,
  isReportSync,
  type Purpose,
} from '../../../electron/contract/purposes.ts'
import { notedText } from '../../../electron/texts/noted.ts'
import { parameterLine, purposeText } from '../../../electron/texts/purposes.ts'
import { Card } from '../../parts/Card.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { useWords } from '../../parts/words.ts'
import { PermissionList } from './permissions.tsx'
import { ResourceList } from './ResourceList.tsx'
import { TemplateText } from './TemplateText.tsx'

/** All of a template for whoever reviews it: each permission, who is trusted, and every character. */
export function TemplateReading({ review }: { readonly review: TemplateReview }) {
  const words = useWords()
  const writing = review.statements.filter(({ access }) => access === 'write')
  const reading = review.statements.filter(({ access }) => access === 'read')
  return (
    <div className="reading">
      <div className="reading-words">
        <Trusted review={review} />
        {/* Others stand unfolded before it. */}
        {writing.every(isReportSync) && (
          <Card title={words.template.writeListTitle}>
            {writing.length === 0 ? (
              <p>{words.template.writeNone}</p>
            ) : (
              <PermissionList statements={writing} />
            )}
          </Card>
        )}
        <Card title={words.template.readTitle}>
          <div className="purposes">
            {byPurpose(reading, review.source).map(({ purpose, statements }) => (
              <PurposeItem key={purpose.id} purpose={purpose} statements={statements} />
            ))}
          </div>
        </Card>
        <p className="quiet" data-panel="action-data" data-step="template">
          {words.template.actionData(review.actionData)} {words.template.actionWords}
        </p>
        <Card title={words.template.createsTitle}>
          <ResourceList review={review} />
        </Card>
        <Parameters review={review} />
      </div>
      <TemplateText review={review} />
    </div>
  )
}

/** What the person will be asked for, and what the template sets by itself. */
function Parameters({ review: { parameters } }: { readonly review: TemplateReview }) {
  const words = useWords()
  if (parameters.length === 0) return null
  return (
    <Card title={words.template.parametersTitle}>
      <ul className="points" data-panel="parameters" data-step="template">
        {parameters.map((one) => (
          <li key={one.name}>
            <Isolated text={parameterLine(words, one)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Each principal as it is written, and the external ID that is asked for with the form. */
function Trusted({ review }: { readonly review: TemplateReview }) {
  const words = useWords()
  const { trustTitle, trust, trustFile, accountNumber: account, asksForId } = words.template
  return (
    <Card title={trustTitle}>
      <p>{review.source === 'built-in' ? trust : trustFile}</p>
      <ul className="points">
        {review.principals.map((principal) => (
          <li key={principal}>
            {accountNumber(principal) !== '' && account(accountNumber(principal))}{' '}
            <span className="code quiet">
              <Isolated text={notedText(words, principal)} />
            </span>
          </li>
        ))}
      </ul>
      {review.asksForId !== 'no' && (
        <p data-panel="external-id" data-step="template">
          {asksForId[review.asksForId]}
        </p>
      )}
    </Card>
  )
}

function PurposeItem({
  purpose,
  statements,
}: {
  readonly purpose: Purpose
  readonly statements: readonly TemplateStatement[]
}) {
  const { label, means } = purposeText(useWords(), purpose)
  return (
    <section>
      <h4>
        <Isolated text={label} />
      </h4>
      <p>{means}</p>
      <PermissionList statements={statements} />
    </section>
  )
}
