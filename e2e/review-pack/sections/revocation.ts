import { CREATED_BY } from '../../../electron/aws/client/own-tags.ts'
import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { commands, heading, paragraphs, points } from '../parts.ts'

/** Where everything is that the program creates. */
const REGION = '--region us-east-1'

export function revocation({ words, facts }: Pack): Html {
  const { revocation: about } = words
  const roleName =
    facts.role.parameters.find(({ field }) => field === 'roleName')?.defaultValue ?? '<role>'
  const tagged = `Tags[?Key=='${CREATED_BY.Key}' && Value=='${CREATED_BY.Value}']`
  const stack = [
    `aws cloudformation describe-stacks ${REGION} --query "Stacks[?${tagged}].StackName"`,
    `aws cloudformation delete-stack ${REGION} --stack-name <stack>`,
    `aws cloudformation wait stack-delete-complete ${REGION} --stack-name <stack>`,
    `aws iam get-role --role-name ${roleName}`,
  ]
  const delivery = [
    `aws cur describe-report-definitions ${REGION}`,
    `aws cur delete-report-definition ${REGION} --report-name <report>`,
    `aws s3api get-bucket-policy ${REGION} --bucket <bucket>`,
    `aws s3 rb s3://<bucket> --force ${REGION}`,
  ]
  return html`${paragraphs(about.intro)} ${heading('revoke-spot', about.spotTitle)}
  ${points(about.spot)} ${commands(stack)} ${paragraphs([about.proof, about.spotNoStack])}
  ${heading('revoke-delivery', about.deliveryTitle)} ${points(about.delivery)} ${commands(delivery)}
  ${heading('revoke-people', about.peopleTitle)} ${points(about.people)}
  ${heading('revoke-at-spot', about.atSpotTitle)} ${points(about.atSpot)}
  ${heading('revoke-computers', about.computersTitle)} ${points(about.computers)}
  ${heading('revoke-afterwards', about.afterwardsTitle)} ${points(about.afterwards)}`
}
