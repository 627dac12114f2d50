import { describe, expect, test } from 'vitest'
import { calledOperations } from '../errors/called-operations.ts'
import { sampleSeed } from '../load/sample.ts'
import { runCell, type CellResult } from './cell.ts'
import { coursesTo } from './courses.ts'
import { FAULT_KINDS } from './kinds.ts'
import { cellsOf, drawnFrom, nameOf } from './matrix.ts'
import { printed } from './table.ts'

/** One cell of each kind, spread over the services: the whole table is `npm run faults`. */
const SAMPLE = [
  ['s3:GetBucketPolicy', 'latency', []],
  ['cur:DescribeReportDefinitions', 'hang', ['cancelled', 'network-timeout']],
  ['cur:PutReportDefinition', 'reset', ['network-reset']],
  ['organizations:DescribeOrganization', 'dns', ['network-dns']],
  ['iam:GetRole', '500', ['aws-unavailable']],
  ['spot:SetCredentials', '503', ['spot-down']],
  ['sts:GetCallerIdentity', 'throttling', ['aws-throttled']],
  ['cloudformation:CreateStack', 'truncated', ['network-truncated']],
  ['sso-oidc:CreateToken (the whole journey)', 'lost once', ['network-truncated']],
  ['cur:DeleteReportDefinition', 'lost once', []],
  ['cloudformation:ValidateTemplate', 'html', ['network-captive-portal']],
  ['spot:ListAccounts', 'expired', ['spot-token-wrong']],
  ['s3:CreateBucket (the whole journey)', 'denied', ['aws-denied']],
  ['cur:DescribeReportDefinitions', 'skew', []],
  ['iam:GetPolicy', 'reset', ['network-reset']],
  ['iam:ListRolePolicies', 'denied', ['aws-denied']],
  ['iam:GetPolicyVersion', 'hang', ['cancelled', 'network-timeout']],
  ['cloudformation:DescribeEvents', '503', ['stack-failed']],
  ['cloudformation:DescribeEvents', 'denied', ['stack-failed']],
] as const

const whole = cellsOf({ operation: undefined, fault: undefined })

async function run(row: string, fault: string): Promise<CellResult> {
  const [cell] = cellsOf({ operation: row, fault })
  if (!cell) throw new Error(`There is no cell ${row} ${fault}`)
  return runCell(cell)
}

describe('a fault, and the journey after it', () => {
  test.concurrent.each(SAMPLE)('%s, %s', { timeout: 120_000 }, async (row, fault, read) => {
    const result = await run(row, fault)
    expect(result).toMatchObject({ row, fault, read, problems: [] })
  })
})

/** Other cells each day, with nothing said of what is read: the table itself tells what is wrong. */
const seed = sampleSeed()
describe(`drawn by seed ${seed} (npm run faults -- --seed ${seed} repeats it)`, () => {
  test.concurrent.each(drawnFrom(whole, seed).map((cell) => [nameOf(cell), cell] as const))(
    '%s',
    { timeout: 120_000 },
    async (_name, cell) => {
      expect(await runCell(cell)).toMatchObject({ problems: [] })
    },
  )
})

describe('the table', () => {
  test('has every operation that the app calls, with every kind of fault', () => {
    const ways = calledOperations().flatMap((at) => coursesTo(at))
    expect(whole).toHaveLength(ways.length * FAULT_KINDS.length)
  })

  test('fails where an operation is never met', async () => {
    const [kind] = FAULT_KINDS.filter(({ name }) => name === 'reset')
    const [course] = coursesTo({ service: 'sts', operation: 'GetCallerIdentity' })
    if (!kind || !course) throw new Error('no cell')
    const operation = { service: 'sts', operation: 'GetSessionToken' }
    const result = await runCell({ operation, kind, course })
    expect(result.problems).toEqual(['the operation was never called'])
    expect(printed([result])).toMatch(/\n0 passed, 1 failed$/)
  })

  test('fails where what is read does not tell the fault', async () => {
    const [cell] = cellsOf({ operation: 'organizations:DescribeOrganization', fault: 'reset' })
    if (!cell) throw new Error('no cell')
    const result = await runCell({ ...cell, kind: { ...cell.kind, told: [/^network-dns$/] } })
    expect(result.problems).toEqual(['network-reset is told of reset'])
  })
})
