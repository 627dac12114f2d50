import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { addFittingReport, reportParquet } from '../../../e2e/simulator/index.ts'
import type { Bucket, Fault, PolicyDocument } from '../../../e2e/simulator/index.ts'
import { parsePolicy } from '../../../e2e/simulator/access/policy.ts'
import { createHttpHandler } from '../../network/network.ts'
import { toAppError } from '../../errors/failure.ts'
import { nodeNet } from '../testing/node-net.ts'
import { PAYER, simulated, type Simulated } from '../testing/simulated.ts'
import type { Access } from '../client/clients.ts'
import { createDeliveries } from './deliveries.ts'
import { createReportFiles } from './report-file.ts'

const REPORT = {
  bucket: 'northwind-cur-418207315602',
  prefix: 'cur',
  name: 'northwind-eco-hourly',
}
type Scene = {
  readonly world: Simulated
  readonly access: Access
  readonly bucket: Bucket
  readonly key: string
  readonly read: (key?: string) => Promise<object>
}

async function scene(policy?: PolicyDocument): Promise<Scene> {
  const world = await simulated({
    arrange: (one) => addFittingReport(one, Date.now()),
    ...(policy && { policy }),
  })
  const { access } = await world.enter()
  world.simulator.settle()
  const bucket = world.simulator.world.buckets.get(REPORT.bucket)
  const delivery = await createDeliveries(access).latest(REPORT, PAYER)
  if (!bucket || !delivery) throw new Error('no delivery')
  const key = delivery.firstFile
  const files = createReportFiles(access)
  const read = (one = key) => files.read({ bucket: REPORT.bucket, key: one }, PAYER)
  return { world, access, bucket, key, read }
}
const put = ({ bucket, key }: Scene, bytes: Uint8Array): void => {
  const body = Buffer.from(bytes).toString('base64')
  bucket.objects.set(key, { body, encoding: 'base64', modified: Date.now() })
}
const unread = (because: string) => ({ kind: 'unread', because })
const MONTH = { start: Date.UTC(2026, 10, 1), unit: 'HOURLY', resources: true } as const

test('reads the last bytes and the footer of the file that the manifest names, and nothing else', async () => {
  const { world, key, read, bucket } = await scene()
  const before = world.simulator.requests.length
  const reading = await read()
  expect(reading).toMatchObject({ kind: 'parquet', missing: [], interval: 'hour' })
  const size = Buffer.from(bucket.objects.get(key)?.body ?? '', 'base64').length
  const asked = world.simulator.requests.slice(before).map(({ params }) => params)
  expect(asked).toHaveLength(2)
  expect(asked[0]).toMatchObject({ Key: key, ExpectedBucketOwner: PAYER, Range: 'bytes=-8' })
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d+)$/.exec(String(asked[1]?.['Range'])) ?? []
  expect(Number(last)).toBe(size - 1)
  expect(asked[1]).toMatchObject({ ExpectedBucketOwner: PAYER })
  expect(asked[1]?.['IfMatch']).toMatch(/^"[0-9a-f]{32}"$/)
  // The lines of the report lie before the footer.
  expect(Number(first)).toBeGreaterThan(4)
  expect(world.calls.at(-1)).toMatchObject({ operation: 'GetObject', resource: REPORT.bucket })
})

test('reads a file that is nothing but a footer, and one of several groups of lines', async () => {
  const at = await scene()
  put(at, reportParquet({ ...MONTH, lines: 0 }))
  expect(await at.read()).toMatchObject({ rows: 0, interval: 'not-known' })
  put(at, reportParquet({ ...MONTH, lines: 700, groupOf: 50 }))
  expect(await at.read()).toMatchObject({ rows: 700, interval: 'hour' })
})

test.each([
  ['nothing', new Uint8Array(), 'cut'],
  ['four letters', Buffer.from('PAR1'), 'cut'],
  ['text', Buffer.from('identity/LineItemId,identity/TimeInterval\r\n'), 'cut'],
  ['half of a file', reportParquet({ ...MONTH, lines: 9 }).subarray(0, 700), 'cut'],
  ['a sealed footer', Buffer.from('PAR1............\u0004\0\0\0PARE'), 'encrypted'],
  ['a footer as long as a film', Buffer.from('PAR1....\xff\xff\xff\x7fPAR1', 'latin1'), 'damaged'],
  ['a footer that is none', Buffer.from('PAR1....\u0004\0\0\0PAR1'), 'damaged'],
])('of a file of %s it says so', async (_, bytes, because) => {
  const at = await scene()
  put(at, bytes)
  expect(await at.read()).toEqual(unread(because))
})

const policyIn = (name: string): PolicyDocument =>
  parsePolicy(readFileSync(new URL(`../../../resources/${name}`, import.meta.url), 'utf8'))

test('takes the one permission of the policy that comes with the app, beyond the operator’s', async () => {
  const operator = policyIn('operator-policy.json')
  const extra = policyIn('report-file-policy.json')
  expect(await (await scene(operator)).read()).toEqual(unread('denied'))
  const both = { ...operator, Statement: [...operator.Statement, ...extra.Statement] }
  expect(await (await scene(both)).read()).toMatchObject({ kind: 'parquet' })
})

