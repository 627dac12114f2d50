import Alert from '@cloudscape-design/components/alert'
import type { BillView } from '../../../electron/contract/ask/bill.ts'
import { localeOf } from '../../../electron/texts/locale.ts'
import { Card } from '../../parts/Card.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { useLanguage, useWords } from '../../parts/words.ts'
import { BillQuestion } from './BillQuestion.tsx'
import { Payers } from './PaidElsewhere.tsx'

/** What is to be known of the bill once somebody is signed in: who pays it, now or later, and whose else. */
export function BillNotes({ bill }: { readonly bill: BillView }) {
  const { words, locale } = useLanguage()
  const { notes } = words.bill
  const { paidBy, ahead, paysFor } = bill
  const { dayInUtc } = localeOf(locale)
  return (
    <div className="stack-m" data-panel="bill" data-step="sign-in">
      {paidBy.length > 0 && <PaidByAnother bill={bill} />}
      {ahead.length > 0 && (
        <div data-bill="ahead">
          <Alert type="info" header={notes.aheadTitle}>
            {ahead.map(({ accountId, email, starts }) => (
              <p key={`${accountId} ${starts}`}>
                <Isolated text={notes.ahead(accountId, email, dayInUtc(starts))} />
              </p>
            ))}
            <p>{notes.aheadMeans}</p>
          </Alert>
        </div>
      )}
      {paysFor.length > 0 && (
        <div data-bill="pays-for">
          <Alert type="info" header={notes.paysForTitle}>
            <ul className="points">
              {paysFor.map(({ accountId, email, starts }) => (
                <li key={`${accountId} ${starts}`}>
                  <Isolated text={notes.paysFor(accountId, email)} />
                </li>
              ))}
            </ul>
            <p>{notes.paysForMeans}</p>
          </Alert>
        </div>
      )}
    </div>
  )
}

/** Nobody is held up by it any more: the person went on, or the report is an MSP's matter. */
function PaidByAnother({ bill }: { readonly bill: BillView }) {
  const words = useWords()
  const { notes } = words.bill
  const ofMsp = bill.managedBy === 'msp'
  return (
    <div className="stack-s" data-bill={ofMsp ? 'msp' : 'went-on'}>
      <Alert type={ofMsp ? 'info' : 'warning'} header={ofMsp ? notes.mspTitle : notes.wentOnTitle}>
        <Payers paidBy={bill.paidBy} />
        <p>{ofMsp ? notes.msp : notes.wentOn}</p>
      </Alert>
      {!ofMsp && (
        <Card title={notes.question}>
          <BillQuestion question={bill.question} />
        </Card>
      )}
    </div>
  )
}
