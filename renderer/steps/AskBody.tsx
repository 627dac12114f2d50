import type { AppError, Ask } from '../../electron/contract.ts'
import { Bucket } from './Bucket.tsx'
import { CostReport } from './CostReport.tsx'
import { Plan } from './Plan.tsx'
import { Registration } from './Registration.tsx'
import { SignIn } from './SignIn.tsx'
import { Stack } from './Stack.tsx'
import { Template } from './Template.tsx'

/** The form of whatever a step asks; `problem` is about the last input. */
export function AskBody({
  ask,
  problem,
}: {
  readonly ask: Ask
  readonly problem: AppError | undefined
}) {
  switch (ask.step) {
    case 'plan':
      return <Plan ask={ask} problem={problem} />
    case 'sign-in':
      return <SignIn ask={ask} problem={problem} />
    case 'cost-report':
      return <CostReport ask={ask} problem={problem} />
    case 'bucket':
      return <Bucket ask={ask} problem={problem} />
    case 'template':
      return <Template ask={ask} problem={problem} />
    case 'stack':
      return <Stack ask={ask} problem={problem} />
    case 'registration':
      return <Registration ask={ask} problem={problem} />
  }
}