test('asks nothing of S3 for a file of another format, or for none', async () => {
  const { world, read } = await scene()
  const before = world.simulator.requests.length
  expect(await read('cur/northwind-eco-hourly/northwind-00001.csv.gz')).toEqual(
    unread('not-parquet'),
  )
  expect(await read('')).toEqual(unread('no-file'))
  expect(world.simulator.requests).toHaveLength(before)
})

const error = (code: string, status: number, message = code) => ({
  kind: 'error' as const,
  operation: 'GetObject',
  code,
  status,
  message,
})
/** As public reports show it: with the key (pull request 11726 of modernisation-platform, 2025-10), or without. */
const KEY_DENIED_BY_NAME =
  'User: arn:aws:sts::418207315602:assumed-role/Operator/dana.levi is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:418207315602:key/6f0d2c1e-58a7-4e0b-9b2f-7d1c3a5e9f04 because no identity-based policy allows the kms:Decrypt action'
const KEY_DENIED =
  'User: arn:aws:sts::418207315602:assumed-role/Operator/dana.levi is not authorized to perform: kms:Decrypt on the resource associated with this ciphertext because no identity-based policy allows the kms:Decrypt action'
test.each([
  ['archived', error('InvalidObjectState', 403)],
  ['gone', error('NoSuchKey', 404)],
  ['changed', { ...error('PreconditionFailed', 412), after: 1 }],
  ['denied', error('AccessDenied', 403)],
  ['denied', { kind: 'accessDenied', operation: 'GetObject', denial: 'missing-permission' }],
  ['denied-key', error('AccessDenied', 403, KEY_DENIED)],
  ['denied-key', error('AccessDenied', 403, KEY_DENIED_BY_NAME)],
  ['denied-key', error('KMS.DisabledException', 400)],
] satisfies [string, Fault][])('a file that S3 does not give out is %s', async (because, fault) => {
  const { world, read } = await scene()
  world.simulator.inject(fault)
  expect(await read()).toEqual(unread(because))
})

test('a file that is written anew between the two requests is not read', async () => {
  const at = await scene()
  const handler = createHttpHandler(nodeNet())
  const requestHandler: NonNullable<Access['requestHandler']> = {
    ...handler,
    async handle(request, options) {
      const reply = await handler.handle(request, options)
      put(at, reportParquet({ ...MONTH, lines: 5 }))
      return reply
    },
  }
  const files = createReportFiles({ ...at.access, requestHandler })
  expect(await files.read({ bucket: REPORT.bucket, key: at.key }, PAYER)).toEqual(unread('changed'))
})

test('what is no refusal is told as what it is', async () => {
  const { world, read } = await scene()
  world.simulator.inject({ kind: 'html', operation: 'GetObject' })
  expect(await read().catch((failure: unknown) => toAppError(failure).code)).toBe(
    'network-captive-portal',
  )
})

/** Something between the app and S3 that answers as it likes. */
async function between(
  answer: (range: string) => { status: number; headers: object; body: Uint8Array },
) {
  let sent = 0
  const server = createServer((request, response) => {
    const { status, headers, body } = answer(request.headers.range ?? '')
    response.writeHead(status, { ...headers })
    const pour = (): void => {
      if (response.destroyed || sent > 64 * 1024 * 1024) return void response.end()
      sent += body.length
      if (response.write(body)) setImmediate(pour)
      else response.once('drain', pour)
    }
    if (status === 200) pour()
    else response.end(body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const access: Access = {
    endpoints: { of: () => `http://127.0.0.1:${port}`, spot: '' },
    credentials: () => Promise.resolve({ accessKeyId: 'ASIA', secretAccessKey: 's' }),
  }
  return { access, sent: () => sent }
}
const file = { bucket: 'northwind-cur', key: 'cur/eco/eco-00001.parquet' }

test.each([
  ['Node’s network', {}],
  ['Chromium’s', { requestHandler: createHttpHandler(nodeNet()) }],
])('a proxy that knows of no parts does not make it take in the whole file: %s', async (_, how) => {
  const { access, sent } = await between(() => ({
    status: 200,
    headers: {},
    body: new Uint8Array(64 * 1024),
  }))
  expect(await createReportFiles({ ...access, ...how }).read(file, PAYER)).toEqual(
    unread('no-parts'),
  )
  expect(sent()).toBeLessThan(64 * 1024 * 1024)
})

test.each([
  ['another part', 'bytes 0-7/100', 8],
  ['a longer part', 'bytes 80-99/100', 20],
  ['a part that is longer than it says', 'bytes 92-99/100', 64],
  ['no place', '', 8],
  ['an unknown size', 'bytes 92-99/*', 8],
])('a part that is none is not read: %s', async (_, place, length) => {
  const { access } = await between(() => ({
    status: 206,
    headers: place === '' ? {} : { 'content-range': place },
    body: new Uint8Array(length),
  }))
  expect(await createReportFiles(access).read(file, PAYER)).toEqual(unread('no-parts'))
})
