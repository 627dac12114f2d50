import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Ability, MissingPermission, StepId } from '../../electron/contract.ts'
import { ABILITY, actionWords, becauseWords } from '../../electron/texts/abilities.ts'
import { CopyButton } from '../parts/CopyButton.tsx'
import { LongText } from '../parts/LongText.tsx'
import { AskSomeoneButton } from '../steps/AskSomeone.tsx'
import type { Foresight } from './foresight.ts'

/** Whether the signed-in person may do the step, told before anything is tried. */
export function PreflightNote({
  step,
  foresight,
}: {
  readonly step: StepId
  readonly foresight: Foresight
}) {
  switch (foresight.kind) {
    case 'nothing':
      return null
    case 'unknown':
      return (
        <div data-panel="preflight" data-step={step} data-ability="unknown">
          <p className="quiet">{ABILITY.unknown}</p>
        </div>
      )
    case 'may':
      return (
        <div data-panel="preflight" data-step={step} data-ability="may">
          <StatusIndicator type="success" colorOverride="grey">
            {ABILITY.may(foresight.roleName)}
          </StatusIndicator>
        </div>
      )
    case 'lacks':
      return (
        <div data-panel="preflight" data-step={step} data-ability="lacks">
          <Lacking roleName={foresight.roleName} ability={foresight.ability} />
        </div>
      )
  }
}

function Lacking({ roleName, ability }: { readonly roleName: string; readonly ability: Ability }) {
  const { step, missing, statement } = ability
  return (
    <Alert type="warning" header={ABILITY.title(roleName, missing.length)}>
      <div className="stack-s">
        <ul className="missing">
          {missing.map((permission) => (
            <li key={`${permission.action} ${permission.resource}`}>
              <Missing permission={permission} />
            </li>
          ))}
        </ul>
        {statement === '' ? (
          <p>{ABILITY.noStatement}</p>
        ) : (
          <>
            <p>{ABILITY.add}</p>
            <ExpandableSection
              header={<span className="fold">{ABILITY.statement}</span>}
              variant="footer"
            >
              <LongText text={statement} label={ABILITY.statement} className="statement" />
            </ExpandableSection>
          </>
        )}
        <p className="quiet">
          {statement !== '' && ABILITY.afterwards} {ABILITY.still}
        </p>
        <div className="actions">
          {statement !== '' && (
            <CopyButton text={statement} label={ABILITY.statement} words={ABILITY.copy} />
          )}
          <AskSomeoneButton step={step} />
        </div>
      </div>
    </Alert>
  )
}

function Missing({ permission }: { readonly permission: MissingPermission }) {
  const { action, resource, because } = permission
  const words = actionWords(action)
  return (
    <>
      {words !== '' && `${words}: `}
      <span className="code">{action}</span>
      {resource !== '*' && (
        <>
          {' '}
          <span className="code">{ABILITY.on(resource)}</span>
        </>
      )}{' '}
      <span className="quiet">({becauseWords(because)})</span>
    </>
  )
}
