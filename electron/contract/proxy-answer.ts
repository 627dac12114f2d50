import { z } from 'zod'
import { LONGEST_TYPED, TYPED } from './proxy-question.ts'

const typed = z.string().min(1).max(LONGEST_TYPED).regex(TYPED)

/** What may come from the window in which a person signs in to a proxy. */
export const proxyAnswerSchema = z.nullable(
  z.strictObject({
    number: z.int(),
    username: typed,
    password: typed,
    readableAccepted: z.boolean(),
  }),
)
