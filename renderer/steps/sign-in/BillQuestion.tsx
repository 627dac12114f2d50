import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { BillQuestion as Question } from '../../../electron/contract/ask/bill.ts'
import { billQuestionLetter } from '../../../electron/texts/to-spot/bill-question.ts'
import { LETTER_LANGUAGE } from '../../../electron/texts/to-spot/letter.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { LongText } from '../../parts/LongText.tsx'
import { useWords } from '../../parts/words.ts'

/** The question to Spot Support, to be copied, sent or read. */
export function BillQuestion({ question }: { readonly question: Question }) {
  const words = useWords()
  const send = useSend()
  const { paidElsewhere } = words.bill
  const { text } = billQuestionLetter(question)
  return (
    <>
      <div className="actions">
        <CopyButton text={text} label={paidElsewhere.text} caption={paidElsewhere.copy} />
        <ActionButton
          action="email-question"
          iconName="envelope"
          onClick={() => send({ step: 'sign-in', action: 'email-question' })}
        >
          {paidElsewhere.email}
        </ActionButton>
      </div>
      <ExpandableSection
        header={<span className="fold">{paidElsewhere.text}</span>}
        variant="footer"
      >
        <LongText
          className="request-text"
          label={paidElsewhere.text}
          lang={LETTER_LANGUAGE}
          text={text}
        />
      </ExpandableSection>
    </>
  )
}
