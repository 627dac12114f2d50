import type { Ask } from '../../electron/contract/steps.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { managedBy } from '../checklist/managedBy.ts'
import { AskMsp } from './cost-report/AskMsp.tsx'
import { Bucket } from './bucket/Bucket.tsx'
import { AccountByHand } from './sign-in/AccountByHand.tsx'
import { CostReportByHand } from './cost-report/CostReportByHand.tsx'
import { StackByHand } from './stack/StackByHand.tsx'
import { CostReport } from './cost-report/CostReport.tsx'
import { Plan } from './plan/Plan.tsx'
import { Registration } from './registration/Registration.tsx'
import { BillNotes } from './sign-in/BillNotes.tsx'
import { SignIn } from './sign-in/SignIn.tsx'
import { Stack } from './stack/Stack.tsx'
import { Template } from './template/Template.tsx'

/** The form of whatever a step asks; `problem` is about the last input. */
export function AskBody({
  ask,
  snapshot,
  problem,
}: {
  readonly ask: Ask
  readonly snapshot: Snapshot
  readonly problem: AppError | undefined
}) {
  switch (ask.step) {
    case 'plan':
      return <Plan ask={ask} problem={problem} />
    case 'sign-in':
      if (ask.stage === 'by-hand')
        return <AccountByHand ask={ask} managedBy={managedBy(snapshot.steps)} problem={problem} />
      if (ask.stage === 'bill') return <BillNotes bill={ask.bill} />
      return <SignIn ask={ask} problem={problem} reopened={snapshot.reopened} />
    case 'cost-report':
      if (ask.stage === 'ask-msp')
        return <AskMsp ask={ask} byHand={snapshot.byHand} problem={problem} />
      return ask.stage === 'by-hand' ? (
        <CostReportByHand ask={ask} problem={problem} />
      ) : (
        <CostReport ask={ask} problem={problem} />
      )
    case 'bucket':
      return <Bucket ask={ask} problem={problem} />
    case 'template':
      return <Template ask={ask} problem={problem} />
    case 'stack':
      return ask.stage === 'by-hand' ? (
        <StackByHand ask={ask} problem={problem} />
      ) : (
        <Stack ask={ask} problem={problem} />
      )
    case 'registration':
      return <Registration ask={ask} problem={problem} />
  }
}
