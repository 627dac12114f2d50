import type { Choices } from '../checklist/state-file.ts'
import type { StepView } from '../contract/status.ts'
import type { FactId } from '../contract/steps.ts'
import { html, type Html } from '../documents/html.ts'
import type { Catalogue } from '../texts/catalogue.ts'
import { standingIn } from './record-standing.ts'

/**
 * What there is to undo, by name and in the order in which it is undone: what this app created, and what
 * was there before and stays.
 */
export function undoing(
  { record }: Catalogue,
  { choices, steps }: { readonly choices: Choices; readonly steps: readonly StepView[] },
): Html {
  const { undo } = record
  const lines = undoLines(undo, choices, steps)
  if (lines.length === 0) return html`<p>${undo.nothing}</p>`
  const way = choices.created.length === 0 ? undo.byHand : undo.app
  return html`<p class="standing">${way}</p>
    <ol class="steps">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ol>`
}

function undoLines(
  undo: Catalogue['record']['undo'],
  choices: Choices,
  steps: readonly StepView[],
): readonly string[] {
  const all = steps.flatMap((view) => standingIn(choices, view).facts)
  const fact = (wanted: FactId): string => all.find(({ id }) => id === wanted)?.value ?? ''
  const accountId = choices.account?.id ?? ''
  const isOurs = (kind: 'stack' | 'report' | 'bucket', name: string): boolean =>
    choices.created.some(
      (one) => one.kind === kind && one.accountId === accountId && one.name === name,
    )
  const role = fact('role-arn')
  const stack = fact('stack-name')
  const report = fact('report-name')
  const bucket = fact('bucket')
  const forRole = isOurs('stack', stack) ? undo.stack(stack) : undo.role(role)
  const forReport = isOurs('report', report) ? undo.report(report) : undo.otherReport(report)
  const forBucket = isOurs('bucket', bucket) ? undo.bucket(bucket) : undo.otherBucket(bucket)
  const isMsps = choices.plan?.managedBy === 'msp'
  return [
    ...(role === '' ? [] : [forRole]),
    ...(report === '' || isMsps ? [] : [forReport]),
    ...(bucket === '' ? [] : [isMsps ? undo.msp : forBucket]),
    ...(choices.registered === null ? [] : [undo.spot]),
  ]
}
