import type { RegistrationAsk } from '../../../electron/contract/ask/registration.ts'
import { SUPPORT_REQUEST } from '../../../electron/texts/en/registration.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { LongText } from '../../parts/LongText.tsx'
import type { Problem } from '../../parts/problem.ts'

/** The request to Spot Support, for accounts that an MSP manages. */
export function SupportRequest({
  ask,
  problem,
}: {
  readonly ask: RegistrationAsk
  readonly problem: Problem
}) {
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
    <Card title={SUPPORT_REQUEST.title}>
      <p>{SUPPORT_REQUEST.body}</p>
      <div className="beside">
        <TextField
          label={SUPPORT_REQUEST.organization}
          hint={SUPPORT_REQUEST.organizationHint}
          value={draft.get('spotOrganizationId')}
          error={problem.at('spotOrganizationId')}
          onChange={(value) => draft.set('spotOrganizationId', value)}
          onBlur={fillIn}
        />
        <TextField
          label={SUPPORT_REQUEST.prefix}
          hint={SUPPORT_REQUEST.prefixHint}
          value={draft.get('reportPrefix')}
          error={problem.at('reportPrefix')}
          onChange={(value) => draft.set('reportPrefix', value)}
          onBlur={fillIn}
        />
      </div>
      <LongText className="request-text" label={SUPPORT_REQUEST.text} text={ask.supportRequest} />
      <div className="actions">
        <ActionButton
          action="copy-request"
          iconName="copy"
          onClick={() => send({ step: 'registration', action: 'copy-request' })}
        >
          {SUPPORT_REQUEST.copy}
        </ActionButton>
        <ActionButton
          action="email-request"
          iconName="envelope"
          onClick={() => send({ step: 'registration', action: 'email-request' })}
        >
          {SUPPORT_REQUEST.email}
        </ActionButton>
      </div>
      <p>{SUPPORT_REQUEST.confirmHint}</p>
      <div className="actions">
        <ActionButton
          action="confirm-request-sent"
          variant="primary"
          onClick={() => send({ step: 'registration', action: 'confirm-request-sent' })}
        >
          {SUPPORT_REQUEST.confirm}
        </ActionButton>
      </div>
    </Card>
  )
}
