import { z } from 'zod'

const told = z
  .looseObject({ accountId: z.string(), bucketName: z.string() })
  .nullable()
  .default(null)
const evidence = z.array(z.looseObject({ id: z.string(), value: z.string() })).default([])

/** What the third version kept of an account that an MSP manages; whatever else it kept stays. */
const thirdSchema = z.looseObject({
  choices: z.looseObject({
    plan: z
      .looseObject({ managedBy: z.string(), mspAccountId: z.string() })
      .nullable()
      .default(null),
    account: z.looseObject({ id: z.string() }).nullable().default(null),
    byHand: z.boolean().default(false),
    ownRole: told,
    stack: z
      .looseObject({ accountId: z.string(), bucketName: z.string(), name: z.string() })
      .nullable()
      .default(null),
    reportPrefix: z.string().default(''),
    spotOrganizationId: z.string().default(''),
    registered: z
      .looseObject({
        way: z.string(),
        evidence,
        steps: z.array(z.looseObject({ id: z.string(), evidence })).default([]),
      })
      .nullable()
      .default(null),
  }),
})
type Third = z.infer<typeof thirdSchema>['choices']

/**
 * The third version asked for the MSP's bucket with the role, and kept of the request to Spot Support
 * only that it was sent: what it said is put together from what was kept beside it. Throws for what is
 * no file of that version.
 */
export function fromThird(file: unknown): unknown {
  const third = thirdSchema.parse(file)
  const { choices } = third
  const accountId = choices.account?.id ?? ''
  if (choices.plan?.managedBy !== 'msp') return file
  const bucketName = bucketIn(choices, accountId)
  const mspReport =
    bucketName === ''
      ? null
      : // When it was told nobody noted.
        { accountId, bucketName, prefix: choices.reportPrefix, mspAccountId: '', at: 0 }
  const { registered } = choices
  const sent = registered?.way === 'spot-support' ? requestIn(choices, accountId) : null
  return {
    ...third,
    choices: { ...choices, mspReport, registered: registered && { ...registered, sent } },
  }
}

function bucketIn({ ownRole, stack }: Third, accountId: string): string {
  const role = [ownRole, stack].find((one) => one?.accountId === accountId)
  return role?.bucketName ?? ''
}

function requestIn(choices: Third, accountId: string) {
  const { registered, stack, plan, reportPrefix, spotOrganizationId } = choices
  const fact = (wanted: string): string =>
    [
      ...(registered?.evidence ?? []),
      ...(registered?.steps ?? []).flatMap((step) => step.evidence),
    ].find(({ id }) => id === wanted)?.value ?? ''
  const twelveDigits = (text: string): string => (/^\d{12}/.test(text) ? text : '')
  const request = {
    bucketName: bucketIn(choices, accountId),
    roleArn: fact('role-arn'),
    customerAccountId: accountId,
    mspAccountId: plan?.mspAccountId || twelveDigits(fact('management-account')),
    stackName: stack?.accountId === accountId ? stack.name : '',
    reportPrefix,
    spotOrganizationId,
    billPayer: twelveDigits(fact('bill-payer')),
    verified: !choices.byHand,
  }
  return { request, how: null }
}
