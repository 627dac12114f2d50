import { createHash, createHmac } from 'node:crypto'
import { Readable } from 'node:stream'
import {
  DeleteReportDefinitionCommand,
  DescribeReportDefinitionsCommand,
  DuplicateReportNameException,
  ModifyReportDefinitionCommand,
  paginateDescribeReportDefinitions,
  PutReportDefinitionCommand,
  ReportLimitReachedException,
  ValidationException,
} from '@aws-sdk/client-cost-and-usage-report-service'
import type {
  CostAndUsageReportServiceClient,
  ReportDefinition,
} from '@aws-sdk/client-cost-and-usage-report-service'
import { HttpResponse } from '@smithy/protocol-http'
import type { HttpHandler, HttpRequest } from '@smithy/protocol-http'
import { describe, expect, test } from 'vitest'
import { AppFailure } from '../../errors/failure.ts'
import { PUBLIC_ENDPOINTS } from '../../network/endpoints.ts'
import { reportClient } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { PAYER, simulated } from '../testing/simulated.ts'
import { reportTags } from './report-tags.ts'

/*
 * The client is of 2023, and `overrides` in `package.json` put today's core of the SDK under it. What
 * that core has to do for it is shown here, on each of its operations.
 */

const CREDENTIALS = {
  accessKeyId: 'ASIAEXAMPLE',
  secretAccessKey: 'secret/of+the-test',
  sessionToken: 'token==',
}
const DEFINITION: ReportDefinition = {
  ReportName: 'spot-eco-hourly',
  TimeUnit: 'HOURLY',
  Format: 'Parquet',
  Compression: 'Parquet',
  AdditionalSchemaElements: ['RESOURCES'],
  S3Bucket: 'spot-eco-cur-418207315602',
  S3Prefix: 'eco',
  S3Region: 'us-east-1',
}

type Answer = { readonly status: number; readonly body?: string; readonly headers?: object }

/** Answers one after the other, the last one ever again, and remembers what was sent. */
function answering(sent: HttpRequest[], answers: readonly Answer[]): HttpHandler {
  return {
    handle(request) {
      const {
        status,
        body = '{}',
        headers = {},
      } = answers[sent.length] ?? answers.at(-1) ?? { status: 500 }
      sent.push(request)
      const response = new HttpResponse({
        statusCode: status,
        headers: { 'content-type': 'application/x-amz-json-1.1', ...headers },
        body: Readable.from([Buffer.from(body)]),
      })
      return Promise.resolve({ response })
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
}

function clientOf(
  answers: readonly Answer[],
  more: Partial<Access> = {},
): { readonly client: CostAndUsageReportServiceClient; readonly sent: HttpRequest[] } {
  const sent: HttpRequest[] = []
  const client = reportClient({
    requestHandler: answering(sent, answers),
    endpoints: PUBLIC_ENDPOINTS,
    credentials: () => Promise.resolve(CREDENTIALS),
    ...more,
  })
  return { client, sent }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest()

/**
 * The `Authorization` header that a request must have, reckoned anew from what was sent. Source:
 * IAM User Guide, "Create a signed AWS API request".
 */
function authorizationOf(request: HttpRequest): string {
  const { authorization = '', ...headers } = request.headers
  const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1] ?? ''
  const body = String(request.body)
  const lines = signed.split(';').map((name) => `${name}:${(headers[name] ?? '').trim()}\n`)
  const canonical = [request.method, request.path, '', lines.join(''), signed, sha256(body)]
  const time = headers['x-amz-date'] ?? ''
  const scope = [time.slice(0, 8), 'us-east-1', 'cur', 'aws4_request']
  const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical.join('\n'))].join('\n')
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${CREDENTIALS.secretAccessKey}`)
  const signature = hmac(key, text).toString('hex')
  const credential = `${CREDENTIALS.accessKeyId}/${scope.join('/')}`
  return `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed}, Signature=${signature}`
}

const DELETED = { ReportName: 'spot-eco-hourly' }
const MODIFIED = { ReportName: 'spot-eco-hourly', ReportDefinition: DEFINITION }
const OPERATIONS: readonly [
  string,
  (client: CostAndUsageReportServiceClient) => Promise<unknown>,
  object,
][] = [
  [
    'DescribeReportDefinitions',
    (client) => client.send(new DescribeReportDefinitionsCommand({ MaxResults: 5 })),
    { MaxResults: 5 },
  ],
  [
    'PutReportDefinition',
    (client) => client.send(new PutReportDefinitionCommand({ ReportDefinition: DEFINITION })),
    { ReportDefinition: DEFINITION },
  ],
  [
    'ModifyReportDefinition',
    (client) => client.send(new ModifyReportDefinitionCommand(MODIFIED)),
    MODIFIED,
  ],
  [
    'DeleteReportDefinition',
    (client) => client.send(new DeleteReportDefinitionCommand(DELETED)),
    DELETED,
  ],
  ['ListTagsForResource', (client) => reportTags(client, 'spot-eco-hourly'), DELETED],
]

describe.each(OPERATIONS)('%s', (operation, call, input) => {
  test('is sent to the service in JSON, and signed as AWS reckons it', async () => {
    const { client, sent } = clientOf([{ status: 200 }])
    await call(client)
    const [request] = sent
    if (!request) throw new Error('nothing was sent')
    expect(request).toMatchObject({
      method: 'POST',
      protocol: 'https:',
      hostname: 'cur.us-east-1.amazonaws.com',
      path: '/',
      headers: {
        host: 'cur.us-east-1.amazonaws.com',
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSOrigamiServiceGatewayService.${operation}`,
        'x-amz-security-token': CREDENTIALS.sessionToken,
        'content-length': String(Buffer.byteLength(JSON.stringify(input))),
      },
    })
    expect(JSON.parse(String(request.body))).toEqual(input)
    expect(request.headers['authorization']).toBe(authorizationOf(request))
    expect(request.headers['authorization']).toMatch(
      /SignedHeaders=.*content-length;content-type;host;.*x-amz-date;x-amz-security-token;x-amz-target;/,
    )
  })

  test('is sent again while AWS is busy or broken, and not when it refuses', async () => {
    const busy = { status: 400, body: '{"__type":"ThrottlingException","message":"Rate exceeded"}' }
    const { client, sent } = clientOf([busy, { status: 503, body: '' }, { status: 200 }])
    await call(client)
    expect(sent).toHaveLength(3)
    expect(sent.map(({ headers }) => headers['amz-sdk-request'])).toEqual([
      'attempt=1; max=4',
      'attempt=2; max=4',
      'attempt=3; max=4',
    ])
    expect(new Set(sent.map(({ headers }) => headers['amz-sdk-invocation-id'])).size).toBe(1)

    const refusing = clientOf([{ status: 400, body: '{"__type":"AccessDeniedException"}' }])
    await expect(call(refusing.client)).rejects.toMatchObject({
      error: { code: 'aws-denied', detail: { service: 'cur', operation } },
    })
    expect(refusing.sent).toHaveLength(1)
  })

  test.each([
    ['ahead', -3600, 'Signature not yet current'],
    ['behind', 3600, 'Signature expired'],
  ])('is sent once more with AWS’s time where a clock is %s', async (_, seconds, message) => {
    const date = new Date(Date.now() + seconds * 1000).toUTCString()
    const body = JSON.stringify({ __type: 'InvalidSignatureException', message })
    const { client, sent } = clientOf([{ status: 403, body, headers: { date } }, { status: 200 }])
    await call(client)
    const [first = '', second = ''] = sent.map(({ headers }) => headers['x-amz-date'])
    const secondsOf = (time: string): number =>
      Date.parse(time.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z')) / 1000
    expect(sent).toHaveLength(2)
    expect((secondsOf(second) - secondsOf(first)) / seconds).toBeCloseTo(1, 1)
  })
})

