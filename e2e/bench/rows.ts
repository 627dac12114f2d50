import type { Row } from './row.ts'
import { idle } from './rows/idle.ts'
import { memory } from './rows/memory.ts'
import { sizes } from './rows/sizes.ts'
import { startUp } from './rows/start-up.ts'

/** In the order in which they are measured and printed. */
export const rows: readonly Row[] = [startUp, memory, idle, sizes]
