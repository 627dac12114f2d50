import type { Wait } from '../contract/overview.ts'
import type { ConnectionSummary } from '../contract/snapshot.ts'
import type { Catalogue } from './catalogue.ts'
import { connectionName } from './connection-name.ts'
import { stepTitle } from './steps.ts'

/** One line of the overview, in words. */
export type OverviewRow = {
  readonly id: string
  readonly name: string
  readonly accountId: string
  readonly account: string
  readonly state: string
  readonly proof: string
  /** One sentence for each thing that is waited for; at least one. */
  readonly waits: readonly string[]
}

/** `moment` writes a time (milliseconds since the epoch) for whoever reads it. */
export function overviewRow(
  words: Catalogue,
  connection: ConnectionSummary,
  moment: (at: number) => string,
): OverviewRow {
  const { overview } = words
  const { id, accountId, finished, total, locked, standing } = connection
  const state = overview.states[standing.state]
  const isOpen = standing.state === 'under-way' || standing.state === 'attention'
  const { lastProof } = standing
  return {
    id,
    name: connectionName(words, connection),
    accountId,
    account: accountId || (locked ? overview.unknown : overview.noAccount),
    state: isOpen ? overview.stateWithProgress(state, finished, total) : state,
    proof: lastProof
      ? overview.proof(stepTitle(words, lastProof.step, standing), moment(lastProof.at))
      : overview.noProof,
    waits:
      standing.waits.length === 0
        ? [overview.noWait]
        : standing.waits.map((wait) => waitLine(words, connection, wait, moment)),
  }
}

function waitLine(
  words: Catalogue,
  connection: ConnectionSummary,
  wait: Wait,
  moment: (at: number) => string,
): string {
  const { overview } = words
  const who = overview.who[wait.who]
  const what = whatFor(words, connection, wait)
  if (wait.since !== null) return overview.waitSince(who, what, moment(wait.since))
  return wait.due === null
    ? overview.wait(who, what)
    : overview.waitDue(who, what, moment(wait.due))
}

function whatFor(
  words: Catalogue,
  { atSpot, disconnected, standing }: ConnectionSummary,
  wait: Wait,
): string {
  const { whole } = words.overview
  if (disconnected && wait.who === 'spot-support') return whole.disconnected
  if (atSpot === 'asked' && wait.who === 'spot-support') return whole.asked
  if (atSpot !== 'no' && wait.who === 'you') return whole.registered
  if (atSpot !== 'no' && wait.who === 'spot') return whole.analysis
  return wait.step ? stepTitle(words, wait.step, standing) : whole.other
}
