import { requestFor } from '../checklist/hand-over.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { ReportDraft } from '../contract/ask/cost-report.ts'
import type { StepView } from '../contract/status.ts'
import type { Fate, PlanPaper, Proof } from '../texts/plan-paper.ts'
import { notLookedAt } from '../errors/catalogue.ts'
import { reportOf, typedBucketOf } from '../steps/shared/account.ts'
import { isRemembered } from '../steps/shared/created.ts'
import { mspReportOf } from '../steps/shared/msp.ts'
import type { Known } from './plan-data.ts'

type ReportPart = Pick<PlanPaper, 'report' | 'bucket' | 'bucketPolicy'>

/** What becomes of the report, its bucket and the bucket's policy. `draft` is what a new one would be. */
export function reportFates(known: Known, draft: ReportDraft): ReportPart {
  const { choices } = known
  if (choices.plan?.managedBy === 'msp') return byMsp(choices)
  const told = choices.byHand ? typedBucketOf(choices) : null
  if (told) return all('told', { name: '', prefix: told.prefix }, told.bucketName)
  if (reportOf(choices)) return chosenReport(known)
  return plannedReport(known, draft)
}

/** The same for all three. */
function all(
  fate: Fate,
  report: { readonly name: string; readonly prefix: string },
  bucketName: string,
): ReportPart {
  const planned = { fate, proof: 'none' as const }
  return {
    report: { ...planned, ...report, others: [] },
    bucket: { ...planned, name: bucketName, isNew: true },
    bucketPolicy: planned,
  }
}

/** All of it is the MSP's, and nothing of it can be read from here. */
function byMsp(choices: Choices): ReportPart {
  const told = mspReportOf(choices)
  const report = { name: '', prefix: told?.prefix ?? '' }
  return all(told ? 'msp-told' : 'msp', report, told?.bucketName ?? '')
}

/** One that was created, or was there and is used. */
function chosenReport({ choices, view }: Known): ReportPart {
  const { name, prefix, bucket } = reportOf(choices) ?? { name: '', prefix: '', bucket: '' }
  const stepFate = (step: 'cost-report' | 'bucket', fate: Fate): Fate =>
    hasStopped(view(step)) ? 'stopped' : fate
  const madeReport = isRemembered(choices, 'report', name)
  const madeBucket = isRemembered(choices, 'bucket', bucket)
  const repaired = choices.repaired?.bucketName === bucket
  const policy: Fate = madeBucket ? 'created' : madeReport ? 'changed-if-needed' : 'reused'
  const bucketFate = fateAfter(choices, 'bucket', bucket, madeBucket ? 'created' : 'reused')
  // It stays and goes with the bucket.
  const isTakenBack = ['removed', 'removing', 'left'].includes(bucketFate)
  return {
    report: {
      fate: stepFate(
        'cost-report',
        fateAfter(choices, 'report', name, madeReport ? 'created' : 'reused'),
      ),
      proof: proofOf(view('cost-report')),
      name,
      prefix,
      others: [],
    },
    bucket: {
      fate: stepFate('bucket', bucketFate),
      proof: proofOf(view('bucket')),
      name: bucket,
      isNew: madeBucket,
    },
    bucketPolicy: {
      fate: isTakenBack
        ? bucketFate
        : stepFate('bucket', repaired && !madeBucket ? 'changed' : policy),
      proof: proofOf(view('bucket')),
    },
  }
}

/** One that is not there yet, by what is typed or proposed. */
function plannedReport(known: Known, draft: ReportDraft): ReportPart {
  const { choices, view } = known
  const { reportName, bucketName, prefix, bucketIsNew } = draft
  const { fate, others } = fateOfDraft(known)
  const named = { name: reportName, prefix }
  const isOurs = fate === 'create' || fate === 'create-unless' || fate === 'begun'
  const begun =
    isRemembered(choices, 'bucket', bucketName) || view('cost-report')?.status.kind === 'acting'
  const bucket: Fate = isOurs ? (bucketIsNew ? (begun ? 'begun' : fate) : 'use') : fate
  const planned = all(fate, named, bucketName)
  return {
    report: { ...planned.report, others },
    bucket: { ...planned.bucket, fate: bucket, isNew: bucketIsNew },
    bucketPolicy: { fate: bucketIsNew || !isOurs ? bucket : policyFate(known), proof: 'none' },
  }
}

function fateOfDraft(known: Known): { readonly fate: Fate; readonly others: readonly string[] } {
  const { choices, view, ask } = known
  const only = (fate: Fate) => ({ fate, others: [] })
  const status = view('cost-report')?.status
  if (choices.byHand) return only('by-hand')
  if (status?.kind === 'acting') return only('begun')
  if (requestFor('cost-report', choices)) return only('asked')
  const asked = ask('cost-report')
  if (asked?.stage !== 'choose')
    return only(hasStopped(view('cost-report')) ? 'stopped' : 'create-unless')
  const others = asked.reports.filter(({ fits }) => fits).map(({ name }) => name)
  if (others.length > 0) return { fate: 'choose', others }
  return only(asked.limitReached ? 'stopped' : 'create')
}

/** What an existing bucket's policy needs, as far as it was read. */
function policyFate({ ask }: Known): Fate {
  const asked = ask('cost-report')
  const read = asked?.stage === 'choose' ? asked.existingBucket : null
  if (!read) return 'change-if-needed'
  if (read.policy) return 'change'
  const allowed = read.findings.some(({ id, value }) => id === 'policy' && value === 'allowed')
  return allowed ? 'reused' : 'change-if-needed'
}

/** Whether a step has failed for what was found, and not for want of a look. */
export function hasStopped(view: StepView | undefined): boolean {
  return view?.status.kind === 'failed' && !notLookedAt(view.status.error.code)
}

/** What has become of a thing that was there, where things were taken back. */
export function fateAfter(
  { disconnected }: Choices,
  kind: 'report' | 'bucket' | 'stack',
  name: string,
  otherwise: Fate,
): Fate {
  const same = (one: { readonly id: string; readonly name: string }): boolean =>
    one.id === kind && one.name === name
  const removed = disconnected?.removed.find(same)
  if (removed) return removed.proven ? 'removed' : 'removing'
  return disconnected?.left.some(same) ? 'left' : otherwise
}

/** Whether AWS has shown it at the last look, or at an earlier one. */
export function proofOf(view: StepView | undefined): Proof {
  if (!view) return 'none'
  const { status, earlier } = view
  const isThere =
    status.kind === 'done' || (status.kind === 'pending' && status.progress.kind === 'delivery')
  if (isThere) return 'proven'
  return earlier ? 'earlier' : 'none'
}
