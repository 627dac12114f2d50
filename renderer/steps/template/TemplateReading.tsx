import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type {
  TemplateAction,
  TemplateReview,
  TemplateStatement,
} from '../../../electron/contract/ask/template.ts'
import { Coded } from '../../parts/Coded.tsx'
import { Card } from '../../parts/Card.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { managedPolicyPage } from '../../../electron/contract/console.ts'
import { TemplateText } from './TemplateText.tsx'
import {
  comparePurposes,
  isReportSync,
  purposeOf,
  type Purpose,
} from '../../../electron/contract/purposes.ts'
import type { Catalogue } from '../../../electron/texts/catalogue.ts'
import { notedText } from '../../../electron/texts/noted.ts'
import {
  obstacleLine,
  parameterLine,
  purposeText,
  resourceLine,
} from '../../../electron/texts/purposes.ts'
import { useWords } from '../../parts/words.ts'

/** A template in plain words: what it may write first, who is trusted, what it may read. */
export function TemplateReading({ review }: { readonly review: TemplateReview }) {
  const words = useWords()
  const writing = review.statements.filter(({ access }) => access === 'write')
  const reading = review.statements.filter(({ access }) => access === 'read')
  return (
    <div className="reading">
      <div className="reading-words">
        <Unseen review={review} />
        <Obstacles review={review} />
        <Writing statements={writing} />
        <Trusted review={review} />
        <Card title={words.template.readTitle}>
          <div className="purposes">
            {byPurpose(reading, review.source).map(({ purpose, statements }) => (
              <PurposeItem key={purpose.id} purpose={purpose} statements={statements} />
            ))}
          </div>
        </Card>
        <Managed review={review} />
        <p className="quiet" data-panel="action-data" data-step="template">
          {words.template.actionData(review.actionData)} {words.template.actionWords}
        </p>
        <Card title={words.template.createsTitle}>
          <ul className="points">
            {review.resources.map((one) => (
              <li key={one.logicalId}>
                <Coded text={resourceLine(words, one)} value={one.logicalId} />
              </li>
            ))}
          </ul>
        </Card>
        <Parameters review={review} />
      </div>
      <TemplateText review={review} />
    </div>
  )
}

/** Policies that are not in the file: by name, and where to read what AWS has in them today. */
function Managed({ review: { managed, managedData } }: { readonly review: TemplateReview }) {
  const words = useWords()
  if (managed.length === 0) return null
  return (
    <Card title={words.template.managedTitle}>
      <p>{words.template.managed}</p>
      <ul className="points" data-panel="managed" data-step="template">
        {managed.map(({ name, version, when }) => (
          <li key={`${name} ${when}`}>
            <span>
              <Coded
                text={mentioned(
                  words,
                  words.template.managedPolicy(name, version, managedData),
                  when,
                )}
                value={name}
              />
            </span>{' '}
            <LinkButton label={words.template.managedPage} href={managedPolicyPage(name)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

const mentioned = ({ template }: Catalogue, line: string, when: string): string =>
  when === '' ? line : template.noted.when(line, [when])

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

function Writing({ statements }: { readonly statements: readonly TemplateStatement[] }) {
  const words = useWords()
  if (statements.length === 0) return <Alert type="success">{words.template.writeNone}</Alert>
  const known = statements.every(isReportSync)
  return (
    <Alert
      type="warning"
      header={statements.length === 1 ? words.template.writeTitle : words.template.writeTitleMany}
    >
      <div className="stack-s">
        <p>{known ? words.template.writeKnown : words.template.writeUnknown}</p>
        <PermissionList statements={statements} />
      </div>
    </Alert>
  )
}

function Trusted({ review }: { readonly review: TemplateReview }) {
  const words = useWords()
  return (
    <Card title={words.template.trustTitle}>
      <p>{review.source === 'built-in' ? words.template.trust : words.template.trustFile}</p>
      <ul className="points">
        {review.principals.map((principal) => (
          <li key={principal}>
            {accountIn(words, principal)}{' '}
            <span className="code quiet">
              <Isolated text={notedText(words, principal)} />
            </span>
          </li>
        ))}
      </ul>
      {review.externalIds.length > 0 && (
        <p>
          <Isolated text={words.template.externalIds(review.externalIds)} />
        </p>
      )}
      {(review.asksForId !== 'no' || review.externalIds.length === 0) && (
        <p data-panel="external-id" data-step="template">
          {words.template.asksForId[review.asksForId]}
        </p>
      )}
    </Card>
  )
}

/** Of nothing but a whole ARN: what is not understood must not get the number of an account. */
function accountIn(words: Catalogue, principal: string): string {
  const number = /^arn:aws[\w-]*:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1]
  return number === undefined ? '' : words.template.accountNumber(number)
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

function PermissionList({ statements }: { readonly statements: readonly TemplateStatement[] }) {
  const words = useWords()
  const count = statements.reduce((sum, { actions }) => sum + actions.length, 0)
  return (
    <ExpandableSection
      header={<span className="fold">{words.template.readActions(count)}</span>}
      variant="footer"
    >
      {statements.map((statement) => (
        <div key={statement.id} className="permissions">
          <p className="quiet">
            <Isolated text={placesOf(words, statement)} />
          </p>
          <ul>
            {statement.actions.map((action) => (
              <li key={action.text}>
                <span className="code">
                  <Isolated text={notedText(words, action.text)} />
                </span>{' '}
                <Effect action={action} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </ExpandableSection>
  )
}

/** What an action may do, and whether that is the whole of it. */
function Effect({ action: { may, grows } }: { readonly action: TemplateAction }) {
  const { template } = useWords()
  return (
    <span className="quiet" data-may={may}>
      {grows ? template.grows(template.may[may]) : template.may[may]}
    </span>
  )
}

function placesOf(words: Catalogue, { id, resources }: TemplateStatement): string {
  const { template } = words
  return resources.every((resource) => resource === '*')
    ? template.everywhere(id)
    : template.inPlaces(
        id,
        resources.map((place) => notedText(words, place)),
      )
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
