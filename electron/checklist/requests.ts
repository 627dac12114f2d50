import { z } from 'zod'

/** What Spot Support was asked for. */
export const supportRequestSchema = z.object({
  bucketName: z.string(),
  roleArn: z.string(),
  customerAccountId: z.string(),
  mspAccountId: z.string(),
  stackName: z.string(),
  reportPrefix: z.string(),
  spotOrganizationId: z.string(),
  billPayer: z.string(),
  verified: z.boolean(),
})

/** How the MSP was asked for a report, and whether the person said that the request is sent. */
export const askedMspSchema = z
  .object({
    accountId: z.string(),
    how: z.enum(['copied', 'email']),
    at: z.number(),
    sent: z.boolean(),
  })
  .nullable()
  .default(null)

/** What the MSP answered. `at` is null while that is being corrected. */
export const mspReportSchema = z
  .object({
    accountId: z.string(),
    bucketName: z.string(),
    prefix: z.string(),
    mspAccountId: z.string(),
    at: z.number().nullable(),
  })
  .nullable()
  .default(null)

/** The request to Spot Support as it last left the app, until it is sent. */
export const preparedRequestSchema = z
  .object({
    request: supportRequestSchema,
    how: z.enum(['copied', 'email']),
    at: z.number(),
  })
  .nullable()
  .default(null)
