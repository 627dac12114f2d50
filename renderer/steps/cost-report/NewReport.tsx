import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useEffect, useRef } from 'react'
import type { CostReportAsk, ReportDraft } from '../../../electron/contract/ask/cost-report.ts'
import type { PlannedChange } from '../../../electron/contract/facts.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { type Draft, useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Changes } from '../../parts/Changes.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { Fold } from '../../parts/Fold.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { type Problem, problemOf } from '../../parts/problem.ts'
import { BucketFields } from './BucketFields.tsx'
import { ExistingBucketReading } from './ExistingBucketReading.tsx'
import { LeftBucket } from './LeftBucket.tsx'
import {
  bucketRead,
  draftOf,
  type Field,
  fieldsOf,
  keyOf,
  type NotYet,
  whyNotYet,
} from './newReportForm.ts'
import { RefusedNamespace } from './RefusedNamespace.tsx'
import { useWords } from '../../parts/words.ts'

const PREVIEW_AFTER_MS = 400
/** What is folded while it is as proposed. */
const NAMES: readonly Field[] = [
  'reportName',
  'bucketKind',
  'regionalBucket',
  'globalBucket',
  'ownBucket',
  'prefix',
]
/** Longer for a bucket that is there, as each preview reads it from AWS. */
const READ_AFTER_MS = 900

/** The form for a new report, with what pressing the button would create. */
export function NewReport({
  ask,
  problem,
  isTheWay,
}: {
  readonly ask: CostReportAsk
  readonly problem: AppError | undefined
  /** Nothing else is proposed: its button is the main one of the step. */
  readonly isTheWay: boolean
}) {
  const words = useWords()
  const send = useSend()
  const { draft: suggested } = ask
  const typed = useDraft<Field>('cost-report', { ...fieldsOf(ask), sent: '' })
  // A problem that comes back from now on is about this form.
  const form: Draft<Field> = {
    get: typed.get,
    has: typed.has,
    set: (name, value) => {
      typed.set('sent', 'new')
      typed.set(name, value)
    },
  }
  const draft = draftOf(form.get, ask.accountId)
  usePreview(draft, suggested)
  const shown = problemOf(words, problem, ['reportName', 'prefix', 'bucketName'])
  const read = bucketRead(ask, draft)
  const notYet = whyNotYet(ask, draft)
  // Folded while it is as proposed; a problem with a name is shown beside it.
  const isOpen = NAMES.some(form.has) || (problem !== undefined && shown.general === null)
  const create = (): void => {
    if (notYet !== null) return
    typed.set('sent', 'new')
    send({
      step: 'cost-report',
      action: 'create',
      reviewed: read?.policy?.reviewed ?? '',
      ...draft,
    })
  }
  return (
    <Form problem={shown} onSubmit={create}>
      {problem?.code === 'report-namespace-refused' && (
        <RefusedNamespace problem={problem} onOther={() => form.set('bucketKind', 'global')} />
      )}
      {ask.leftBuckets
        .filter((name) => name !== draft.bucketName)
        .map((name) => (
          <LeftBucket key={name} bucket={name} />
        ))}
      <Names ask={ask} form={form} shown={shown} isOpen={isOpen} />
      {read && <ExistingBucketReading bucket={read} />}
      {notYet === 'notReadYet' && !problem && (
        <StatusIndicator type="loading">
          {words.costReport.existingBucket.reading(draft.bucketName)}
        </StatusIndicator>
      )}
      <Creation
        changes={ask.changes}
        notYet={notYet}
        isTheWay={isTheWay}
        isRegional={form.get('bucketKind') === 'regional'}
      />
    </Form>
  )
}

function Names({
  ask,
  form,
  shown,
  isOpen,
}: {
  readonly ask: CostReportAsk
  readonly form: Draft<Field>
  readonly shown: Problem
  readonly isOpen: boolean
}) {
  const words = useWords()
  return (
    <Fold title={words.costReport.newReport.namesTitle} isOpen={isOpen}>
      <TextField
        wants="name"
        label={words.costReport.newReport.reportName}
        hint={words.costReport.newReport.reportNameHint}
        value={form.get('reportName')}
        error={shown.at('reportName')}
        onChange={(value) => form.set('reportName', value)}
      />
      <BucketFields ask={ask} form={form} error={shown.at('bucketName')} />
      <TextField
        wants="prefix"
        label={words.costReport.newReport.prefix}
        term="prefix"
        hint={words.costReport.newReport.prefixHint}
        value={form.get('prefix')}
        error={shown.at('prefix')}
        onChange={(value) => form.set('prefix', value)}
      />
    </Fold>
  )
}

/** What pressing the button would create, and the button. */
function Creation({
  changes,
  notYet,
  isTheWay,
  isRegional,
}: {
  readonly changes: readonly PlannedChange[]
  readonly notYet: NotYet | null
  readonly isTheWay: boolean
  /** The bucket gets a name in the account's own namespace. */
  readonly isRegional: boolean
}) {
  const words = useWords()
  const create = (
    <SubmitButton
      action="create"
      disabled={notYet !== null}
      {...(notYet === null ? {} : { disabledReason: words.costReport.newReport[notYet] })}
    >
      {words.costReport.newReport.create}
    </SubmitButton>
  )
  return (
    <Card>
      {notYet === 'bucketUnfit' ? (
        <p>{words.costReport.newReport.bucketUnfit}</p>
      ) : (
        <>
          <Changes changes={changes} />
          {isRegional && <p>{words.costReport.newReport.regionalUnproven}</p>}
          <p>{words.costReport.newReport.afterwards}</p>
        </>
      )}
      {isTheWay ? (
        <PrimaryBar says={<p>{words.costReport.promise}</p>}>{create}</PrimaryBar>
      ) : (
        <div className="actions">{create}</div>
      )}
    </Card>
  )
}

/** Asks for the list of changes anew, shortly after the person stopped typing. */
function usePreview(draft: ReportDraft, previewed: ReportDraft): void {
  const send = useSend()
  const { reportName, bucketName, prefix, bucketIsNew } = draft
  const shown = useRef(keyOf(previewed))
  useEffect(() => {
    const wanted = { reportName, bucketName, prefix, bucketIsNew }
    const key = keyOf(wanted)
    if (key === shown.current) return
    const timer = setTimeout(
      () => {
        shown.current = key
        send({ step: 'cost-report', action: 'preview', ...wanted })
      },
      bucketIsNew ? PREVIEW_AFTER_MS : READ_AFTER_MS,
    )
    return () => clearTimeout(timer)
  }, [send, reportName, bucketName, prefix, bucketIsNew])
}