test.each([
  ['DuplicateReportNameException', DuplicateReportNameException],
  ['ReportLimitReachedException', ReportLimitReachedException],
  ['ValidationException', ValidationException],
])('%s is the client’s own exception, with AWS’s message and request id', async (name, kind) => {
  const { client } = clientOf([
    {
      status: 400,
      body: JSON.stringify({ __type: `com.amazonaws.cur#${name}`, Message: 'AWS’s words' }),
      headers: { 'x-amzn-requestid': 'r-1' },
    },
  ])
  const put = new PutReportDefinitionCommand({ ReportDefinition: DEFINITION })
  const error: unknown = await client.send(put).catch((failure: unknown) => failure)
  if (!(error instanceof AppFailure)) throw error
  expect(error.cause).toBeInstanceOf(kind)
  expect(error.error.detail).toMatchObject({
    code: name,
    message: 'AWS’s words',
    requestId: 'r-1',
    httpStatus: 400,
  })
})

test('pages through the simulator by the client’s own paginator', async () => {
  const world = await simulated({ scenario: 'report-fits' })
  const { access } = await world.enter()
  const reports = world.simulator.world.accounts.get(PAYER)?.reports ?? []
  const [first] = reports
  if (!first) throw new Error('the scenario has no report')
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
    reports.push({ ...first, definition: { ...first.definition, ReportName: name } })
  const pages: number[] = []
  const config = { client: reportClient(access), pageSize: 5 }
  for await (const page of paginateDescribeReportDefinitions(config, {}))
    pages.push(page.ReportDefinitions?.length ?? 0)
  expect(pages).toEqual([5, 2])
  expect(world.simulator.violations).toEqual([])
})

test('a call is given up as soon as it is cancelled, on its way as well', async () => {
  const controller = new AbortController()
  const handler: HttpHandler = {
    handle: (_request, { abortSignal } = {}) =>
      new Promise((_resolve, reject) => {
        if (!(abortSignal instanceof AbortSignal)) throw new Error('no signal came along')
        abortSignal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')))
        controller.abort()
      }),
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  }
  const { client } = clientOf([], { requestHandler: handler })
  const describing = client.send(new DescribeReportDefinitionsCommand({}), {
    abortSignal: controller.signal,
  })
  await expect(describing).rejects.toMatchObject({ error: { code: 'cancelled' } })
})
