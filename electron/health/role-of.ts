import { parseRoleArn } from '../aws/iam/role-arn.ts'
import type { StepContext } from '../checklist/step.ts'
import type { StepView } from '../contract/status.ts'
import { accountIdOf, bucketNameOf, reportOf, stackOf } from '../steps/shared/account.ts'
import { mspReportOf } from '../steps/shared/msp.ts'
import { ownRoleOf } from '../steps/stack/own-role.ts'
import { valuesOfStack } from '../steps/stack/role-proof.ts'
import { currentTemplate } from '../steps/template/template.ts'
import { grantedBy, type Granted } from '../template/granted.ts'
import { CONCEALED, parameterOf } from '../template/parameters.ts'
import type { RoleToLookAt } from './role-look.ts'

type Context = Pick<StepContext, 'choices'> & Parameters<typeof currentTemplate>[0]

/**
 * The role of a connection that was made: the one that the checklist has proven, or else the one that
 * Spot was given. Null where none is known.
 */
export function roleToLookAt(context: Context, steps: readonly StepView[]): RoleToLookAt | null {
  const choices = context.choices()
  const stack = steps.find(({ id }) => id === 'stack')?.status
  const evidence = stack?.kind === 'done' ? stack.evidence : (choices.registered?.evidence ?? [])
  const arn = evidence.find(({ id }) => id === 'role-arn')?.value
  if (arn === undefined || arn === '') return null
  const prefix = (reportOf(choices) ?? mspReportOf(choices))?.prefix ?? ''
  return { arn, bucket: bucketNameOf(choices), prefix, meant: meantBy(context, arn) }
}

/** What the approved template gives the role, with the values that were sent; null where that is open. */
function meantBy(context: Context, arn: string): Granted | null {
  const choices = context.choices()
  const review = currentTemplate(context)
  const own = ownRoleOf(choices)
  const chosen = stackOf(choices)
  const form = own
    ? {
        roleName: parseRoleArn(arn).name,
        policyName: parameterOf(review.parameters, 'policyName')?.defaultValue ?? '',
        externalId: own.externalId,
        bucketName: bucketNameOf(choices),
        values: {},
      }
    : chosen
  if (!form) return null
  const values = valuesOfStack(review, form, chosen?.name ?? '')
  // What nobody has kept is not the text that stands for it.
  const known = Object.entries(values).filter(([, value]) => value !== CONCEALED)
  return grantedBy(review.body, {
    ...Object.fromEntries(known),
    'AWS::AccountId': accountIdOf(choices),
  })
}
