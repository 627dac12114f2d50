import type { RegistrationAsk } from '../../../electron/contract/ask/registration.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { CopyRequestButton } from '../../parts/CopyButton.tsx'
import { TextField } from '../../parts/fields.tsx'
import { LongText } from '../../parts/LongText.tsx'
import type { Problem } from '../../parts/problem.ts'
import { supportRequestText } from '../../../electron/texts/support-request.ts'
import { useWords } from '../../parts/words.ts'

/** The request to Spot Support, for accounts that an MSP manages. */
export function SupportRequest({
  ask,
  problem,
}: {
  readonly ask: RegistrationAsk
  readonly problem: Problem
}) {
  const words = useWords()
  const send = useSend()
  const draft = useDraft('registration', {
    spotOrganizationId: ask.spotOrganizationId,
    reportPrefix: ask.reportPrefix,
  })
  const spotOrganizationId = draft.get('spotOrganizationId').trim()
  const reportPrefix = draft.get('reportPrefix').trim()
  const fillIn = (): void => {
    if (spotOrganizationId === ask.spotOrganizationId && reportPrefix === ask.reportPrefix) return
    send({ step: 'registration', action: 'support-details', spotOrganizationId, reportPrefix })
  }
  return (
    <Card title={words.registration.supportRequest.title}>
      <p>{words.registration.supportRequest.body}</p>
      <div className="beside">
        <TextField
          label={words.registration.supportRequest.organization}
          hint={words.registration.supportRequest.organizationHint}
          value={draft.get('spotOrganizationId')}
          error={problem.at('spotOrganizationId')}
          onChange={(value) => draft.set('spotOrganizationId', value)}
          onBlur={fillIn}
        />
        <TextField
          label={words.registration.supportRequest.prefix}
          hint={words.registration.supportRequest.prefixHint}
          value={draft.get('reportPrefix')}
          error={problem.at('reportPrefix')}
          onChange={(value) => draft.set('reportPrefix', value)}
          onBlur={fillIn}
        />
      </div>
      {ask.supportRequest && (
        <LongText
          className="request-text"
          label={words.registration.supportRequest.text}
          text={supportRequestText(words, ask.supportRequest)}
        />
      )}
      <div className="actions">
        <CopyRequestButton
          caption={words.registration.supportRequest.copy}
          onCopy={() => send({ step: 'registration', action: 'copy-request' })}
        />
        <ActionButton
          action="email-request"
          iconName="envelope"
          onClick={() => send({ step: 'registration', action: 'email-request' })}
        >
          {words.registration.supportRequest.email}
        </ActionButton>
      </div>
      <p>{words.registration.supportRequest.confirmHint}</p>
      <div className="actions">
        <ActionButton
          action="confirm-request-sent"
          variant="primary"
          onClick={() => send({ step: 'registration', action: 'confirm-request-sent' })}
        >
          {words.registration.supportRequest.confirm}
        </ActionButton>
      </div>
    </Card>
  )
}
