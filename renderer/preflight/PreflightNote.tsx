import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import type { Ability, MissingPermission } from '../../electron/contract/preflight.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { isOf } from '../../electron/errors/catalogue.ts'
import { Coded } from '../parts/Coded.tsx'
import { CopyButton } from '../parts/CopyButton.tsx'
import { LongText } from '../parts/LongText.tsx'
import { AskForAllButton, AskSomeoneButton } from '../hand-over/AskSomeone.tsx'
import type { Foresight } from './foresight.ts'
import { wordsFor } from '../../electron/texts/catalogue.ts'
import { useWords } from '../parts/words.ts'

/** Whether the signed-in person may do the step, told before anything is tried. */
export function PreflightNote({
  step,
  foresight,
  lacking,
  stopped,
}: {
  readonly step: StepId
  /** For how many steps, this one among them, permissions are missing. */
  readonly lacking: number
  readonly foresight: Foresight
  /** What stopped the step, once it was tried: that says more than what was foreseen. */
  readonly stopped: AppError | null
}) {
  const words = useWords()
  if (stopped && foresight.kind !== 'lacks') return null
  switch (foresight.kind) {
    case 'nothing':
      return null
    case 'unknown':
      return (
        <div data-panel="preflight" data-step={step} data-ability="unknown">
          <p className="quiet">{words.abilities.unknown}</p>
        </div>
      )
    case 'root':
      return (
        <div data-panel="preflight" data-step={step} data-ability="root">
          <p className="quiet">{words.abilities.root[foresight.limits]}</p>
        </div>
      )
    case 'may':
      return (
        <div data-panel="preflight" data-step={step} data-ability="may">
          <StatusIndicator type="success" colorOverride="grey">
            {words.abilities.may(foresight.roleName)}
          </StatusIndicator>
          <Optional optional={foresight.ability.optional} />
        </div>
      )
    case 'lacks':
      return (
        <div data-panel="preflight" data-step={step} data-ability="lacks">
          <Lacking
            roleName={foresight.roleName}
            ability={foresight.ability}
            lacking={lacking}
            stopped={stopped}
          />
        </div>
      )
  }
}

function Lacking({
  roleName,
  ability,
  lacking,
  stopped,
}: {
  readonly lacking: number
  readonly roleName: string
  readonly ability: Ability
  readonly stopped: AppError | null
}) {
  const words = useWords()
  const title = words.abilities.title(roleName, ability.missing.length)
  // AWS names the one that it met first: whoever is asked for that alone is asked again and again.
  if (stopped && isOneOf(stopped, ability)) {
    return (
      <div className="stack-s">
        <p>{words.abilities.oneOf(roleName, ability.missing.length)}</p>
        <MissingAndRemedy ability={ability} tried />
      </div>
    )
  }
  if (stopped) {
    return (
      <ExpandableSection headerText={title} headingTagOverride="h3">
        <MissingAndRemedy ability={ability} />
      </ExpandableSection>
    )
  }
  return (
    <Alert type="warning" header={title}>
      <MissingAndRemedy ability={ability}>
        {lacking > 1 && <AskForAllButton step={ability.step} count={lacking} />}
        <AskSomeoneButton step={ability.step} />
      </MissingAndRemedy>
    </Alert>
  )
}

/** Whether AWS has refused one of several things of which the look ahead knew. */
function isOneOf({ code, facts }: AppError, { missing }: Ability): boolean {
  if (!isOf(code, 'denied') || missing.length < 2) return false
  return missing.some(({ action }) => action === facts['action'])
}

/** What the step does without: no reason to hesitate, and good to know. */
function Optional({ optional }: { readonly optional: readonly MissingPermission[] }) {
  const words = useWords()
  return optional.map(({ action, resource }) => (
    <p key={`${action} ${resource}`} className="quiet">
      {words.abilities.optional(wordsFor(words.abilities.actions, action), action)}
    </p>
  ))
}

/** Each missing permission, and the policy that would give it. */
function MissingAndRemedy({
  ability,
  tried = false,
  children,
}: {
  readonly ability: Ability
  /** AWS has refused it by now: going on and trying is no advice any more. */
  readonly tried?: boolean
  /** Another way on. */
  readonly children?: ReactNode
}) {
  const words = useWords()
  const { missing, optional, statement } = ability
  // Said once, instead of in each line.
  const allAlike = missing.length > 1 && missing.every(({ because }) => because === 'not-allowed')
  return (
    <div className="stack-s">
      {allAlike && !tried && <p>{words.abilities.noneIn}</p>}
      <ul className="missing">
        {missing.map((permission) => (
          <li key={`${permission.action} ${permission.resource}`}>
            <Missing permission={permission} short={allAlike} />
          </li>
        ))}
      </ul>
      {!tried && <Optional optional={optional} />}
      {statement === '' ? (
        <p>{words.abilities.noStatement}</p>
      ) : (
        <>
          <p>{words.abilities.add}</p>
          <ExpandableSection
            header={<span className="fold">{words.abilities.statement}</span>}
            variant="footer"
          >
            <div className="stack-xs">
              <p className="quiet">{words.abilities.where}</p>
              <LongText text={statement} label={words.abilities.statement} className="statement" />
            </div>
          </ExpandableSection>
        </>
      )}
      <p className="quiet">
        {statement !== '' && words.abilities.afterwards} {!tried && words.abilities.still}
      </p>
      <div className="actions">
        {children}
        {statement !== '' && (
          <CopyButton
            text={statement}
            label={words.abilities.statement}
            caption={words.abilities.copy}
          />
        )}
      </div>
    </div>
  )
}

function Missing({
  permission,
  short,
}: {
  readonly permission: MissingPermission
  /** Where the statement names the resource, and the reason was given for all. */
  readonly short: boolean
}) {
  const words = useWords()
  const { action, resource, because } = permission
  const meaning = wordsFor(words.abilities.actions, action, '')
  return (
    <>
      <Coded
        text={meaning === '' ? action : words.abilities.action(meaning, action)}
        value={action}
      />
      {resource !== '*' && !short && (
        <>
          {' '}
          <span className="code">{words.abilities.on(resource)}</span>
        </>
      )}
      {!short && <span className="quiet"> ({words.abilities.because[because]})</span>}
    </>
  )
}
