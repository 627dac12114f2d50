import Alert from '@cloudscape-design/components/alert'
import type { RegistrationAsk } from '../../../electron/contract/ask/registration.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { problemOf } from '../../parts/problem.ts'
import { useManaged } from '../../parts/managed.ts'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { SendToSpot } from './SendToSpot.tsx'
import { SpotConsole } from './SpotConsole.tsx'
import { SupportRequest } from './SupportRequest.tsx'
import { useWords } from '../../parts/words.ts'

/** The fields that are shown, by how far the token is. */
const FIELDS = {
  none: ['token'],
  // Shown with a problem of its own only: Spot has answered then.
  unchecked: ['token'],
  checked: ['spotAccountId'],
} as const satisfies Readonly<Record<RegistrationAsk['token'], readonly string[]>>

/** What will be registered, and the ways to do it. */
export function Registration({
  ask,
  problem,
}: {
  readonly ask: RegistrationAsk
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const { spotApi } = useManaged()
  const byMsp = ask.managedBy === 'msp'
  const shown = problemOf(words, problem, byMsp ? ['spotOrganizationId'] : FIELDS[ask.token])
  const title = byMsp ? words.registration.askedSpot.what : words.registration.summary
  // What was read before is below the last question, not above it.
  const isBelow = byMsp || ask.token === 'checked'
  const summary = (
    <Card title={title}>
      <Facts facts={ask.summary} label={title} />
    </Card>
  )
  return (
    <>
      {shown.general && <ErrorNotice error={shown.general} />}
      {!ask.verified && <Unverified />}
      {byMsp && <SupportRequest ask={ask} problem={shown} />}
      {!isBelow && summary}
      {!byMsp && (
        <section className="stack-s" aria-labelledby="ways-title">
          {spotApi ? (
            <>
              <h3 id="ways-title">{words.registration.waysTitle}</h3>
              <p>{words.registration.ways}</p>
            </>
          ) : (
            <>
              <h3 id="ways-title">{words.managed.onlyInConsole}</h3>
              <SetByOrganization setting="AllowSpotApi" />
            </>
          )}
          <div className="ways">
            {spotApi && <SendToSpot ask={ask} problem={shown} />}
            <SpotConsole summary={ask.summary} />
          </div>
        </section>
      )}
      {isBelow && summary}
      <p className="quiet">{words.registration.afterwards}</p>
    </>
  )
}

/** Values that nobody has read from AWS: said before they are sent anywhere. */
function Unverified() {
  const words = useWords()
  const send = useSend()
  return (
    <Alert type="warning" header={words.registration.unverifiedTitle}>
      <div className="stack-s">
        <p>{words.registration.unverified}</p>
        <div className="actions">
          <ActionButton
            action="leave-by-hand"
            onClick={() => send({ step: 'sign-in', action: 'leave-by-hand' })}
          >
            {words.registration.verify}
          </ActionButton>
        </div>
      </div>
    </Alert>
  )
}
