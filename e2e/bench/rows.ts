import type { Row } from './row.ts'
import { memory } from './rows/memory.ts'
import { startUp } from './rows/start-up.ts'

/** In the order in which they are measured and printed. */
export const rows: readonly Row[] = [startUp, memory]
