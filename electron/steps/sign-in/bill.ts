import type { Caller, Organization } from '../../aws/sign-in/identity.ts'
import type { BillingTransfers, Transfers } from '../../aws/sign-in/billing-transfers.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { ActContext, StepContext } from '../../checklist/step.ts'
import { payersIn, type BillTransfer, type BillView } from '../../contract/ask/bill.ts'
import type { SignInAsk } from '../../contract/ask/sign-in.ts'
import type { As } from '../../contract/commands.ts'
import type { Fact } from '../../contract/facts.ts'
import { fail } from '../../errors/failure.ts'
import { mailtoLink } from '../../spot/support-request.ts'

/** Who pays the bill of an organization whose management account somebody is signed in to. */
export type Bill = {
  readonly transfers: Awaited<ReturnType<BillingTransfers['read']>>
  readonly view: BillView
  /** Nothing stands against going on: this account pays, or the person decided to go on anyway. */
  readonly settled: boolean
  /** Whether the person decided to go on with an account that pays now. */
  readonly wentOn: boolean
}

/**
 * Reads who pays. Null for an account that is not known to manage an organization: bills are
 * transferred between management accounts only, and AWS answers nobody else.
 */
export async function billOf(
  { transfers, choices, signal }: StepContext,
  { accountId }: Caller,
  organization: Organization,
): Promise<Bill | null> {
  if (organization.kind !== 'organization') return null
  if (organization.managementAccountId !== accountId) return null
  const read = await transfers.read(signal)
  const { plan, spotOrganizationId } = choices()
  const managedBy = plan?.managedBy ?? 'us'
  const [paidBy, ahead, paysFor] = [now(read.outbound), later(read.outbound), now(read.inbound)]
  const accepted = acceptedBy(choices(), accountId)
  const isAccepted = paidBy.every((payer) => accepted.includes(payer.accountId))
  return {
    transfers: read,
    view: {
      managedBy,
      paidBy,
      ahead,
      paysFor,
      question: { accountId, organizationId: organization.id, paidBy, spotOrganizationId },
    },
    // An MSP's report is the MSP's own matter: that another account pays is what one expects there.
    settled: isAccepted || managedBy === 'msp',
    wentOn: paidBy.length > 0 && isAccepted,
  }
}

const now = (side: Transfers): readonly BillTransfer[] => (side.kind === 'known' ? side.now : [])
const later = (side: Transfers): readonly BillTransfer[] =>
  side.kind === 'known' ? side.ahead : []

const acceptedBy = ({ acceptedPayers }: Choices, accountId: string): readonly string[] =>
  acceptedPayers.flatMap((one) => (one.accountId === accountId ? [one.payerId] : []))

/** What is to be known of a bill beside its facts, if anything is. */
export function billAsk({ view }: Bill): SignInAsk | null {
  const { paidBy, ahead, paysFor } = view
  if (paidBy.length + ahead.length + paysFor.length === 0) return null
  return { step: 'sign-in', stage: 'bill', bill: view }
}

/** What AWS said of the bill, and what was decided about it. */
export function billFacts(bill: Bill | null): Fact[] {
  if (!bill) return []
  const { transfers, view, wentOn } = bill
  return [
    ...payerFacts(transfers.outbound),
    ...(wentOn ? [{ id: 'bill-decision' as const, value: 'went-on' }] : []),
    ...aheadFacts(view.ahead),
    ...inboundFacts(transfers.inbound),
  ]
}

const several = (values: readonly string[]): string => [...new Set(values)].join(', ')
const ids = (transfers: readonly BillTransfer[]): string =>
  several(transfers.map(({ accountId }) => accountId))
/** Months of bills begin and end in UTC. Source: AWS Billing User Guide, "Withdrawing transfers". */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10)

function payerFacts(outbound: Transfers): Fact[] {
  if (outbound.kind === 'unknown')
    return [{ id: 'bill-payer', value: outbound.denied ? 'denied' : 'unknown' }]
  const paidBy = outbound.now
  if (paidBy.length === 0) return [{ id: 'bill-payer', value: 'own' }]
  const emails = several(paidBy.flatMap(({ email }) => (email === '' ? [] : [email])))
  const ends = several(paidBy.flatMap((one) => (one.ends === null ? [] : [day(one.ends)])))
  return [
    { id: 'bill-payer', value: ids(paidBy), copy: true },
    ...(emails === '' ? [] : [{ id: 'bill-payer-email' as const, value: emails, copy: true }]),
    { id: 'bill-payer-since', value: several(paidBy.map(({ starts }) => day(starts))) },
    ...(ends === '' ? [] : [{ id: 'bill-payer-until' as const, value: ends }]),
  ]
}

function aheadFacts(ahead: readonly BillTransfer[]): Fact[] {
  if (ahead.length === 0) return []
  return [
    { id: 'next-bill-payer', value: ids(ahead), copy: true },
    { id: 'next-bill-payer-from', value: several(ahead.map(({ starts }) => day(starts))) },
  ]
}

/** That it is not known for whom this account pays changes nothing here, and is not told. */
function inboundFacts(inbound: Transfers): Fact[] {
  const paysFor = now(inbound)
  return paysFor.length === 0 ? [] : [{ id: 'pays-bills-of', value: ids(paysFor), copy: true }]
}

type Shown = Extract<SignInAsk, { readonly stage: 'paid-elsewhere' | 'bill' }>

/** What the window shows of a bill. Throws `not-now` where it shows none. */
function shownBill({ status }: ActContext, ...stages: readonly Shown['stage'][]): BillView {
  const ask = 'ask' in status ? status.ask : undefined
  if (ask?.step === 'sign-in' && (ask.stage === 'paid-elsewhere' || ask.stage === 'bill'))
    if (stages.includes(ask.stage)) return ask.bill
  throw fail('not-now', { step: 'sign-in' })
}

/** Notes that the person goes on with this account although these pay. Throws `not-now`. */
export async function acceptPayer(
  context: ActContext,
  { payers }: As<'sign-in', 'accept-payer'>,
): Promise<void> {
  const { paidBy, question } = shownBill(context, 'paid-elsewhere')
  if (payersIn(paidBy) !== payers) throw fail('not-now', { step: 'sign-in' })
  const { accountId } = question
  const before = context.choices().acceptedPayers
  const known = acceptedBy(context.choices(), accountId)
  const added = payers.split(',').filter((payerId) => !known.includes(payerId))
  const accepted = added.map((payerId) => ({ accountId, payerId }))
  await context.remember({ acceptedPayers: [...before, ...accepted] })
}

/** Opens the question to Spot Support in the mail program. Throws `not-now`. */
export async function emailQuestion(context: ActContext): Promise<null> {
  const { question } = shownBill(context, 'paid-elsewhere', 'bill')
  const { subject, text } = context.letters.billQuestion(question)
  await context.desktop.open(mailtoLink(subject, text))
  return null
}
