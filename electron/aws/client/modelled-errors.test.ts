import { describe, expect, test } from 'vitest'
import { readModelledError } from './modelled-errors.ts'

const exception = (name: string, message = '', more: object = {}): Error =>
  Object.assign(new Error(message), {
    name,
    $fault: 'client',
    $metadata: { httpStatusCode: 400, requestId: 'r-1' },
    ...more,
  })

describe('readModelledError', () => {
  test.each([
    ['s3', 'NoSuchBucket', 'bucket-missing'],
    ['s3', 'TemporaryRedirect', 'bucket-busy'],
    ['iam', 'NoSuchEntityException', 'role-missing'],
    ['iam', 'PolicyEvaluationException', 'role-policies-unreadable'],
    ['sso', 'ResourceNotFoundException', 'no-accounts'],
    ['cur', 'ResourceNotFoundException', 'report-gone'],
    ['organizations', 'ConcurrentModificationException', 'aws-conflict'],
    ['sts', 'ValidationError', 'aws-value-refused'],
    ['cloudformation', 'InvalidAction', 'aws-operation-unknown'],
  ] as const)('knows what %s means by %s', (service, name, code) => {
    expect(readModelledError(service, exception(name, 'Words'))).toEqual({
      code,
      facts: { awsCode: name, message: 'Words' },
      detail: { code: name, message: 'Words', requestId: 'r-1', httpStatus: 400 },
    })
  })

  test('tells a stack that is gone from a value that is refused', () => {
    const code = (message: string) =>
      readModelledError('cloudformation', exception('ValidationError', message))?.code
    expect(code('Stack with id spot-eco-role does not exist')).toBe('stack-gone')
    expect(code('Stack [spot-eco-role] does not exist')).toBe('stack-gone')
    expect(code('Parameters: [Nonsense] do not exist in the template')).toBe('aws-value-refused')
  })

  test('says where a bucket is, when S3 does', () => {
    const headers = { 'x-amz-bucket-region': 'eu-west-1' }
    const redirected = exception('PermanentRedirect', '', { $response: { headers } })
    expect(readModelledError('s3', redirected)?.facts['region']).toBe('eu-west-1')
    const words =
      "The authorization header is malformed; the region is wrong; expecting 'eu-west-1'"
    const malformed = exception('AuthorizationHeaderMalformed', words)
    expect(readModelledError('s3', malformed)?.facts['region']).toBe('eu-west-1')
  })

  test('leaves to others what is not of this service', () => {
    expect(readModelledError('sts', exception('NoSuchBucket'))).toBeNull()
    expect(readModelledError('s3', exception('SomethingNewException'))).toBeNull()
    expect(readModelledError('s3', new Error('no exception of AWS'))).toBeNull()
  })
})
