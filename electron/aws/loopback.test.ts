import { connect } from 'node:net'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { openLoopback } from './loopback.ts'
import type { Loopback } from './loopback.ts'

const STATE = 'a-state-that-nobody-guesses'
type Answer = { status: number; text: string; headers: Record<string, unknown> }

const portOf = ({ redirectUri }: Loopback): number => Number(new URL(redirectUri).port)

function ask(
  loopback: Loopback,
  path: string,
  options: { method?: string; host?: string } = {},
): Promise<Answer> {
  const port = portOf(loopback)
  const { method = 'GET', host = `127.0.0.1:${port}` } = options
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { host } }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        resolve({ status: reply.statusCode ?? 0, text, headers: reply.headers })
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}
const open = () => {
  const controller = new AbortController()
  return { controller, opening: openLoopback(STATE, controller.signal) }
}
const good = `/oauth/callback?state=${STATE}&code=c-1`

test('hands over the code of the one good callback, shows a page, and closes', async () => {
  const loopback = await open().opening
  const answer = await ask(loopback, good)
  expect(answer.status).toBe(200)
  expect(answer.text).toContain('You can close this window')
  expect(answer.text).not.toContain('c-1')
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  })
  expect(await loopback.callback).toEqual({ kind: 'code', code: 'c-1' })
  await loopback.close()
  await expect(ask(loopback, good)).rejects.toThrow('ECONNREFUSED')
})

test.each([
  ['another path', '/', {}, 404],
  ['a path behind it', `/oauth/callback/x?state=${STATE}&code=c`, {}, 404],
  ['another method', good, { method: 'POST' }, 405],
  ['another state', '/oauth/callback?state=other&code=c', {}, 400],
  [
    'a state of the same length',
    `/oauth/callback?state=${'x'.repeat(STATE.length)}&code=c`,
    {},
    400,
  ],
  [
    'a state in several bytes',
    `/oauth/callback?state=${encodeURIComponent('é'.repeat(STATE.length))}&code=c`,
    {},
    400,
  ],
  ['no state', '/oauth/callback?code=c', {}, 400],
  ['no code', `/oauth/callback?state=${STATE}`, {}, 400],
  ['an empty code', `/oauth/callback?state=${STATE}&code=`, {}, 400],
  ['another host', good, { host: 'evil.example' }, 421],
  ['localhost by name', good, { host: 'localhost' }, 421],
  ['no address at all', '//', {}, 400],
  ['a whole address', 'http://127.0.0.1/oauth/callback', {}, 400],
])('refuses %s, and still takes the good one', async (_, path, options, status) => {
  const loopback = await open().opening
  expect((await ask(loopback, path, options)).status).toBe(status)
  expect((await ask(loopback, good)).status).toBe(200)
  expect(await loopback.callback).toMatchObject({ code: 'c-1' })
  await loopback.close()
})

test('refuses the second use while the first is being answered', async () => {
  const loopback = await open().opening
  const answers = await Promise.allSettled([ask(loopback, good), ask(loopback, good)])
  const good200 = answers.filter((one) => one.status === 'fulfilled' && one.value.status === 200)
  expect(good200).toHaveLength(1)
  for (const one of answers)
    if (one.status === 'fulfilled') expect([200, 410]).toContain(one.value.status)
  await loopback.close()
})

test('tells a refusal apart, and shows no text of the address on its page', async () => {
  const loopback = await open().opening
  const query = `state=${STATE}&error=access_denied&error_description=%3Cscript%3E`
  const answer = await ask(loopback, `/oauth/callback?${query}`)
  expect(answer.text).toContain('AWS did not sign you in')
  expect(answer.text).not.toContain('script')
  expect(await loopback.callback).toEqual({
    kind: 'refused',
    error: 'access_denied',
    description: '<script>',
  })
  await loopback.close()
})

test('closes at once when ended, also with a connection that says nothing', async () => {
  const { controller, opening } = open()
  const loopback = await opening
  const socket = connect(portOf(loopback), '127.0.0.1')
  await new Promise((resolve) => socket.once('connect', resolve))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.on('error', () => undefined)
  controller.abort()
  await expect(loopback.callback).rejects.toThrow('abort')
  await loopback.close()
  await closed
  await expect(ask(loopback, good)).rejects.toThrow('ECONNREFUSED')
})

test('is not opened for what has ended already', async () => {
  await expect(openLoopback(STATE, AbortSignal.abort())).rejects.toThrow('abort')
})
