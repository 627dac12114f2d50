import Spinner from '@cloudscape-design/components/spinner'
import type { Progress } from '../../../electron/contract/status.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { CancelButton } from '../../parts/CancelButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { useNow } from '../../parts/time.ts'
import { useWords } from '../../parts/words.ts'

const MINUTE_MS = 60_000

/** Waiting for the person to finish in the browser. */
export function SignInByBrowser({
  progress: { at, expiresAt },
}: {
  readonly progress: Progress & { readonly kind: 'browser' }
}) {
  const words = useWords()
  const send = useSend()
  return (
    <Card title={words.signIn.progress.browserTitle} aside={<Spinner />}>
      <p>
        {at === 'console' ? words.signIn.progress.consoleBody : words.signIn.progress.browserBody}
      </p>
      <p>{words.signIn.progress.browserOther}</p>
      {at === 'console' && <p className="quiet">{words.signIn.progress.consoleRefused}</p>}
      <div className="actions">
        <ActionButton
          action="open-link"
          iconName="external"
          iconAlign="right"
          onClick={() => send({ step: 'sign-in', action: 'open-link' })}
        >
          {words.signIn.progress.openLink}
        </ActionButton>
        <ActionButton
          action="copy-link"
          iconName="copy"
          onClick={() => send({ step: 'sign-in', action: 'copy-link' })}
        >
          {words.signIn.progress.copyLink}
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
  const words = useWords()
  const send = useSend()
  return (
    <Card title={words.signIn.progress.deviceTitle} aside={<Spinner />}>
      <p>
        {words.signIn.progress.deviceBody} {words.signIn.deviceWarning}
      </p>
      <dl className="device">
        <div>
          <dt>{words.signIn.progress.code}</dt>
          <dd>
            <span className="device-code">{progress.userCode}</span>
            <CopyButton text={progress.userCode} label={words.signIn.progress.code} />
          </dd>
        </div>
        <div>
          <dt>{words.signIn.progress.address}</dt>
          <dd>
            <span className="device-address">{progress.verificationUri}</span>
            <CopyButton text={progress.verificationUri} label={words.signIn.progress.address} />
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
          {words.signIn.progress.openAddress}
        </ActionButton>
        <CancelButton step="sign-in" />
      </div>
      <TimeLeft until={progress.expiresAt} />
    </Card>
  )
}

function TimeLeft({ until }: { readonly until: number }) {
  const words = useWords()
  const now = useNow(15_000)
  return <p className="quiet">{words.app.timeLeft(Math.ceil((until - now) / MINUTE_MS))}</p>
}
