import Spinner from '@cloudscape-design/components/spinner'
import type { Progress } from '../../../electron/contract/status.ts'
import { timeLeft } from '../../../electron/texts/en/app.ts'
import { SIGN_IN_PROGRESS } from '../../../electron/texts/en/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { CancelButton } from '../../parts/CancelButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { useNow } from '../../parts/time.ts'

const MINUTE_MS = 60_000

/** Waiting for the person to finish in the browser. */
export function SignInByBrowser({ expiresAt }: { readonly expiresAt: number }) {
  const send = useSend()
  return (
    <Card title={SIGN_IN_PROGRESS.browserTitle} aside={<Spinner />}>
      <p>{SIGN_IN_PROGRESS.browserBody}</p>
      <p>{SIGN_IN_PROGRESS.browserOther}</p>
      <div className="actions">
        <ActionButton
          action="open-link"
          iconName="external"
          iconAlign="right"
          onClick={() => send({ step: 'sign-in', action: 'open-link' })}
        >
          {SIGN_IN_PROGRESS.openLink}
        </ActionButton>
        <ActionButton
          action="copy-link"
          iconName="copy"
          onClick={() => send({ step: 'sign-in', action: 'copy-link' })}
        >
          {SIGN_IN_PROGRESS.copyLink}
        </ActionButton>
        <CancelButton step="sign-in" />
      </div>
      <TimeLeft until={expiresAt} />
    </Card>
  )
}

/** The code to enter on AWS's page, large enough to read across a desk. */
export function SignInByCode({
  progress,
}: {
  readonly progress: Progress & { readonly kind: 'device' }
}) {
  const send = useSend()
  return (
    <Card title={SIGN_IN_PROGRESS.deviceTitle} aside={<Spinner />}>
      <p>{SIGN_IN_PROGRESS.deviceBody}</p>
      <dl className="device">
        <div>
          <dt>{SIGN_IN_PROGRESS.code}</dt>
          <dd>
            <span className="device-code">{progress.userCode}</span>
            <CopyButton text={progress.userCode} label={SIGN_IN_PROGRESS.code} />
          </dd>
        </div>
        <div>
          <dt>{SIGN_IN_PROGRESS.address}</dt>
          <dd>
            <span className="device-address">{progress.verificationUri}</span>
            <CopyButton text={progress.verificationUri} label={SIGN_IN_PROGRESS.address} />
          </dd>
        </div>
      </dl>
      <div className="actions">
        <ActionButton
          action="open-link"
          iconName="external"
          iconAlign="right"
          onClick={() => send({ step: 'sign-in', action: 'open-link' })}
        >
          {SIGN_IN_PROGRESS.openAddress}
        </ActionButton>
        <CancelButton step="sign-in" />
      </div>
      <TimeLeft until={progress.expiresAt} />
    </Card>
  )
}

function TimeLeft({ until }: { readonly until: number }) {
  const now = useNow(15_000)
  return <p className="quiet">{timeLeft(Math.ceil((until - now) / MINUTE_MS))}</p>
}
