import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import type { SignInAsk, SignInWay } from '../../../electron/contract/ask/sign-in.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { belongsElsewhere, WAYS } from './signInFields.ts'
import { SignInKeys } from './SignInKeys.tsx'
import { SignInPortal } from './SignInPortal.tsx'
import { SignInProfiles } from './SignInProfiles.tsx'
import { useWords } from '../../parts/words.ts'

/** The ways of signing in, one shown at a time, and the way without any. */
export function SignInStart({
  ask,
  problem,
  reopened,
}: {
  readonly ask: SignInAsk & { readonly stage: 'start' }
  readonly problem: AppError | undefined
  /** A registered connection is looked at again: that needs a sign-in, which is kept nowhere. */
  readonly reopened: boolean
}) {
  const words = useWords()
  const draft = useDraft('sign-in', { way: ask.way })
  const way = WAYS.find((id) => id === draft.get('way')) ?? ask.way
  return (
    <>
      <Card>
        <FormField
          label={words.signIn.way.question}
          constraintText={words.signIn.way.ways[way].hint}
          stretch
        >
          <RadioGroup
            value={way}
            direction="horizontal"
            onChange={({ detail }) => draft.set('way', detail.value)}
            items={WAYS.map((value) => ({
              value,
              label: words.signIn.way.ways[value].label,
            }))}
          />
        </FormField>
      </Card>
      <WayForm
        way={way}
        ask={ask}
        problem={belongsElsewhere(problem, way) ? undefined : problem}
        reopened={reopened}
      />
      {!reopened && <ByHand />}
    </>
  )
}

function WayForm({
  way,
  ask,
  problem,
  reopened,
}: {
  readonly way: SignInWay
  readonly ask: SignInAsk & { readonly stage: 'start' }
  readonly problem: AppError | undefined
  readonly reopened: boolean
}) {
  switch (way) {
    case 'portal':
      return <SignInPortal ask={ask} problem={problem} reopened={reopened} />
    case 'keys':
      return <SignInKeys problem={problem} />
    case 'profile':
      return <SignInProfiles profiles={ask.profiles} last={ask.profile} problem={problem} />
  }
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
