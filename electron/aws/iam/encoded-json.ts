import { z } from 'zod'

/** IAM sends documents URL-encoded (RFC 3986). */
export const encodedJson = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    context.addIssue('The policy is not JSON')
    return z.NEVER
  }
})
