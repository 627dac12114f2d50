import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { RegistrationAsk } from '../../../electron/contract/ask/registration.ts'
import { LETTER_LANGUAGE } from '../../../electron/texts/to-spot/letter.ts'
import { supportRequestLetter } from '../../../electron/texts/to-spot/support-request.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { LongText } from '../../parts/LongText.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import type { Problem } from '../../parts/problem.ts'
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
  const draft = useDraft('registration', { spotOrganizationId: ask.spotOrganizationId })
  const spotOrganizationId = draft.get('spotOrganizationId').trim()
  const fillIn = (next: EventTarget | null): void => {
    // Whoever goes on by handing the request out fills it in with that.
    if (spotOrganizationId === ask.spotOrganizationId || handsOut(next)) return
    send({ step: 'registration', action: 'support-details', spotOrganizationId })
  }
  // What was copied is about what stood in the field then.
  const prepared = spotOrganizationId === ask.spotOrganizationId ? ask.prepared : null
  const texts = words.registration.supportRequest
  return (
    <Card title={texts.title}>
      <p>{texts.body}</p>
      <div onBlur={({ relatedTarget }) => fillIn(relatedTarget)}>
        <TextField
          wants="spot-organization"
          label={texts.organization}
          term="spot-organization"
          hint={texts.organizationHint}
          value={draft.get('spotOrganizationId')}
          error={problem.at('spotOrganizationId')}
          onChange={(value) => draft.set('spotOrganizationId', value)}
        />
      </div>
      {ask.supportRequest && (
        <LongText
          className="request-text"
          label={texts.text}
          lang={LETTER_LANGUAGE}
          text={supportRequestLetter(ask.supportRequest).text}
        />
      )}
      <Ways typed={spotOrganizationId} prepared={prepared} />
      <PrimaryBar says={<p>{prepared === null ? texts.notYet : texts.confirmHint}</p>}>
        <ActionButton
          action="confirm-request-sent"
          variant="primary"
          disabled={prepared === null}
          disabledReason={texts.notYet}
          onClick={() => send({ step: 'registration', action: 'confirm-request-sent' })}
        >
          {texts.confirm}
        </ActionButton>
      </PrimaryBar>
    </Card>
  )
}

const handsOut = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('[data-action="copy-request"], [data-action="email-request"]')

/** How the request leaves the app. It may be refused: that it was copied says the main process. */
function Ways({
  typed,
  prepared,
}: {
  /** The organization as it is in the field. */
  readonly typed: string
  readonly prepared: RegistrationAsk['prepared']
}) {
  const words = useWords()
  const send = useSend()
  const texts = words.registration.supportRequest
  const isOpen = typed === ''
  const blocked = { disabled: isOpen, disabledReason: texts.organizationFirst }
  const handOut = (action: 'copy-request' | 'email-request'): void =>
    send({ step: 'registration', action, spotOrganizationId: typed })
  return (
    <>
      <div className="actions">
        <ActionButton
          {...blocked}
          action="copy-request"
          iconName="copy"
          onClick={() => handOut('copy-request')}
        >
          {texts.copy}
        </ActionButton>
        <ActionButton
          {...blocked}
          action="email-request"
          iconName="envelope"
          onClick={() => handOut('email-request')}
        >
          {texts.email}
        </ActionButton>
        {isOpen && <span className="quiet">{texts.organizationFirst}</span>}
      </div>
      <output>
        {prepared !== null && (
          <StatusIndicator type="success">{texts.prepared[prepared]}</StatusIndicator>
        )}
      </output>
    </>
  )
}
