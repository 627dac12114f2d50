import { describe, expect, test } from 'vitest'
import { calledOperations, operationsIn, spotOperationsIn } from './called-operations.ts'
import { drivers } from './drivers.ts'
import { listErrors } from './listing.ts'
import { printed } from './print.ts'
import { provoke } from './provoke.ts'
import { provocations } from './provocations.ts'
import { provokeUnknown } from './report.ts'
import { openStage } from './stage.ts'

const refused = { code: 'AccessDenied', status: 403, message: 'Access Denied' }
const caller = { service: 'sts', operation: 'GetCallerIdentity', files: [] }

describe('what the app calls', () => {
  test('is read from imports of commands and paginators', () => {
    const source = `
import {
  CreateBucketCommand,
  type Bucket,
  paginateListBuckets,
} from '@aws-sdk/client-s3'
import type { Capability, GetRoleCommand } from '@aws-sdk/client-iam'
import { STSClient } from '@aws-sdk/client-sts'
import { CreateOAuth2TokenCommand } from '@aws-sdk/nested-clients/signin'`
    expect(operationsIn(source)).toEqual([
      { service: 's3', operation: 'CreateBucket' },
      { service: 's3', operation: 'ListBuckets' },
      { service: 'signin', operation: 'CreateOAuth2Token' },
    ])
  })

  test('is read where an operation is named beside its service', () => {
    const source = `parseReply(schema, reply, 'cur', 'ListTagsForResource'); say('cur', 'low')`
    const expected = [{ service: 'cur', operation: 'ListTagsForResource' }]
    expect(operationsIn(source)).toEqual(expected)
    const constant = `const NAME = 'ListTagsForResource'; parseReply(schema, reply, 'cur', NAME)`
    expect(operationsIn(constant)).toEqual(expected)
  })

  test('may not come from a client that nobody told of', () => {
    const source = `import { GetCostCommand } from '@aws-sdk/client-cost-explorer'`
    expect(() => operationsIn(source)).toThrow('@aws-sdk/client-cost-explorer')
  })

  test('at Spot has the names that the log shows', () => {
    expect(spotOperationsIn(`{ operation: 'ListAccounts', method: 'GET' }`)).toEqual([
      { service: 'spot', operation: 'ListAccounts' },
    ])
  })

  test('has every operation once, with all files that send it', () => {
    const keys = calledOperations().map(({ service, operation }) => `${service}:${operation}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(calledOperations()).toContainEqual({
      service: 'cloudformation',
      operation: 'CreateStack',
      files: ['electron/aws/cloudformation/stack-changes.ts'],
    })
  })
})

describe('every error that an operation can be answered with', () => {
  test('has words of its own, or is taken for a state', { timeout: 300_000 }, async () => {
    const listing = await listErrors()
    const { text, complete } = printed(listing)
    const fallen = text.split('\n').filter((line) => /FALLS THROUGH|^GAP:/.test(line))
    expect(fallen).toEqual([])
    expect(complete).toBe(true)
    expect(text).toMatch(/\d{3} errors of \d{2} operations, 0 fall through$/)
    const { modelled } = provocations()
    for (const { service, operation, errors } of listing.operations) {
      const listed = errors.map(({ provocation }) => provocation)
      expect(listed).toEqual(expect.arrayContaining([...modelled(service, operation)]))
    }
  })

  test('is each that AWS models for the operation, and what comes from any', () => {
    const { modelled, common } = provocations()
    expect(modelled('cur', 'PutReportDefinition')).toContainEqual(
      expect.objectContaining({ code: 'ReportLimitReachedException', status: 400 }),
    )
    expect(modelled('signin', 'CreateOAuth2Token')).toContainEqual(
      expect.objectContaining({ status: 403, details: { error: 'USER_CREDENTIALS_CHANGED' } }),
    )
    const codes = common('s3', 'GetBucketPolicy').map(({ code }) => code)
    expect(codes).toEqual(['AccessDenied', 'NoSuchBucket', 'NoSuchBucketPolicy'])
  })
})

test('a code that nobody knows shows itself, its operation and the request', async () => {
  const outcome = await provokeUnknown()
  if (outcome.kind === 'handled') throw new Error(outcome.result)
  const { error, text, generic } = outcome
  expect(generic).toBe(true)
  expect(error.code).toBe('aws-rejected')
  expect(error.detail).toMatchObject({
    service: 'cur',
    operation: 'DescribeReportDefinitions',
    code: 'SomethingNewException',
    message: 'Words that are new.',
    httpStatus: 400,
  })
  const requestId = error.detail?.requestId ?? ''
  expect(requestId).not.toBe('')
  const read = [text.what, text.meaning, text.todo].join(' ')
  for (const word of ['SomethingNewException', 'DescribeReportDefinitions', requestId])
    expect(read).toContain(word)
})

describe('the list is not whole', () => {
  test('when an error falls through', async () => {
    const made = { code: 'SomethingNewException', status: 400, message: 'New.' }
    const answers = { ...provocations(), modelled: () => [made], common: () => [] }
    const { text, complete } = printed(await listErrors({ called: [caller], answers }))
    expect(complete).toBe(false)
    expect(text).toContain('SomethingNewException “New.” → aws-rejected   <-- FALLS THROUGH')
    expect(text).toContain('1 errors of 1 operations, 1 fall through')
  })

  test('when an operation is without contract, without driver, or was overlooked', async () => {
    const called = [caller, { service: 's3', operation: 'DeleteEverything', files: [] }]
    const listing = await listErrors({ called, answers: provocations() })
    expect(listing.withoutContract).toEqual(['s3:DeleteEverything'])
    expect(listing.withoutDriver).toEqual(['s3:DeleteEverything'])
    expect(listing.unnoticed).toContain('sso:GetRoleCredentials')
    expect(listing.neverCalled).toContain('s3:CreateBucket')
    expect(printed(listing).complete).toBe(false)
  })

  test('when a driver does not come to its operation', async () => {
    const stage = await openStage()
    const driver = drivers['s3:ListBuckets']?.['listing the buckets']
    if (driver === undefined) throw new Error('There is no such driver')
    try {
      await expect(provoke(stage, caller, refused, driver)).rejects.toThrow(
        'The driver of sts:GetCallerIdentity did not come to it',
      )
    } finally {
      await stage.stop()
    }
  })
})
