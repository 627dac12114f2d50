import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { endpointsFrom } from '../../network/endpoints-from.ts'
import { refusedBefore } from './stack-events.ts'
import type { StackEvent } from './stack-events.ts'
import { explainRefusal } from './stack-refusal.ts'
import { createStacks } from './stacks.ts'

const ID = 'arn:aws:cloudformation:us-east-1:418207315602:stack/spot-eco/1f'
const OPERATION = { id: ID, operationId: 'creation' }

/** A CloudFormation whose pages of events are these, newest first; and what it was asked. */
async function telling(...pages: readonly Readonly<Record<string, string>>[][]) {
  const asked: URLSearchParams[] = []
  const server = createServer((message, response) => {
    void text(message).then((body) => {
      const page = asked.push(new URLSearchParams(body)) - 1
      const events = (pages[page] ?? []).map(
        (event) =>
          `<member>${Object.entries(event)
            .map(([name, value]) => `<${name}>${value}</${name}>`)
            .join('')}</member>`,
      )
      const next = page < pages.length - 1 ? `<NextToken>page-${page + 1}</NextToken>` : ''
      response
        .writeHead(200, { 'content-type': 'text/xml' })
        .end(
          `<DescribeEventsResponse><DescribeEventsResult><OperationEvents>${events.join('')}</OperationEvents>${next}</DescribeEventsResult></DescribeEventsResponse>`,
        )
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stacks = createStacks({
    endpoints: endpointsFrom({ AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` }),
    credentials: () => Promise.resolve({ accessKeyId: 'ASIA', secretAccessKey: 's' }),
  })
  return { stacks, asked }
}
const found = (LogicalResourceId: string, second: number, more = {}) => ({
  EventType: 'VALIDATION_ERROR',
  Timestamp: `2026-09-30T10:00:0${second}Z`,
  LogicalResourceId,
  ValidationFailureMode: 'FAIL',
  ValidationStatusReason: `${LogicalResourceId} is wrong.`,
  ...more,
})

test('reads every page of what failed in the creation, and gives the first by time first', async () => {
  const { stacks, asked } = await telling(
    [found('Second', 2), found('First', 1), { EventType: 'PROGRESS', ResourceStatus: 'NEW_ONE' }],
    [found('Third', 3), found('Warned', 0, { ValidationFailureMode: 'WARN' })],
    [{ EventType: 'PROVISIONING_ERROR', ResourceStatusReason: 'Validation failed' }],
  )
  const told = await stacks.refusals(OPERATION)
  if (told.kind !== 'told') return expect.unreachable()
  expect(told.found.map(({ logicalId }) => logicalId)).toEqual(['First', 'Second', 'Third'])
  expect(asked.map((form) => form.get('OperationId'))).toEqual(Array(3).fill('creation'))
  expect(asked.map((form) => form.get('Filters.FailedEvents'))).toEqual(Array(3).fill('true'))
  expect(asked.map((form) => form.get('NextToken'))).toEqual([null, 'page-1', 'page-2'])
})

test('takes a kind of event that its model does not have for a cause, if it says one', async () => {
  const { stacks } = await telling([found('Role', 1, { EventType: 'VALIDATION' })])
  expect(await stacks.refusals(OPERATION)).toMatchObject({ found: [{ logicalId: 'Role' }] })
})

test('asks by the stack where no operation is known, and knows when nothing is told', async () => {
  const { stacks, asked } = await telling([])
  expect(await stacks.refusals({ id: ID, operationId: '' })).toEqual({ kind: 'untold' })
  expect(asked[0]?.get('StackName')).toBe(ID)
  expect(asked[0]?.has('OperationId')).toBe(false)
})

test('a stack is refused beforehand only if none of its resources has an event', () => {
  const event = (status: string, more: Partial<StackEvent> = {}): StackEvent => ({
    id: status,
    time: 0,
    logicalId: 'spot-eco',
    type: 'AWS::CloudFormation::Stack',
    status,
    reason: '',
    detailedStatus: '',
    operationId: 'creation',
    ...more,
  })
  const begun = event('CREATE_IN_PROGRESS')
  const failed = event('CREATE_FAILED', { detailedStatus: 'VALIDATION_FAILED' })
  const back = event('ROLLBACK_COMPLETE', { operationId: 'rollback' })
  expect(refusedBefore([begun, failed, back])).toBe(failed)
  expect(refusedBefore([begun, failed])).toBe(failed)
  const resource = event('CREATE_FAILED', { type: 'AWS::IAM::Role' })
  expect(refusedBefore([begun, resource, failed])).toBeNull()
  expect(refusedBefore([begun, event('CREATE_FAILED')])).toBeNull()
  expect(refusedBefore([begun, failed, back, event('DELETE_IN_PROGRESS')])).toBeNull()
})

const exists = (type: string) => `Resource of type '${type}' with identifier 'x' already exists.`
test.each([
  ['NAME_CONFLICT_VALIDATION', 'AWS::IAM::Role', '', 'role-exists'],
  ['NAME_CONFLICT_VALIDATION', 'AWS::IAM::ManagedPolicy', '', 'policy-exists'],
  ['NAME_CONFLICT_VALIDATION', 'AWS::IAM::Policy', '', 'policy-exists'],
  ['NAME_CONFLICT_VALIDATION', 'AWS::IAM::InstanceProfile', '', 'name-taken'],
  ['SOMETHING_NEW', 'AWS::IAM::Role', exists('AWS::IAM::Role'), 'role-exists'],
  [
    'PROPERTY_VALIDATION',
    'AWS::IAM::Role',
    'extraneous key [x] is not permitted',
    'property-refused',
  ],
  ['SOMETHING_NEW', 'AWS::IAM::Role', 'A property is wrong', 'property-refused'],
  [
    'SOMETHING_NEW',
    'AWS::IAM::Role',
    'is not authorized to perform: iam:GetRole',
    'not-authorised',
  ],
])('%s of %s, “%s”: %s', (check, type, reason, cause) => {
  const path = '/Resources/Role/Properties/RoleName'
  expect(explainRefusal({ time: 0, logicalId: 'Role', type, check, path, reason })).toBe(cause)
})
