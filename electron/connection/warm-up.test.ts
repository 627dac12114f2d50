import { createServer } from 'node:http'
import { Socket } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { HttpResponse } from '@smithy/protocol-http'
import { readingAs } from '../aws/client/credentials-in-use.ts'
import { createShelf } from '../aws/client/shelf.ts'
import { systemClock } from '../base/clock.ts'
import { PUBLIC_ENDPOINTS } from '../network/endpoints.ts'
import { endpointsFrom } from '../network/endpoints-from.ts'
import { expectOnRecord } from '../steps/testing/held-to.ts'
import { rememberedConnections } from '../steps/testing/remembered.ts'
import { nowhere } from './nowhere.ts'
import { warmUp } from './warm-up.ts'

/** Everything that is handed to `nowhere`, and every connection that anybody begins. */
function watched() {
  const handled = vi.spyOn(nowhere, 'handle')
  const connecting = vi.spyOn(Socket.prototype, 'connect')
  onTestFinished(() => {
    handled.mockRestore()
    connecting.mockRestore()
  })
  return {
    requests: () => handled.mock.calls.map(([request]) => request),
    connections: () => connecting.mock.calls.length,
  }
}

const failures = (results: readonly PromiseSettledResult<unknown>[]): string[] =>
  results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))

test('every question is written, signed and answered, and nobody is connected to', async () => {
  const { requests, connections } = watched()
  expect(failures(await warmUp(PUBLIC_ENDPOINTS))).toEqual([])
  expect(connections()).toBe(0)
  const hosts = new Set(requests().map(({ hostname }) => hostname))
  expect([...hosts].toSorted()).toEqual([
    'cloudformation.us-east-1.amazonaws.com',
    'cur.us-east-1.amazonaws.com',
    'iam.amazonaws.com',
    'no-bucket.s3.us-east-1.amazonaws.com',
    'organizations.us-east-1.amazonaws.com',
    'portal.sso.us-east-1.amazonaws.com',
    'sts.us-east-1.amazonaws.com',
  ])
})

test('no request bears anything but names that AWS could not have given', async () => {
  const { requests } = watched()
  await warmUp(PUBLIC_ENDPOINTS)
  for (const { headers } of requests()) {
    const { authorization = '', 'x-amz-sso_bearer_token': token = 'NEVER-SENT' } = headers
    expect(authorization).toMatch(/^$|Credential=NOBODY\//)
    expect(token).toBe('NEVER-SENT')
    expect(headers).not.toHaveProperty('x-amz-security-token')
  }
  const signed = requests().filter(({ headers }) => headers['authorization'])
  expect(signed.length).toBeGreaterThan(10)
})

test('a server that stands in for AWS hears nothing of it', async () => {
  let heard = 0
  const server = createServer((_message, response) => response.end())
  server.on('connection', () => (heard += 1))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const endpoints = endpointsFrom({ AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` })
  expect(failures(await warmUp(endpoints))).toEqual([])
  expect(heard).toBe(0)
})

test('a pass that is under way finds nothing of it, and it nothing of the pass', async () => {
  const shelf = createShelf(systemClock)
  const { asOf } = await shelf.look(() => warmUp(PUBLIC_ENDPOINTS))
  // The shelf notes when anything was asked that is put on it or taken.
  expect(asOf).toBe(Infinity)
})

/** Somebody's, as they are in the middle of a pass. */
const REAL = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLETOKEN',
}

test('a read that is under way with real credentials hands none of them on', async () => {
  const { requests } = watched()
  expect(failures(await readingAs(REAL)(() => warmUp(PUBLIC_ENDPOINTS)))).toEqual([])
  expect(requests().length).toBeGreaterThan(10)
  const sent = JSON.stringify(requests())
  for (const part of Object.values(REAL)) expect(sent).not.toContain(part)
  expect(sent).toContain('Credential=NOBODY/')
})

test('what is sent again, or is refused, goes nowhere as well', async () => {
  const { requests, connections } = watched()
  const tried = new Set<string>()
  vi.mocked(nowhere.handle).mockImplementation(async ({ hostname }) => {
    const again = tried.has(hostname)
    tried.add(hostname)
    if (again) throw new Error('Nobody answers')
    return { response: new HttpResponse({ statusCode: 503, headers: {} }) }
  })
  const results = await warmUp(PUBLIC_ENDPOINTS)
  expect(failures(results).length).toBeGreaterThan(5)
  expect(requests().length).toBeGreaterThan(results.length)
  expect(connections()).toBe(0)
})

test('a proxy or an endpoint that the environment names is not asked', async () => {
  const { connections } = watched()
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'AWS_ENDPOINT_URL'])
    for (const spelt of [name, name.toLowerCase()]) vi.stubEnv(spelt, 'http://127.0.0.1:9')
  onTestFinished(() => void vi.unstubAllEnvs())
  expect(failures(await warmUp(PUBLIC_ENDPOINTS))).toEqual([])
  expect(connections()).toBe(0)
})

const connections = rememberedConnections()

test('a connection that warms up asks AWS nothing for it, and has nothing of it on record', async () => {
  const { requests } = watched()
  const opened = await (await connections.proven()).open()
  await opened.quiet()
  expect(requests().length).toBeGreaterThan(10)
  await expectOnRecord(opened)
  const calls = (await opened.connection.record()).filter(({ kind }) => kind === 'call')
  expect(calls.length).toBeGreaterThan(10)
  const known = JSON.stringify([calls, opened.simulator.requests, opened.network.sent])
  for (const name of ['nobody', 'no-bucket', 'NOBODY', 'NEVER-SENT', '000000000000'])
    expect(known).not.toContain(name)
})
