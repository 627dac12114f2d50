import Alert from '@cloudscape-design/components/alert'
import { payersIn, type BillTransfer } from '../../../electron/contract/ask/bill.ts'
import type { SignInAsk } from '../../../electron/contract/ask/sign-in.ts'
import { localeOf } from '../../../electron/texts/locale.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { useLanguage, useWords } from '../../parts/words.ts'
import { BillQuestion } from './BillQuestion.tsx'

/** Another account pays this organization's bill: what follows, whom to ask, and three ways on. */
export function PaidElsewhere({
  ask,
  reopened,
}: {
  readonly ask: SignInAsk & { readonly stage: 'paid-elsewhere' }
  /** The account is registered: it stays as it is. */
  readonly reopened: boolean
}) {
  const words = useWords()
  const send = useSend()
  const { paidElsewhere } = words.bill
  const { paidBy, question } = ask.bill
  return (
    <>
      <div data-panel="paid-elsewhere" data-step="sign-in">
        <Alert type="warning" header={paidElsewhere.title}>
          <Payers paidBy={paidBy} />
        </Alert>
      </div>
      <Card title={paidElsewhere.meansTitle}>
        <ul className="points">
          {paidElsewhere.means.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      <Card title={paidElsewhere.askTitle}>
        <p>{paidElsewhere.ask}</p>
        <BillQuestion question={question} />
      </Card>
      <Card title={reopened ? paidElsewhere.accept : paidElsewhere.goOnTitle}>
        <p>{paidElsewhere.goOn}</p>
        <div className="actions">
          {!reopened && (
            <>
              <ActionButton
                action="other-account"
                onClick={() => send({ step: 'sign-in', action: 'other-account' })}
              >
                {paidElsewhere.otherAccount}
              </ActionButton>
              <ActionButton
                action="sign-out"
                onClick={() => send({ step: 'sign-in', action: 'sign-out' })}
              >
                {paidElsewhere.signOut}
              </ActionButton>
            </>
          )}
          <ActionButton
            action="accept-payer"
            onClick={() =>
              send({ step: 'sign-in', action: 'accept-payer', payers: payersIn(paidBy) })
            }
          >
            {paidElsewhere.accept}
          </ActionButton>
        </div>
      </Card>
      <Card title={words.signIn.wrongAccount.who}>
        <Facts facts={ask.who} label={words.signIn.wrongAccount.who} />
      </Card>
    </>
  )
}

/** A sentence for each account that pays. */
export function Payers({ paidBy }: { readonly paidBy: readonly BillTransfer[] }) {
  const { words, locale } = useLanguage()
  const { dayInUtc } = localeOf(locale)
  return paidBy.map(({ accountId, email, starts, ends }) => (
    <p key={`${accountId} ${starts}`} data-payer={accountId}>
      <Isolated
        text={words.bill.paidElsewhere.paidBy(
          accountId,
          email,
          dayInUtc(starts),
          ends === null ? '' : dayInUtc(ends),
        )}
      />
    </p>
  ))
}
