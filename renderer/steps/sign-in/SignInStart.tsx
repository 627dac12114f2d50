import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import { SIGN_IN_WAYS, type SignInWay } from '../../../electron/contract/ask/sign-in.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { SIGN_IN_WAY } from '../../../electron/texts/en/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import type { WayFormProps } from './wayForm.ts'
import { WAY_FORMS } from './wayForms.ts'

/** The ways of signing in, one shown at a time, and the way without any. */
export function SignInStart({ ask, problem, reopened }: WayFormProps) {
  const draft = useDraft('sign-in', { way: ask.way })
  const way = SIGN_IN_WAYS.find((id) => id === draft.get('way')) ?? ask.way
  const { Form } = WAY_FORMS[way]
  return (
    <>
      <Card>
        <FormField label={SIGN_IN_WAY.question} constraintText={SIGN_IN_WAY.ways[way].hint} stretch>
          <RadioGroup
            value={way}
            direction="horizontal"
            onChange={({ detail }) => draft.set('way', detail.value)}
            items={SIGN_IN_WAYS.map((value) => ({
              value,
              label: SIGN_IN_WAY.ways[value].label,
            }))}
          />
        </FormField>
      </Card>
      <Form
        ask={ask}
        problem={belongsElsewhere(problem, way) ? undefined : problem}
        reopened={reopened}
      />
      {!reopened && <ByHand />}
    </>
  )
}

/** True for a problem with a field of a way that is not shown. */
function belongsElsewhere(problem: AppError | undefined, way: SignInWay): boolean {
  const field = problem?.field
  if (field === undefined) return false
  return SIGN_IN_WAYS.some((other) => other !== way && WAY_FORMS[other].fields.includes(field))
}

function ByHand() {
  const send = useSend()
  return (
    <div className="by-hand-offer stack-xs">
      <div>
        <ActionButton
          action="by-hand"
          variant="inline-link"
          onClick={() => send({ step: 'sign-in', action: 'by-hand' })}
        >
          {SIGN_IN_WAY.byHand}
        </ActionButton>
      </div>
      <p className="quiet">{SIGN_IN_WAY.byHandMeans}</p>
    </div>
  )
}
