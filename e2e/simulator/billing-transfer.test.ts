import {
  ListInboundResponsibilityTransfersCommand,
  ListOutboundResponsibilityTransfersCommand,
} from '@aws-sdk/client-organizations'
import type { ResponsibilityTransfer } from '@aws-sdk/client-organizations'
import { afterEach, expect, it } from 'vitest'
import { startSimulator } from './index.ts'
import type { BillingTransfer, ScenarioId, Simulator } from './index.ts'
import { awsClients } from './test-session.ts'

const payer = '418207315602'
const member = '730915264418'
const reseller = '562910847733'

let simulator: Simulator
afterEach(async () => {
  expect(simulator.violations).toEqual([])
  await simulator.stop()
})

const start = async (scenario: ScenarioId = 'fresh', accountId = payer) => {
  simulator = await startSimulator({ scenario })
  return awsClients(simulator, { accountId, permissionSet: 'AdministratorAccess' })
}

const organization = () => {
  const found = simulator.world.organization
  if (found === undefined) throw new Error('The scenario has lost its organization')
  return found
}

const transfer = (id: string, fields: Partial<BillingTransfer> = {}): BillingTransfer => ({
  id,
  name: 'To our reseller',
  status: 'ACCEPTED',
  sourceAccountId: payer,
  targetAccountId: reseller,
  starts: Date.UTC(2026, 5, 1),
  ...fields,
})

const outbound = (NextToken?: string) =>
  new ListOutboundResponsibilityTransfersCommand({ Type: 'BILLING', NextToken })
const inbound = new ListInboundResponsibilityTransfersCommand({ Type: 'BILLING' })

it('knows of none in an ordinary organization', async () => {
  const { organizations } = await start()
  expect((await organizations.send(outbound())).ResponsibilityTransfers).toEqual([])
  expect((await organizations.send(inbound)).ResponsibilityTransfers).toEqual([])
})

it('tells who pays, since when and until when, page by page', async () => {
  const { organizations } = await start()
  const ends = Date.UTC(2026, 11, 31)
  organization().outboundTransfers = Array.from({ length: 45 }, (_, index) =>
    index === 44
      ? transfer('rt-0000000044', { status: 'WITHDRAWN', ends })
      : transfer(`rt-00000000${String(index).padStart(2, '0')}`, { status: 'EXPIRED' }),
  )
  const found: ResponsibilityTransfer[] = []
  let token: string | undefined
  do {
    const page = await organizations.send(outbound(token))
    expect(page.ResponsibilityTransfers?.length).toBeLessThanOrEqual(20)
    found.push(...(page.ResponsibilityTransfers ?? []))
    token = page.NextToken
  } while (token !== undefined)
  expect(found).toHaveLength(45)
  expect(found.at(-1)).toMatchObject({
    Arn: 'arn:aws:organizations::418207315602:transfer/o-4kd92mx0ab/billing/outbound/rt-0000000044',
    Type: 'BILLING',
    Status: 'WITHDRAWN',
    Source: { ManagementAccountId: payer },
    Target: { ManagementAccountId: reseller },
    StartTimestamp: new Date(Date.UTC(2026, 5, 1)),
    EndTimestamp: new Date(ends),
  })
})

it('keeps the bills of others apart from its own', async () => {
  const { organizations } = await start()
  organization().inboundTransfers = [
    transfer('rt-00000001', { sourceAccountId: '295840173366', targetAccountId: payer }),
  ]
  expect((await organizations.send(outbound())).ResponsibilityTransfers).toEqual([])
  expect((await organizations.send(inbound)).ResponsibilityTransfers).toMatchObject([
    { Source: { ManagementAccountId: '295840173366' }, Target: { ManagementAccountId: payer } },
  ])
})

it('answers the management account alone', async () => {
  const { organizations } = await start('fresh', member)
  await expect(organizations.send(outbound())).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: "You don't have permissions to access this resource.",
  })
})

it('is denied like anything else, and says when no organization is in use', async () => {
  const { organizations } = await start()
  simulator.inject({
    kind: 'accessDenied',
    denial: 'missing-permission',
    service: 'organizations',
    operation: 'ListOutboundResponsibilityTransfers',
    count: 1,
  })
  await expect(organizations.send(outbound())).rejects.toThrow(
    'because no identity-based policy allows the organizations:ListOutboundResponsibilityTransfers action',
  )
  simulator.world.organization = undefined
  for (const command of [outbound(), inbound])
    await expect(organizations.send(command)).rejects.toMatchObject({
      name: 'AWSOrganizationsNotInUseException',
    })
})
