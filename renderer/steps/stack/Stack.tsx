import Checkbox from '@cloudscape-design/components/checkbox'
import FormField from '@cloudscape-design/components/form-field'
import type { StackAsk, StackForm } from '../../../electron/contract/ask/stack.ts'
import type { PlannedChange } from '../../../electron/contract/facts.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { EXISTING, STACK } from '../../../electron/texts/en/stack.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft, useStackFailure } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Changes } from '../../parts/Changes.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { FailedStack, LastAttempt } from './StackFailure.tsx'
import { AdoptableStacks } from './StackAdoption.tsx'
import { StackRole } from './StackRole.tsx'
import { ToldRole } from './StackToldRole.tsx'

const FIELDS = ['stackName', 'roleName', 'policyName', 'externalId', 'bucketName'] as const

/** What could be used instead; names, AWS's consent, and the button that creates the role. */
export function Stack({
  ask,
  problem,
}: {
  readonly ask: StackAsk
  readonly problem: AppError | undefined
}) {
  const send = useSend()
  const draft = useDraft<keyof StackForm | 'acknowledged' | 'sent'>('stack', {
    ...ask.form,
    acknowledged: '',
    sent: '',
  })
  const acknowledged = draft.get('acknowledged') !== ''
  const fields = shownFields(ask)
  // Both forms ask for an external ID: a problem belongs to the one that was sent.
  const isTold = draft.get('sent') === 'told' && problem?.field !== 'bucketName'
  const aboutTold = isTold ? problem : undefined
  const shown = problemOf(aboutTold ? undefined : problem, [...fields, 'acknowledged'])
  const bucketName = ask.bucketEditable ? draft.get('bucketName').trim() : ''
  const { existingRole } = ask
  // The same role is offered with its stack already.
  const isInStack = ask.adoptable.some(({ roleArn }) => roleArn === existingRole?.arn)
  const isTaken = !isInStack && draft.get('roleName').trim() === existingRole?.name
  const failure = useStackFailure()
  // Under another name a stack could be created beside the failed one.
  const isBlocked = draft.get('stackName').trim() === ask.failedStack?.name
  const create = (): void => {
    if (isBlocked) return
    draft.set('sent', 'new')
    send({
      step: 'stack',
      action: 'create',
      acknowledged,
      stackName: draft.get('stackName').trim(),
      roleName: draft.get('roleName').trim(),
      policyName: draft.get('policyName').trim(),
      externalId: draft.get('externalId').trim(),
      bucketName: draft.get('bucketName').trim(),
    })
  }
  return (
    <>
      {ask.failedStack ? (
        <FailedStack failed={ask.failedStack} />
      ) : (
        failure && <LastAttempt failure={failure} />
      )}
      {ask.adoptable.length > 0 && <AdoptableStacks stacks={ask.adoptable} />}
      {existingRole && !(isInStack && existingRole.trustsRight) && (
        <StackRole
          role={existingRole}
          typedExternalId={draft.get('externalId').trim()}
          bucketName={bucketName}
        />
      )}
      <Form problem={shown} onSubmit={create}>
        <Card title={STACK.formTitle}>
          <p>{STACK.formHint}</p>
          {fields.map((name) => (
            <TextField
              key={name}
              label={STACK.fields[name].label}
              hint={STACK.fields[name].hint}
              value={draft.get(name)}
              error={
                shown.at(name) ?? (name === 'roleName' && isTaken ? EXISTING.roleTaken : undefined)
              }
              onChange={(value) => draft.set(name, value)}
            />
          ))}
          <p className="quiet">
            {STACK.inAccount(ask.accountId)}{' '}
            {!ask.bucketEditable &&
              ask.form.bucketName !== '' &&
              STACK.bucketGiven(ask.form.bucketName)}
          </p>
        </Card>
        <Card>
          <Changes changes={changesAs(ask.changes, draft.get)} />
        </Card>
        <Card title={STACK.acknowledgeTitle}>
          <p>{STACK.acknowledgeMeans}</p>
          {ask.capabilitiesReason !== '' && (
            <p className="quiet">
              {STACK.awsSays} “{ask.capabilitiesReason}”
            </p>
          )}
          <FormField errorText={shown.at('acknowledged')} stretch>
            <Checkbox
              checked={acknowledged}
              onChange={({ detail }) => draft.set('acknowledged', detail.checked ? 'yes' : '')}
              {...(ask.capabilities.length > 0
                ? { description: STACK.needsCapability(ask.capabilities.join(', ')) }
                : {})}
            >
              {STACK.acknowledge}
            </Checkbox>
          </FormField>
          <div className="actions">
            <SubmitButton
              action="create"
              disabled={isBlocked}
              {...(isBlocked ? { disabledReason: STACK.deleteFirst } : {})}
            >
              {STACK.create}
            </SubmitButton>
            {isBlocked && <span className="quiet">{STACK.deleteFirst}</span>}
          </div>
        </Card>
      </Form>
      <ToldRole bucketAsked={ask.bucketEditable} bucketName={bucketName} problem={aboutTold} />
    </>
  )
}

/** The stack's name always; the template's parameters; the bucket only where nobody knows it. */
function shownFields(ask: StackAsk): readonly (keyof StackForm)[] {
  return FIELDS.filter((name) => {
    if (name === 'stackName') return true
    if (!ask.parameters.includes(name)) return false
    return name !== 'bucketName' || ask.bucketEditable
  })
}

/** The changes with the names as they are typed. */
function changesAs(
  changes: readonly PlannedChange[],
  get: (name: keyof StackForm) => string,
): PlannedChange[] {
  const typed = {
    stack: get('stackName').trim(),
    role: get('roleName').trim(),
    policy: get('policyName').trim(),
  }
  return changes.map(({ id, facts }) => ({
    id,
    facts: Object.fromEntries(
      Object.entries({ ...facts, ...typed }).filter(([name]) => name in facts),
    ),
  }))
}
