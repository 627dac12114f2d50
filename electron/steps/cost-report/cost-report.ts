import { judge } from '../../aws/cur/report-verdict.ts'
import { unverified } from '../../checklist/outcome.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { ActContext, Step, StepContext } from '../../checklist/step.ts'
import type { ReportDraft, ReportVerdict } from '../../contract/ask/cost-report.ts'
import type { Fact } from '../../contract/facts.ts'
import type { Status } from '../../contract/status.ts'
import { AppFailure, fail } from '../../errors/failure.ts'
import { bucketRefusal } from '../../managed/rules.ts'
import { accountIdOf, reportOf, typedBucketOf } from '../shared/account.ts'
import { askByHand, askOf, draftOf, previewOf } from './ask.ts'
import { answer, byMsp, confirmSent, handOut, statusOfMsp } from './ask-msp.ts'
import { createReport } from './create.ts'
import { removeLeftBucket } from './left-buckets.ts'
import { reuseReport, takeUp, useBucket } from './choice.ts'

/** An hourly report in Eco's terms: one that is there already, or a new one beside it. */
export const costReport: Step<'cost-report', 'preview' | 'copy-request' | 'email-request'> = {
  id: 'cost-report',
  needs: ['plan', 'sign-in'],
  appliesTo: () => null,

  async check(context) {
    const { reports, choices, clock, managed, signal } = context
    if (byMsp(context)) return statusOfMsp(context)
    if (choices().byHand) return byHand(context)
    const verdicts = (await reports.list(signal)).map(judge)
    const before = reportOf(choices())
    // One that is gone, or fits no more, gives way to what somebody else was asked for.
    const good = verdicts.some(({ name, fits }) => fits && name === before?.name)
    const chosen = good ? before : ((await takeUp(context, verdicts)) ?? before)
    if (!chosen || chosen instanceof AppFailure) {
      const { ask, problem } = await askOf(context, verdicts)
      const error = chosen?.error ?? problem
      return error ? { kind: 'todo', ask, problem: error } : { kind: 'todo', ask }
    }
    const found = verdicts.find(({ name }) => name === chosen.name)
    if (!found) return refused(context, verdicts, fail('report-gone', { report: chosen.name }))
    const refusal = found.fits
      ? bucketRefusal(managed, found.bucket)
      : fail('report-not-fitting', { report: chosen.name })
    if (refusal) return refused(context, verdicts, refusal)
    return { kind: 'done', evidence: evidenceOf(found), at: clock.now() }
  },

  async ahead({ reports, choices, signal }) {
    if (choices().plan?.managedBy === 'us' && !choices().byHand) await reports.list(signal)
  },

  answers: {
    'use-bucket': useBucket,
    answer,
    'confirm-request-sent': confirmSent,
    change: ({ choices, remember }) => remember(nothingChosen(choices())),
    async reuse(context, { reportName }) {
      refuseByHand(context)
      await reuseReport(context, reportName)
    },
    async create(context, command) {
      refuseByHand(context)
      await createReport(context, draftOf(command), command.reviewed)
    },
    async 'remove-bucket'(context, { bucketName }) {
      refuseByHand(context)
      await removeLeftBucket(context, bucketName)
    },
  },
  instant: {
    preview: (context, command) => preview(context, draftOf(command)),
    'copy-request': (context, { language }) => handOut(context, 'copied', language),
    'email-request': (context, { language }) => handOut(context, 'email', language),
  },
}

/** The report that is chosen cannot be used: why, and what can be used instead. */
async function refused(
  context: StepContext,
  verdicts: readonly ReportVerdict[],
  { error }: AppFailure,
): Promise<Status> {
  return { kind: 'failed', error, ask: (await askOf(context, verdicts)).ask }
}

/** What an MSP has answered stays in the fields, to be corrected. */
function nothingChosen({ plan, mspReport }: Choices): Partial<Choices> {
  if (plan?.managedBy === 'msp') return { mspReport: mspReport && { ...mspReport, at: null } }
  return { report: null, typedBucket: null }
}

function refuseByHand({ choices }: ActContext): void {
  if (choices().byHand) throw fail('not-now', { step: 'cost-report' })
}

/** What was told by hand, as far as its form goes; nothing is asked of AWS. */
function byHand(context: StepContext): Status {
  const { choices, clock, managed } = context
  const told = typedBucketOf(choices())
  const known = reportOf(choices())
  const bucket = told?.bucketName ?? known?.bucket
  const prefix = told?.prefix ?? known?.prefix
  if (bucket === undefined || prefix === undefined) return { kind: 'todo', ask: askByHand(context) }
  const refusal = bucketRefusal(managed, bucket)
  if (refusal) return { kind: 'todo', ask: askByHand(context), problem: refusal.error }
  const evidence: Fact[] = [
    { id: 'bucket', value: bucket, copy: true },
    { id: 'prefix', value: prefix },
  ]
  return unverified(clock.now(), evidence)
}

/** Says what a draft would do. One that was typed over meanwhile is not shown any more. */
async function preview(context: ActContext, draft: ReportDraft): Promise<Status | null> {
  const { status, remember, choices } = context
  const ask = 'ask' in status && status.ask?.step === 'cost-report' ? status.ask : null
  const accountId = accountIdOf(choices())
  const remembered = { ...draft, accountId }
  await remember({ reportDraft: remembered })
  if (ask?.stage !== 'choose') return null
  const { problem, ...shown } = await previewOf(context, draft)
  if (JSON.stringify(choices().reportDraft) !== JSON.stringify(remembered)) return null
  const next = { kind: 'todo', ask: { ...ask, ...shown } } as const
  return problem ? { ...next, problem } : next
}

function evidenceOf(verdict: ReportVerdict): Fact[] {
  return [
    { id: 'report-name', value: verdict.name },
    { id: 'bucket', value: verdict.bucket, copy: true },
    { id: 'prefix', value: verdict.prefix },
    {
      id: 'report-settings',
      value: verdict.requirements.map(({ found }) => found).join(', '),
    },
  ]
}
