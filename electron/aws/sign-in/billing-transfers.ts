import {
  ListInboundResponsibilityTransfersCommand,
  ListOutboundResponsibilityTransfersCommand,
} from '@aws-sdk/client-organizations'
import { z } from 'zod'
import { systemClock } from '../../base/clock.ts'
import type { BillTransfer } from '../../contract/ask/bill.ts'
import { isOf } from '../../errors/catalogue.ts'
import { toAppError } from '../../errors/failure.ts'
import { once } from '../../base/once.ts'
import { organizationsClient } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { pageWatch } from '../client/pages.ts'
import { isDenied, parseReply } from '../client/reply.ts'

/** The transfers of one side that are in force, and those that are agreed upon and lie ahead. */
export type Transfers =
  | {
      readonly kind: 'known'
      readonly now: readonly BillTransfer[]
      readonly ahead: readonly BillTransfer[]
    }
  /** AWS did not say. `denied`: this person may not ask. */
  | { readonly kind: 'unknown'; readonly denied: boolean }

export type BillingTransfers = {
  /**
   * Who pays the organization's bill (`outbound`), and whose bills this account pays (`inbound`).
   * AWS answers a management account only. What it does not answer, for whatever reason, is unknown
   * and no error; throws only where nobody is signed in any more, and `cancelled`.
   * Source: AWS Billing User Guide, "Transfer billing management to external accounts".
   */
  readonly read: (
    signal?: AbortSignal,
  ) => Promise<{ readonly outbound: Transfers; readonly inbound: Transfers }>
}

/** Nobody waits longer for what is no obstacle when it is unknown. */
const PATIENCE_MS = 15_000
/** One repetition is for a hiccup; more would hold up the sign-in. */
const ATTEMPTS = 2

const participant = z
  .object({
    ManagementAccountId: z.string().default(''),
    ManagementAccountEmail: z.string().default(''),
  })
  .optional()
const transferSchema = z.object({
  // Not an enum: AWS adds values, and sends other words than its model names.
  Status: z.string().default(''),
  Source: participant,
  Target: participant,
  StartTimestamp: z.date().optional(),
  EndTimestamp: z.date().optional(),
})
type Listed = z.infer<typeof transferSchema>
const pageSchema = z.object({
  ResponsibilityTransfers: z.array(transferSchema).default([]),
  NextToken: z.string().optional(),
})

type Asked = { readonly Type: 'BILLING'; readonly NextToken: string | undefined }

const SIDES = {
  outbound: {
    operation: 'ListOutboundResponsibilityTransfers',
    command: (input: Asked) => new ListOutboundResponsibilityTransfersCommand(input),
    other: ({ Target }: Listed) => Target,
  },
  inbound: {
    operation: 'ListInboundResponsibilityTransfers',
    command: (input: Asked) => new ListInboundResponsibilityTransfersCommand(input),
    other: ({ Source }: Listed) => Source,
  },
} as const
type Side = keyof typeof SIDES

/**
 * AWS's words for a transfer that was agreed upon: it runs from its start, and one that was withdrawn
 * until its end. Invitations, and words that nobody knows, move no bill.
 * Source: AWS Billing User Guide, "Viewing transfers" and "Withdrawing transfers".
 */
const AGREED = ['ACCEPTED', 'WITHDRAWN']

/** Where a transfer stands at `now` (ms). `unclear`: AWS left out what decides it. */
function standingOf(
  { Status, StartTimestamp, EndTimestamp }: Listed,
  accountId: string,
  now: number,
): 'now' | 'ahead' | 'over' | 'unclear' {
  if (!AGREED.includes(Status)) return 'over'
  const [starts, ends] = [StartTimestamp?.getTime(), EndTimestamp?.getTime()]
  if (ends !== undefined && (ends <= now || (starts !== undefined && ends <= starts))) return 'over'
  if (starts === undefined || !/^\d{12}$/.test(accountId)) return 'unclear'
  if (starts <= now) return 'now'
  return Status === 'WITHDRAWN' && ends === undefined ? 'unclear' : 'ahead'
}

function sorted(side: Side, listed: readonly Listed[], now: number): Transfers {
  const all = listed.map((transfer) => {
    const { ManagementAccountId: accountId = '', ManagementAccountEmail: email = '' } =
      SIDES[side].other(transfer) ?? {}
    const starts = transfer.StartTimestamp?.getTime() ?? 0
    const ends = transfer.EndTimestamp?.getTime() ?? null
    return { standing: standingOf(transfer, accountId, now), accountId, email, starts, ends }
  })
  const those = (which: 'now' | 'ahead'): BillTransfer[] =>
    all.flatMap(({ standing, ...transfer }) => (standing === which ? [transfer] : []))
  const inForce = those('now')
  const unclear = inForce.length === 0 && all.some(({ standing }) => standing === 'unclear')
  if (unclear) return { kind: 'unknown', denied: false }
  return { kind: 'known', now: inForce, ahead: those('ahead') }
}

/** Reads transfers of bills with the credentials of a management account. */
export function createBillingTransfers(
  access: Access,
  patienceMs: number = PATIENCE_MS,
): BillingTransfers {
  const client = once(() => organizationsClient({ ...access, maxAttempts: ATTEMPTS }))
  const clock = access.clock ?? systemClock

  async function* pagesOf(side: Side, signal: AbortSignal): AsyncGenerator<readonly Listed[]> {
    const { operation, command } = SIDES[side]
    const watch = pageWatch('organizations', operation)
    let NextToken: string | undefined
    do {
      const asked = command({ Type: 'BILLING', NextToken })
      const reply = await client().send(asked, { abortSignal: signal })
      const page = parseReply(pageSchema, reply, 'organizations', operation)
      yield page.ResponsibilityTransfers
      ;({ NextToken } = page)
      watch(NextToken)
    } while (NextToken)
  }

  async function readSide(side: Side, signal: AbortSignal | undefined): Promise<Transfers> {
    const listed: Listed[] = []
    const patience = AbortSignal.timeout(patienceMs)
    try {
      const either = signal ? AbortSignal.any([signal, patience]) : patience
      for await (const page of pagesOf(side, either)) listed.push(...page)
      return sorted(side, listed, clock.now())
    } catch (error) {
      if (signal?.aborted || isOf(toAppError(error).code, 'signed-out', 'access-ended')) throw error
      // Whoever was named on an earlier page pays, whatever the others would have said.
      const found = sorted(side, listed, clock.now())
      if (found.kind === 'known' && found.now.length > 0) return found
      return { kind: 'unknown', denied: isDenied(error) }
    }
  }

  return {
    async read(signal) {
      const [outbound, inbound] = await Promise.all([
        readSide('outbound', signal),
        readSide('inbound', signal),
      ])
      return { outbound, inbound }
    },
  }
}
