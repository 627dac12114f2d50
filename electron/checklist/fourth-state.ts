import { z } from 'zod'

/** What the fourth version kept of an approval; whatever else it kept stays. */
const fourthSchema = z.looseObject({
  choices: z.looseObject({ approvedTemplate: z.string().default('') }),
})

/**
 * The fourth version kept which bytes of a template were approved, and neither by whom nor when. Throws
 * for what is no file of that version.
 */
export function fromFourth(file: unknown): unknown {
  const { choices, ...rest } = fourthSchema.parse(file)
  const { approvedTemplate: sha256, ...others } = choices
  const approvedTemplate = sha256 === '' ? null : { sha256, by: null, at: null }
  return { ...rest, choices: { ...others, approvedTemplate } }
}
