import { onTestFinished } from 'vitest'
import type { Stack, World } from '../../../e2e/simulator/index.ts'
import { PAYER, simulated, type Simulated } from '../../aws/testing/simulated.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { StackAsk } from '../../contract/ask/stack.ts'
import type { Status } from '../../contract/status.ts'
import type { CreateStack } from '../stack/form.ts'
import { BUCKET, builtInTemplate, startLateSteps, type LateSteps } from './late-steps.ts'

export const ROLE = 'SpotByNetApp_Finops_ReadOnly'
export const POLICY = `${ROLE}_Policy`
export const CHECK = { step: 'stack', action: 'check' } as const
export const MSP = { managedBy: 'msp', mspAccountId: '' } as const
export const roleArn = (name: string, account = PAYER) => `arn:aws:iam::${account}:role/${name}`
export const useRole = (arn: string, externalId = '') =>
  ({ step: 'stack', action: 'use-role', roleArn: arn, externalId }) as const

export const started = async (options: Parameters<typeof simulated>[0] = {}, choices = {}) => {
  const stage = await simulated({ stackSeconds: 20, ...options })
  return { stage, ...(await begin(stage, choices)) }
}
export const begin = async (
  stage: Simulated,
  choices: Partial<Choices> = {},
): Promise<LateSteps> => {
  const late = await startLateSteps(stage, choices)
  onTestFinished(() => late.engine.stop())
  return late
}
export const askOf = (status: Status): StackAsk => {
  const ask = 'ask' in status ? status.ask : undefined
  if (ask?.step !== 'stack' || ask.stage !== 'create') throw new Error(`${status.kind}, no ask`)
  return ask
}
type Changed = Partial<Omit<CreateStack, 'step' | 'action'>>
/** As the form sends it; nobody has got an external ID. */
export const create = (ask: StackAsk, changed: Changed = {}): CreateStack => ({
  step: 'stack',
  action: 'create',
  acknowledged: true,
  withoutExternalId: true,
  ...ask.form,
  values: ask.values,
  ...changed,
})
export const created = async (
  { after, reaches, status }: LateSteps,
  changed: Changed = {},
): Promise<Status> => {
  await after(create(askOf(status('stack')), changed))
  return reaches('stack', 'done', 'failed', 'todo')
}
export const stacksOf = (stage: Simulated): Stack[] =>
  stage.simulator.world.accounts.get(PAYER)?.stacks ?? []
export const onlyStack = (stage: Simulated): Stack => {
  const [only] = stacksOf(stage)
  if (!only) throw new Error('no stack')
  return only
}
/** What a colleague does in the AWS console with the same template. */
export const byColleague = async (
  { stacks }: LateSteps,
  stage: Simulated,
  name: string,
  parameters: Record<string, string> = {},
): Promise<string> => {
  const id = await stacks.create({
    name,
    body: builtInTemplate,
    parameters: { CostAndUsageBucket: BUCKET, ...parameters },
    capabilities: ['CAPABILITY_NAMED_IAM'],
    token: name,
    tags: {},
  })
  stage.clock.advance(60_000)
  stage.simulator.settle()
  return id
}
/** A role that no stack accounts for any more. */
export const orphanedRole = async (
  late: LateSteps,
  stage: Simulated,
  parameters: Record<string, string>,
) => {
  await byColleague(late, stage, 'gone', parameters)
  stacksOf(stage).length = 0
}
/** A policy of somebody else's with the name that the template wants. */
export const takenPolicy =
  (path: string) =>
  ({ accounts }: World): void => {
    const arn = `arn:aws:iam::${PAYER}:policy${path}${POLICY}`
    accounts.get(PAYER)?.policies.set(arn, {
      name: POLICY,
      path,
      arn,
      id: 'ANPA5XN7Q2LMHT4KWPE6Z',
      created: 0,
      description: undefined,
      document: { Statement: [] },
    })
  }
export const code = (status: Status): string =>
  status.kind === 'failed' ? status.error.code : status.kind
export const evidence = (status: Status): Record<string, string> =>
  status.kind === 'done' ? Object.fromEntries(status.evidence.map((f) => [f.id, f.value])) : {}
