import type { Choices } from '../checklist/state-file.ts'
import type { StepView } from '../contract/status.ts'
import type { FactId } from '../contract/steps.ts'
import { html, type Html } from '../documents/html.ts'
import { thingsOf, type Thing } from '../disconnect/removable-things.ts'
import { createdIn, isRemembered } from '../steps/shared/created.ts'
import type { Catalogue } from '../texts/catalogue.ts'
import { standingIn } from './record-standing.ts'

/**
 * What there is to undo, by name and in the order in which it is undone: whatever this app created and has
 * not removed, also where a step failed, and what was there before and stays.
 */
export function undoing(
  { record }: Catalogue,
  { choices, steps }: { readonly choices: Choices; readonly steps: readonly StepView[] },
): Html {
  const { undo } = record
  const ours = oursIn(choices)
  const lines = undoLines(undo, choices, ours, steps)
  if (lines.length === 0) return html`<p>${undo.nothing}</p>`
  const all = createdIn(choices)
  const way = ours.length > 0 ? undo.app : all.length > 0 ? undo.left : undo.byHand
  return html`<p class="standing">${way}</p>
    <ol class="steps">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ol>`
}

type Ours = Pick<Thing, 'id' | 'name'>

/** What this app created in the account and nobody has seen gone. */
function oursIn(choices: Choices): readonly Ours[] {
  const removed = choices.disconnected?.removed.filter(({ proven }) => proven) ?? []
  return thingsOf(choices).filter(
    ({ id, name, remembered }) =>
      remembered && !removed.some((one) => one.id === id && one.name === name),
  )
}

function undoLines(
  undo: Catalogue['record']['undo'],
  choices: Choices,
  ours: readonly Ours[],
  steps: readonly StepView[],
): readonly string[] {
  const all = steps.flatMap((view) => standingIn(choices, view).facts)
  const fact = (wanted: FactId): string => all.find(({ id }) => id === wanted)?.value ?? ''
  const namesOf = (kind: Ours['id']): readonly string[] =>
    ours.filter(({ id }) => id === kind).map(({ name }) => name)
  /** One that the connection works with, and that was there before. */
  const isTheirs = (kind: Ours['id'], name: string): boolean =>
    name !== '' && !isRemembered(choices, kind, name)
  const role = fact('role-arn')
  const report = fact('report-name')
  const bucket = fact('bucket')
  const isMsps = choices.plan?.managedBy === 'msp'
  return [
    ...namesOf('stack').map(undo.stack),
    ...(role !== '' && !isRemembered(choices, 'stack', fact('stack-name'))
      ? [undo.role(role)]
      : []),
    ...namesOf('report').map(undo.report),
    ...(isTheirs('report', report) && !isMsps ? [undo.otherReport(report)] : []),
    ...(report === '' && choices.byHand && bucket !== '' && !isMsps
      ? [undo.handReport(bucket)]
      : []),
    ...namesOf('bucket').map(undo.bucket),
    ...(isTheirs('bucket', bucket) ? [isMsps ? undo.msp : undo.otherBucket(bucket)] : []),
    ...(choices.registered === null ? [] : [undo.spot]),
  ]
}
