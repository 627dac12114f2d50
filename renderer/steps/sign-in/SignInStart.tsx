import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import type { SignInWay } from '../../../electron/contract/ask/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useManaged } from '../../parts/managed.ts'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { useWords } from '../../parts/words.ts'
import { belongsElsewhere } from './signInFields.ts'
import type { WayFormProps } from './wayForm.ts'
import { WAY_FORMS } from './wayForms.ts'

/** The ways of signing in, one shown at a time, and the way without any. */
export function SignInStart({ ask, problem, reopened }: WayFormProps) {
  const words = useWords()
  const draft = useDraft('sign-in', { way: ask.way })
  const { ways } = ask
  const { signInWays } = useManaged()
  const way = ways.find((id) => id === draft.get('way')) ?? ways[0]
  const off = Object.values(signInWays).filter((isOn) => !isOn).length
  const isConsoleElsewhere = signInWays.console && !ways.includes('console')
  return (
    <>
      <Card>
        <FormField
          label={words.signIn.way.question}
          description={
            (off > 0 || isConsoleElsewhere) && (
              <>
                {off > 0 && (
                  <SetByOrganization inline setting="AllowedSignInWays">
                    {words.managed.waysOff(off)}
                  </SetByOrganization>
                )}{' '}
                {isConsoleElsewhere && (
                  <SetByOrganization inline setting="AllowedRegions">
                    {words.managed.consoleElsewhere}
                  </SetByOrganization>
                )}
              </>
            )
          }
          stretch
        >
          <RadioGroup
            value={way ?? null}
            onChange={({ detail }) => draft.set('way', detail.value)}
            items={ask.ways.map((value) => ({
              value,
              label: words.signIn.way.ways[value].label,
              description: words.signIn.way.ways[value].hint,
            }))}
          />
        </FormField>
      </Card>
      {way ? (
        <WayForm
          way={way}
          ask={ask}
          problem={belongsElsewhere(problem, way) ? undefined : problem}
          reopened={reopened}
        />
      ) : (
        problem && <ErrorNotice error={problem} />
      )}
      {!reopened && signInWays.byHand && <ByHand />}
    </>
  )
}

function WayForm({ way, ...props }: WayFormProps & { readonly way: SignInWay }) {
  const Form = WAY_FORMS[way]
  return <Form {...props} />
}

function ByHand() {
  const words = useWords()
  const send = useSend()
  return (
    <div className="by-hand-offer stack-xs">
      <div>
        <ActionButton
          action="by-hand"
          variant="inline-link"
          onClick={() => send({ step: 'sign-in', action: 'by-hand' })}
        >
          {words.signIn.way.byHand}
        </ActionButton>
      </div>
      <p className="quiet">{words.signIn.way.byHandMeans}</p>
    </div>
  )
}
