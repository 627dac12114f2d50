import { z } from 'zod'
import { commandSchema } from '../../electron/contract/commands.ts'

/** As far as commands have it. */
const formSchema = z.object({
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
})
const severalSchema = z.union([
  z.object({ oneOf: z.array(z.unknown()) }),
  z.object({ anyOf: z.array(z.unknown()) }),
])

/** Every command that gets through from the window, once each, with the least that it may say. */
export const everyCommand = (): object[] =>
  commandsOf(z.toJSONSchema(commandSchema, { unrepresentable: 'any' }))

function commandsOf(described: unknown): object[] {
  const several = severalSchema.safeParse(described)
  if (several.success)
    return Object.values(several.data)
      .flat()
      .flatMap((one) => commandsOf(one))
  const { properties = {} } = formSchema.parse(described)
  const { action, ...others } = properties
  const rest = Object.fromEntries(
    Object.entries(others).map(([name, form]) => [name, leastOf(form)]),
  )
  return wordsOf(action).map((word) => commandSchema.parse({ ...rest, action: word }))
}

function leastOf(form: unknown): unknown {
  const [word] = wordsOf(form)
  if (word !== undefined) return word
  const { type } = formSchema.parse(form)
  return type === 'boolean' ? false : type === 'string' ? '' : {}
}

function wordsOf(form: unknown): unknown[] {
  const { const: only, enum: several } = formSchema.parse(form)
  return several ?? (only === undefined ? [] : [only])
}
