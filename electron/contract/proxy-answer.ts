import { z } from 'zod'

/** As long as a name or a password of any directory, and nothing that ends a line of a header. */
const typed = z
  .string()
  .min(1)
  .max(1024)
  .regex(/^\P{Cc}+$/u)

/** What may come from the window in which a person signs in to a proxy. */
export const proxyAnswerSchema = z.nullable(
  z.strictObject({
    number: z.int(),
    username: typed,
    password: typed,
    readableAccepted: z.boolean(),
  }),
)
