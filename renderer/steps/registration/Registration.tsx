import Alert from '@cloudscape-design/components/alert'
import type { RegistrationAsk } from '../../../electron/contract/ask/registration.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { REGISTRATION } from '../../../electron/texts/en/registration.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { problemOf } from '../../parts/problem.ts'
import { SendToSpot } from './SendToSpot.tsx'
import { SpotConsole } from './SpotConsole.tsx'
import { SupportRequest } from './SupportRequest.tsx'

/** What will be registered, and the ways to do it. */
export function Registration({
  ask,
  problem,
}: {
  readonly ask: RegistrationAsk
  readonly problem: AppError | undefined
}) {
  const byMsp = ask.managedBy === 'msp'
  const shown = problemOf(
    problem,
    byMsp ? ['spotOrganizationId', 'reportPrefix'] : ask.tokenHeld ? ['spotAccountId'] : ['token'],
  )
  return (
    <>
      {shown.general && <ErrorNotice error={shown.general} />}
      {!ask.verified && <Unverified />}
      <Card title={REGISTRATION.summary}>
        <Facts facts={ask.summary} label={REGISTRATION.summary} />
      </Card>
      {byMsp ? (
        <SupportRequest ask={ask} problem={shown} />
      ) : (
        <section className="stack-s" aria-labelledby="ways-title">
          <h3 id="ways-title">{REGISTRATION.waysTitle}</h3>
          <p>{REGISTRATION.ways}</p>
          <div className="ways">
            <SendToSpot ask={ask} problem={shown} />
            <SpotConsole summary={ask.summary} />
          </div>
        </section>
      )}
      <p className="quiet">{REGISTRATION.afterwards}</p>
    </>
  )
}

/** Values that nobody has read from AWS: said before they are sent anywhere. */
function Unverified() {
  const send = useSend()
  return (
    <Alert type="warning" header={REGISTRATION.unverifiedTitle}>
      <div className="stack-s">
        <p>{REGISTRATION.unverified}</p>
        <div className="actions">
          <ActionButton
            action="leave-by-hand"
            onClick={() => send({ step: 'sign-in', action: 'leave-by-hand' })}
          >
            {REGISTRATION.verify}
          </ActionButton>
        </div>
      </div>
    </Alert>
  )
}
