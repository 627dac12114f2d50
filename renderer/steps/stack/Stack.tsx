import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import { Fragment } from 'react'
import type { StackAsk, StackForm } from '../../../electron/contract/ask/stack.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import type { Catalogue } from '../../../electron/texts/catalogue.ts'
import { useSend } from '../../bridge/bridge.ts'
import { type Draft, useDraft, useStackFailure } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Changes } from '../../parts/Changes.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { type Problem, problemOf } from '../../parts/problem.ts'
import { FailedStack, LastAttempt } from './StackFailure.tsx'
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
type Field = keyof StackForm | 'withoutExternalId' | 'acknowledged' | 'sent'

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
    withoutExternalId: ask.withoutExternalId ? 'yes' : '',
    acknowledged: '',
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
        <FailedStack failed={ask.failedStack} />
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
  const create = (): void => {
    if (blocked) return
    draft.set('sent', 'new')
    const acknowledged = draft.get('acknowledged') !== ''
    const withoutExternalId = isIdOpen(ask, form) && draft.get('withoutExternalId') !== ''
    const more = { acknowledged, withoutExternalId, values: values.all }
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
      <Names ask={ask} draft={draft} shown={shown} form={form} />
      <OwnParameters parameters={own} values={values} shown={shown} />
      <Card>
        <Changes changes={changes} />
      </Card>
      <Card title={words.stack.acknowledgeTitle}>
        <Consent ask={ask} draft={draft} error={shown.at('acknowledged')} />
        <div className="actions">
          <SubmitButton
            action="create"
            disabled={blocked}
            {...(blocked ? { disabledReason: words.stack.deleteFirst } : {})}
          >
            {words.stack.create}
          </SubmitButton>
          {blocked && <span className="quiet">{words.stack.deleteFirst}</span>}
        </div>
      </Card>
    </Form>
  )
}

function Names({
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
  const taken: Partial<Record<keyof StackForm, string>> = {
    ...(isRoleTaken(ask, form) ? { roleName: existing.roleTaken } : {}),
    ...(isPolicyTaken(ask, form) ? { policyName: existing.policyTaken } : {}),
  }
  return (
    <Card title={words.stack.formTitle}>
      <p>{words.stack.formHint}</p>
      {shownFields(ask).map((name) => (
        <Fragment key={name}>
          <TextField
            label={words.stack.fields[name].label}
            hint={hintOf(words, ask, name)}
            value={draft.get(name)}
            error={shown.at(name) ?? taken[name]}
            onChange={(value) => draft.set(name, value)}
          />
          {name === 'externalId' && isIdOpen(ask, form) && <WithoutId draft={draft} />}
        </Fragment>
      ))}
      <p className="quiet">
        {words.stack.inAccount(ask.accountId)}{' '}
        {ask.form.bucketName !== '' && words.stack.bucketGiven(ask.form.bucketName)}
      </p>
    </Card>
  )
}

/** Going on without an external ID is decided, and not left out. */
function WithoutId({ draft }: { readonly draft: Draft<Field> }) {
  const words = useWords()
  return (
    <Checkbox
      checked={draft.get('withoutExternalId') !== ''}
      onChange={({ detail }) => draft.set('withoutExternalId', detail.checked ? 'yes' : '')}
      description={words.stack.withoutIdMeans}
    >
      {words.stack.withoutId}
    </Checkbox>
  )
}

const hintOf = (words: Catalogue, { asksForId }: StackAsk, name: Shown): string => {
  const { hint } = words.stack.fields[name]
  return name === 'externalId' && asksForId === 'needed' ? `${hint} ${words.stack.idNeeded}` : hint
}

/** What AWS wants to be agreed to, in its own words and in ours. */
function Consent({
  ask,
  draft,
  error,
}: {
  readonly ask: StackAsk
  readonly draft: Draft<Field>
  readonly error: string | undefined
}) {
  const words = useWords()
  return (
    <>
      <p>{words.stack.acknowledgeMeans}</p>
      {ask.capabilitiesReason !== '' && (
        <p className="quiet">{words.stack.awsSays(ask.capabilitiesReason)}</p>
      )}
      <FormField errorText={error} stretch>
        <Checkbox
          checked={draft.get('acknowledged') !== ''}
          onChange={({ detail }) => draft.set('acknowledged', detail.checked ? 'yes' : '')}
          {...(ask.capabilities.length > 0
            ? { description: words.stack.needsCapability(ask.capabilities) }
            : {})}
        >
          {words.stack.acknowledge}
        </Checkbox>
      </FormField>
    </>
  )
}
