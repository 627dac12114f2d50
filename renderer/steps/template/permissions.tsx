import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type {
  TemplateAction,
  TemplateReview,
  TemplateStatement,
} from '../../../electron/contract/ask/template.ts'
import { managedPolicyPage } from '../../../electron/contract/console.ts'
import type { Catalogue } from '../../../electron/texts/catalogue.ts'
import { notedText } from '../../../electron/texts/noted.ts'
import { Card } from '../../parts/Card.tsx'
import { Coded } from '../../parts/Coded.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { useWords } from '../../parts/words.ts'

/** Policies that are not in the file: by name, and where to read what AWS has in them today. */
export function Managed({ review: { managed, managedData } }: { readonly review: TemplateReview }) {
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

/** How many permissions, and each of them beneath. */
export function PermissionList({
  statements,
}: {
  readonly statements: readonly TemplateStatement[]
}) {
  const words = useWords()
  const count = statements.reduce((sum, { actions }) => sum + actions.length, 0)
  return (
    <ExpandableSection
      header={<span className="fold">{words.template.readActions(count)}</span>}
      variant="footer"
    >
      <Statements statements={statements} />
    </ExpandableSection>
  )
}

/** Each permission, where it holds and what it may do. */
export function Statements({ statements }: { readonly statements: readonly TemplateStatement[] }) {
  const words = useWords()
  return statements.map((statement) => (
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
  ))
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
