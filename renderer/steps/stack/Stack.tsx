import type { ReactNode } from 'react'
import type { TermId } from '../../../electron/contract/help.ts'
import type { StackAsk, StackForm } from '../../../electron/contract/ask/stack.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import type { Catalogue } from '../../../electron/texts/catalogue.ts'
import { useSend } from '../../bridge/bridge.ts'
import { type Draft, useDraft, useStackFailure } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Changes } from '../../parts/Changes.tsx'
import { useManaged } from '../../parts/managed.ts'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { Fold } from '../../parts/Fold.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { type Problem, problemOf } from '../../parts/problem.ts'
import { DeleteFailed, FailedStack, LastAttempt } from './StackFailure.tsx'
import { AdoptableStacks } from './StackAdoption.tsx'
import {
  changesAs,
  formOf,
  isAboutTold,
  isBlocked,
  isIdOpen,
  isPolicyTaken,
  isRoleTaken,
  ownParameters,
  roleToShow,
  shownFields,
} from './stackForm.ts'
import { OwnParameters } from './OwnParameters.tsx'
import { StackRole } from './StackRole.tsx'
import { ToldRole } from './StackToldRole.tsx'
import { useOwnValues } from './useOwnValues.ts'
import { useWords } from '../../parts/words.ts'

type Shown = ReturnType<typeof shownFields>[number]
type Field = keyof StackForm | 'sent'

/** What could be used instead; names, AWS's consent, and the button that creates the role. */
export function Stack({
  ask,
  problem,
}: {
  readonly ask: StackAsk
  readonly problem: AppError | undefined
}) {
  const draft = useDraft<Field>('stack', {
    ...ask.form,
    sent: '',
  })
  const form = formOf(draft.get)
  const aboutTold = isAboutTold(draft.get('sent'), problem) ? problem : undefined
  return (
    <>
      <AlreadyThere ask={ask} form={form} />
      <NewStack ask={ask} draft={draft} form={form} problem={aboutTold ? undefined : problem} />
      <ToldRole problem={aboutTold} />
    </>
  )
}

/** What is in the account by now: a failed attempt, and what could be used as it is. */
function AlreadyThere({ ask, form }: { readonly ask: StackAsk; readonly form: StackForm }) {
  const failure = useStackFailure()
  const role = roleToShow(ask)
  return (
    <>
      {ask.failedStack ? (
        <FailedStack failed={ask.failedStack} isInTheWay={isBlocked(ask, form)} />
      ) : (
        failure && <LastAttempt failure={failure} />
      )}
      {ask.adoptable.length > 0 && <AdoptableStacks stacks={ask.adoptable} />}
      {role && <StackRole role={role} typedExternalId={form.externalId} />}
    </>
  )
}

