import type { Ask } from '../../electron/contract/steps.ts'
import { Card } from '../parts/Card.tsx'
import { Fold } from '../parts/Fold.tsx'
import { bucketIn, Findings } from './bucket/Bucket.tsx'
import { Repair } from './bucket/BucketRepair.tsx'
import { FileOffer, FileReading } from './bucket/DeliveredFile.tsx'
import { Plan } from './plan/Plan.tsx'
import { ReportCard } from './cost-report/ReportCard.tsx'
import { BillNotes } from './sign-in/BillNotes.tsx'
import { TemplateBrief } from './template/TemplateBrief.tsx'
import { TemplateReading } from './template/TemplateReading.tsx'
import { useWords } from '../parts/words.ts'

/**
 * What a finished step still shows: the plan's form, which can be changed, and what was read. Most
 * show their facts only.
 */
export function DoneAsk({ ask }: { readonly ask: Ask }) {
  const words = useWords()
  switch (ask.step) {
    case 'template':
      return (
        <Fold title={words.template.readAgain} isOpen={false}>
          <TemplateBrief review={ask.review} claim={ask.claim} />
          <TemplateReading review={ask.review} />
        </Fold>
      )
    case 'bucket':
      return (
        <>
          {/* What was just read is nearer to the top than the table, which is long. */}
          {ask.repair && <Repair change={ask.repair} bucket={bucketIn(ask)} />}
          {ask.file?.reading && <FileReading file={ask.file} findings={ask.findings} />}
          <Card title={words.bucket.title}>
            <Findings findings={ask.findings} />
          </Card>
          {ask.file?.reading === null && <FileOffer file={ask.file} />}
        </>
      )
    case 'cost-report':
      return ask.stage !== 'choose' ? null : (
        <>
          {ask.reports.map((report) => (
            <ReportCard key={report.name} report={report} />
          ))}
        </>
      )
    case 'sign-in':
      return ask.stage === 'bill' ? <BillNotes bill={ask.bill} /> : null
    case 'plan':
      return <Plan ask={ask} problem={undefined} />
    default:
      return null
  }
}
