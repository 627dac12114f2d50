import type { StackAsk, StackForm } from '../../../electron/contract/ask/stack.ts'
import type { TemplateParameter } from '../../../electron/contract/ask/template.ts'
import type { Status } from '../../../electron/contract/status.ts'

export const FORM: StackForm = {
  stackName: 'SpotEcoConnect',
  roleName: 'SpotRole',
  policyName: 'SpotPolicy',
  externalId: 'external',
  bucketName: 'reports',
}

/** A parameter that the template asks for. */
export const parameter = (
  name: string,
  field: TemplateParameter['field'],
  changed: Partial<TemplateParameter> = {},
): TemplateParameter => ({
  name,
  field,
  defaultValue: '',
  description: '',
  hidden: false,
  rule: {
    type: 'String',
    allowed: null,
    pattern: '',
    constraint: '',
    minLength: '',
    maxLength: '',
    minValue: '',
    maxValue: '',
  },
  ...changed,
})

/** What the step asks when nothing stands in the way. */
export const stackAsk = (changed: Partial<StackAsk> = {}): StackAsk => ({
  step: 'stack',
  stage: 'create',
  accountId: '418207315602',
  form: FORM,
  values: {},
  parameters: [
    parameter('RoleName', 'roleName'),
    parameter('PolicyName', 'policyName'),
    parameter('ExternalId', 'externalId'),
    parameter('CostAndUsageBucket', 'bucketName'),
  ],
  asksForId: 'optional',
  capabilities: [],
  capabilitiesReason: '',
  changes: [],
  adoptable: [],
  existingRole: null,
  takenPolicy: '',
  ...changed,
})

export const FAILED_STACK = { name: 'SpotEcoConnect', status: 'ROLLBACK_COMPLETE' }

/** An attempt whose stack stands in AWS, failed with this cause as CloudFormation told it. */
export const failedStack = (cause: string, form: Partial<StackForm> = {}): Status => ({
  kind: 'failed',
  error: { code: 'stack-failed', facts: { cause } },
  ask: stackAsk({ form: { ...FORM, ...form }, failedStack: FAILED_STACK }),
})

export const stackTodo = (changed: Partial<StackAsk> = {}): Status => ({
  kind: 'todo',
  ask: stackAsk(changed),
})