/** The form that creates the stack, with what pressing the button would create. */
function NewStack({
  ask,
  draft,
  form,
  problem,
}: {
  readonly ask: StackAsk
  readonly draft: Draft<Field>
  /** The draft as it is sent. */
  readonly form: StackForm
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const send = useSend()
  const own = ownParameters(ask)
  const values = useOwnValues(ask)
  const fields = [...shownFields(ask), ...own.map(({ name }) => `parameter:${name}`)]
  const shown = problemOf(words, problem, [...fields, 'acknowledged'])
  const blocked = isBlocked(ask, form)
  const { externalIdRequired } = useManaged()
  // What the organization requires is no decision: the field says what is missing.
  const withoutExternalId = !externalIdRequired && isIdOpen(ask, form)
  const create = (): void => {
    if (blocked) return
    draft.set('sent', 'new')
    const more = { acknowledged: true, withoutExternalId, values: values.all }
    send({ step: 'stack', action: 'create', ...form, ...more })
    values.forget()
  }
  const entered = own.map(({ name, hidden }): [string, string] => [
    name,
    hidden ? words.stack.concealed : (values.all[name] ?? ''),
  ])
  const changes = changesAs(ask, form, { values: values.all, shown: words.stack.entered(entered) })
  return (
    <Form problem={shown} onSubmit={create}>
      <Fields ask={ask} draft={draft} shown={shown} form={form} />
      <OwnParameters parameters={own} values={values} shown={shown} />
      <Card>
        <Changes changes={changes} />
      </Card>
      <Consent ask={ask} withoutId={withoutExternalId} error={shown.at('acknowledged')} />
      <PrimaryBar
        says={<p>{blocked ? words.stack.deleteFirst : words.stack.inAccount(ask.accountId)}</p>}
      >
        {blocked ? (
          <DeleteFailed />
        ) : (
          <SubmitButton action="create">
            {withoutExternalId ? words.stack.createWithoutId : words.stack.create}
          </SubmitButton>
        )}
      </PrimaryBar>
    </Form>
  )
}

/** Fields that most people leave as they are proposed. */
const NAMES: ReadonlySet<Shown> = new Set(['stackName', 'roleName', 'policyName'])

/** The word in each field's label that Help explains. */
const TERMS = {
  stackName: 'stack',
  roleName: 'role',
  policyName: 'policy',
  externalId: 'external-id',
} as const satisfies Readonly<Record<Shown, TermId>>

function Fields({
  ask,
  draft,
  shown,
  form,
}: {
  readonly ask: StackAsk
  readonly draft: Draft<Field>
  readonly shown: Problem
  /** The draft as it is sent. */
  readonly form: StackForm
}) {
  const words = useWords()
  const { existing } = words.stack
  const { externalIdRequired } = useManaged()
  const taken: Partial<Record<keyof StackForm, string>> = {
    ...(isRoleTaken(ask, form) ? { roleName: existing.roleTaken } : {}),
    ...(isPolicyTaken(ask, form) ? { policyName: existing.policyTaken } : {}),
  }
  const errorAt = (name: Shown): string | undefined => shown.at(name) ?? taken[name]
  const field = (name: Shown): ReactNode => (
    <TextField
      key={name}
      wants={name === 'externalId' ? 'external-id' : 'name'}
      label={words.stack.fields[name].label}
      term={TERMS[name]}
      hint={
        name === 'externalId' && externalIdRequired ? (
          <>
            {hintOf(words, ask, name)} <SetByOrganization inline setting="RequireExternalId" />
          </>
        ) : (
          hintOf(words, ask, name)
        )
      }
      value={draft.get(name)}
      error={errorAt(name)}
      onChange={(value) => draft.set(name, value)}
    />
  )
  const names = shownFields(ask).filter((name) => NAMES.has(name))
  const asked = shownFields(ask).filter((name) => !NAMES.has(name))
  return (
    <>
      {asked.length > 0 && <Card>{asked.map(field)}</Card>}
      <Fold
        title={words.stack.formTitle}
        isOpen={names.some((name) => errorAt(name) !== undefined || draft.has(name))}
      >
        <p>{words.stack.formHint}</p>
        {names.map(field)}
      </Fold>
      {ask.form.bucketName !== '' && (
        <p className="quiet">{words.stack.bucketGiven(ask.form.bucketName)}</p>
      )}
    </>
  )
}

const hintOf = (words: Catalogue, { asksForId }: StackAsk, name: Shown): string => {
  const { hint } = words.stack.fields[name]
  return name === 'externalId' && asksForId === 'needed' ? `${hint} ${words.stack.idNeeded}` : hint
}

/** What pressing the button agrees to, in AWS's words and in ours, and what it decides. */
function Consent({
  ask,
  withoutId,
  error,
}: {
  readonly ask: StackAsk
  /** There is no external ID, and the template works without one. */
  readonly withoutId: boolean
  readonly error: string | undefined
}) {
  const words = useWords()
  return (
    <Card title={words.stack.acknowledgeTitle} term="capability">
      <p>{words.stack.acknowledge(ask.capabilities)}</p>
      <p className="quiet">{words.stack.acknowledgeMeans}</p>
      {ask.capabilitiesReason !== '' && (
        <p className="quiet">{words.stack.awsSays(ask.capabilitiesReason)}</p>
      )}
      {withoutId && (
        <p data-panel="without-id" data-step="stack">
          {words.stack.withoutId}
        </p>
      )}
      {error !== undefined && <p role="alert">{error}</p>}
    </Card>
  )
}
