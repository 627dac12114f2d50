import FormField from '@cloudscape-design/components/form-field'
import Tiles from '@cloudscape-design/components/tiles'
import type { PlanAsk } from '../../../electron/contract/ask/plan.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { PLAN } from '../../../electron/texts/en/plan.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'

/** Who manages the account: two tiles, and the MSP's account number if there is one. */
export function Plan({
  ask,
  problem,
}: {
  readonly ask: PlanAsk
  readonly problem: AppError | undefined
}) {
  const send = useSend()
  const draft = useDraft('plan', { managedBy: ask.managedBy ?? '', mspAccountId: ask.mspAccountId })
  const chosen = draft.get('managedBy')
  const byMsp = chosen === 'msp'
  const shown = problemOf(problem, byMsp ? ['managedBy', 'mspAccountId'] : ['managedBy'])
  const choose = (): void => {
    if (chosen !== 'us' && chosen !== 'msp') return
    send({
      step: 'plan',
      action: 'choose',
      managedBy: chosen,
      mspAccountId: byMsp ? draft.get('mspAccountId').trim() : '',
    })
  }
  return (
    <Form problem={shown} onSubmit={choose}>
      <Card>
        <FormField label={PLAN.question} errorText={shown.at('managedBy')} stretch>
          <Tiles
            value={chosen === '' ? null : chosen}
            columns={2}
            onChange={({ detail }) => draft.set('managedBy', detail.value)}
            items={[
              { value: 'us', label: PLAN.us, description: PLAN.usMeans },
              { value: 'msp', label: PLAN.msp, description: PLAN.mspMeans },
            ]}
          />
        </FormField>
        {byMsp && (
          <TextField
            label={PLAN.mspAccount}
            hint={PLAN.mspAccountHint}
            value={draft.get('mspAccountId')}
            error={shown.at('mspAccountId')}
            onChange={(value) => draft.set('mspAccountId', value)}
          />
        )}
        <p className="quiet">{PLAN.changeable}</p>
        <div className="actions">
          <SubmitButton action="choose" disabled={chosen === ''} disabledReason={PLAN.chooseFirst}>
            {PLAN.next}
          </SubmitButton>
        </div>
      </Card>
    </Form>
  )
}
