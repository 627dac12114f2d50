import FormField from '@cloudscape-design/components/form-field'
import Tiles from '@cloudscape-design/components/tiles'
import type { PlanAsk } from '../../../electron/contract/ask/plan.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { useWords } from '../../parts/words.ts'

/** Who manages the account: two tiles, and the MSP's account number if there is one. */
export function Plan({
  ask,
  problem,
}: {
  readonly ask: PlanAsk
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const send = useSend()
  const draft = useDraft('plan', { managedBy: ask.managedBy ?? '', mspAccountId: ask.mspAccountId })
  const chosen = draft.get('managedBy')
  const byMsp = chosen === 'msp'
  const shown = problemOf(words, problem, byMsp ? ['managedBy', 'mspAccountId'] : ['managedBy'])
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
        <FormField label={words.plan.question} errorText={shown.at('managedBy')} stretch>
          <Tiles
            value={chosen === '' ? null : chosen}
            columns={2}
            onChange={({ detail }) => draft.set('managedBy', detail.value)}
            items={[
              { value: 'us', label: words.plan.us, description: words.plan.usMeans },
              { value: 'msp', label: words.plan.msp, description: words.plan.mspMeans },
            ]}
          />
        </FormField>
        {byMsp && (
          <TextField
            label={words.plan.mspAccount}
            hint={words.plan.mspAccountHint}
            value={draft.get('mspAccountId')}
            error={shown.at('mspAccountId')}
            onChange={(value) => draft.set('mspAccountId', value)}
          />
        )}
        <p className="quiet">{words.plan.changeable}</p>
        <div className="actions">
          <SubmitButton
            action="choose"
            disabled={chosen === ''}
            disabledReason={words.plan.chooseFirst}
          >
            {words.plan.next}
          </SubmitButton>
        </div>
      </Card>
    </Form>
  )
}
