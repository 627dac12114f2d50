import { z } from 'zod'

/** Which bytes of a template the person has approved, who that was, and when (ms). */
export const approvedTemplateSchema = z
  .object({
    sha256: z.string(),
    /**
     * The ARN by which AWS named the caller at that moment; '' while nobody was signed in. Null where it
     * is not known: AWS could not be asked, or the build of then did not note it, nor the time.
     */
    by: z.string().nullable(),
    at: z.number().nullable(),
  })
  .nullable()
  .default(null)

/** An approval that somebody else's file claims. Verified by nobody, and nothing rests on it. */
export const claimedApprovalSchema = z
  .object({
    sha256: z.string(),
    /** From whom the file says it comes; '' where it names nobody. */
    from: z.string(),
    /** When the file was opened. */
    at: z.number(),
  })
  .nullable()
  .default(null)
