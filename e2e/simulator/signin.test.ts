import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSimulator } from './index.ts'
import type { Simulator } from './index.ts'
import { signInToConsole } from './test-signin.ts'

let simulator: Simulator

beforeEach(async () => {
  simulator = await startSimulator({ scenario: 'console-sign-in' })
})
afterEach(async () => {
  expect(simulator.violations).toEqual([])
  await simulator.stop()
})

it.each([
  ['iam-user', 'arn:aws:iam::418207315602:user/dana.levi'],
  ['root', 'arn:aws:iam::418207315602:root'],
  [
    'federated',
    'arn:aws:sts::418207315602:assumed-role/FinanceAdministrator/dana.levi@northwind.example',
  ],
  ['member-user', 'arn:aws:iam::730915264418:user/sam.ortiz'],
])('%s gets credentials in their own name', async (name, arn) => {
  simulator.world.signin.whoIsInBrowser = name
  const { accessToken } = await signInToConsole(simulator)
  const config = { endpoint: simulator.url, region: 'us-east-1', credentials: accessToken }
  const { Arn } = await new STSClient(config).send(new GetCallerIdentityCommand({}))
  expect(Arn).toBe(arn)
})
