import type { Row } from './row.ts'
import { accounts } from './rows/accounts.ts'
import { awsCli } from './rows/aws-cli.ts'
import { idle } from './rows/idle.ts'
import { journey } from './rows/journey.ts'
import { lookAgain } from './rows/look-again.ts'
import { memory } from './rows/memory.ts'
import { sizes } from './rows/sizes.ts'
import { startUp } from './rows/start-up.ts'
import { verifyAll } from './rows/verify-all.ts'

/** In the order in which they are measured and printed. */
export const rows: readonly Row[] = [
  verifyAll,
  lookAgain,
  startUp,
  memory,
  journey,
  awsCli,
  accounts,
  idle,
  sizes,
]
