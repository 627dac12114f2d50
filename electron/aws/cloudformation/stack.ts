import { z } from 'zod'

/** A stack as it is now. Time in milliseconds since the epoch. */
export type Stack = {
  readonly name: string
  /** The ARN: it finds the stack also after it was deleted. */
  readonly id: string
  readonly status: string
  readonly statusReason: string
  readonly outputs: Readonly<Record<string, string>>
  readonly tags: Readonly<Record<string, string>>
  readonly parameters: Readonly<Record<string, string>>
  readonly createdAt: number
}

/** The vendor's name for the output that is the role's ARN, and that of its newer variant. */
export const ROLE_OUTPUTS = ['SpotFinOpsRoleArn', 'CCMFinOpsRoleArn']

/** The ARN of the role for Spot as the stack's outputs tell it; '' if they do not. */
export function roleOutputOf({ outputs }: Stack): string {
  return ROLE_OUTPUTS.map((name) => outputs[name]).find((value) => value) ?? ''
}

const text = z.string().default('')
export const stackSchema = z.object({
  StackName: z.string(),
  StackId: z.string(),
  StackStatus: z.string(),
  StackStatusReason: text,
  CreationTime: z.date(),
  Outputs: z.array(z.object({ OutputKey: z.string(), OutputValue: text })).default([]),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
  Parameters: z.array(z.object({ ParameterKey: z.string(), ParameterValue: text })).default([]),
})

export const stackFrom = (stack: z.infer<typeof stackSchema>): Stack => ({
  name: stack.StackName,
  id: stack.StackId,
  status: stack.StackStatus,
  statusReason: stack.StackStatusReason,
  outputs: Object.fromEntries(stack.Outputs.map((one) => [one.OutputKey, one.OutputValue])),
  tags: Object.fromEntries(stack.Tags.map((one) => [one.Key, one.Value])),
  parameters: Object.fromEntries(
    stack.Parameters.map((one) => [one.ParameterKey, one.ParameterValue]),
  ),
  createdAt: stack.CreationTime.getTime(),
})
