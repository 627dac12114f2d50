import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import { describe, expect, test } from 'vitest'
import { englishPage } from '../testing/portal.ts'
import { openLoopback } from './loopback.ts'
import type { Loopback, LoopbackLimits } from './loopback.ts'

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
const open = (limits?: LoopbackLimits) => {
  const controller = new AbortController()
  return { controller, opening: openLoopback(STATE, controller.signal, englishPage, limits) }
}

/** A connection of its own, and all that comes back on it until it ends. */
async function raw(loopback: Loopback): Promise<{ socket: Socket; reply: Promise<string> }> {
  const socket = connect(portOf(loopback), '127.0.0.1')
  let text = ''
  const reply = new Promise<string>((resolve) => {
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
    // A reset is one of the ways in which the listener may end a connection.
    socket.on('error', () => undefined)
    socket.once('close', () => resolve(text))
  })
  await once(socket, 'connect')
  return { socket, reply }
}
const callback = (loopback: Loopback, more = ''): string =>
  `GET ${good} HTTP/1.1\r\nHost: 127.0.0.1:${portOf(loopback)}\r\n${more}\r\n`
const refusedAt = (host: string, port: number): Promise<unknown> =>
  new Promise((resolve) => {
    const socket = connect(port, host)
    socket.once('connect', () => resolve(socket.destroy() && 'connected'))
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code))
  })
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
  ['localhost by name, with the port', good, { host: 'localhost:1' }, 421],
  ['another port', good, { host: '127.0.0.1:1' }, 421],
  ['no port', good, { host: '127.0.0.1' }, 421],
  ['the other loopback address', good, { host: '[::1]:1' }, 421],
  ['HEAD', good, { method: 'HEAD' }, 405],
  ['a preflight', good, { method: 'OPTIONS' }, 405],
  ['a host in the path', `//127.0.0.1${good}`, {}, 404],
  ['a path that only normalises to it', `/oauth/./callback?state=${STATE}&code=c`, {}, 404],
  ['an escaped path', `/oauth/%63allback?state=${STATE}&code=c`, {}, 404],
  ['the path in capitals', `/OAuth/callback?state=${STATE}&code=c`, {}, 404],
  ['a slash behind it', `/oauth/callback/?state=${STATE}&code=c`, {}, 404],
  ['a wrong state before the right one', `/oauth/callback?state=x&state=${STATE}&code=c`, {}, 400],
  ['an error with a wrong state', '/oauth/callback?state=x&error=access_denied', {}, 400],
  ['no address at all', '//', {}, 400],
  ['a whole address', 'http://127.0.0.1/oauth/callback', {}, 400],
])('refuses %s, and still takes the good one', async (_, path, options, status) => {
  const loopback = await open().opening
  expect((await ask(loopback, path, options)).status).toBe(status)
  expect((await ask(loopback, good)).status).toBe(200)
  expect(await loopback.callback).toMatchObject({ code: 'c-1' })
  await loopback.close()
})

describe('a browser that comes back with', () => {
  test.each([
    ['another state', 'state=other&code=c', 'another sign-in'],
    ['another state and a refusal', 'state=other&error=access_denied', 'another sign-in'],
    ['no state', 'code=c', 'another sign-in'],
    ['no answer', `state=${STATE}`, 'without an answer'],
  ])('%s shows what to do, and the right one is still awaited', async (_, query, words) => {
    const loopback = await open().opening
    const answer = await ask(loopback, `/oauth/callback?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.text).toContain(words)
    expect(answer.text).toContain('start the sign-in again')
    expect(answer.text).not.toMatch(/code=|access_denied|a-state/)
    expect((await ask(loopback, good)).text).toContain('Eco Connect has the answer')
    expect(await loopback.callback).toEqual({ kind: 'code', code: 'c-1' })
    await loopback.close()
  })

  test('the name of another host gets no page', async () => {
    const loopback = await open().opening
    const path = '/oauth/callback?state=other&code=c'
    expect(await ask(loopback, path, { host: 'evil.example' })).toMatchObject({
      status: 421,
      text: '',
    })
    await loopback.close()
  })
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
  await expect(openLoopback(STATE, AbortSignal.abort(), englishPage)).rejects.toThrow('abort')
})

test('listens on 127.0.0.1 and on no other address of this computer', async () => {
  const loopback = await open().opening
  const port = portOf(loopback)
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
    .map(({ address }) => address)
  if (process.platform === 'linux') others.push('127.0.0.2')
  expect(others).not.toHaveLength(0)
  for (const address of others) expect(await refusedAt(address, port)).not.toBe('connected')
  expect(await refusedAt('127.0.0.1', port)).toBe('connected')
  await loopback.close()
})

describe('answers', () => {
  test.each([
    ['the good callback', good, 200],
    ['another sign-in', '/oauth/callback?state=other&code=c', 400],
    ['anything else', '/favicon.ico', 404],
  ])('to %s may be neither kept, framed, read by another page nor guessed at', async (...row) => {
    const [, path, status] = row
    const loopback = await open().opening
    const answer = await ask(loopback, path)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    const names = Object.keys(answer.headers)
    expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([])
    expect(names).not.toContain('set-cookie')
    await loopback.close()
  })

  test('repeat nothing of what was sent', async () => {
    const loopback = await open().opening
    const { socket, reply } = await raw(loopback)
    socket.write(callback(loopback, 'Origin: http://marked.example\r\nX-Marked: marked\r\n'))
    expect(await reply).toMatch(/^HTTP\/1\.1 200 /)
    expect(await reply).not.toMatch(/marked|c-1|a-state/)
    await loopback.close()
  })
})

describe('is not disturbed', () => {
  test.each([
    ['a scan that says nothing', ''],
    ['bytes that are no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a line without an end', 'GET /oauth/callback'],
    ['no host', `GET ${good} HTTP/1.1\r\n\r\n`],
    ['HTTP/0.9', 'GET /\r\n'],
    ['a proxy’s CONNECT', 'CONNECT 127.0.0.1:1 HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n'],
    ['headers without end', `GET / HTTP/1.1\r\nX-Long: ${'x'.repeat(64 * 1024)}\r\n\r\n`],
    ['a body that never comes', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n'],
  ])('by %s', async (_, bytes) => {
    const loopback = await open().opening
    const { socket, reply } = await raw(loopback)
    socket.end(Buffer.from(bytes, 'latin1'))
    expect(await reply).not.toMatch(/^HTTP\/1\.1 2/)
    expect((await ask(loopback, good)).status).toBe(200)
    expect(await loopback.callback).toEqual({ kind: 'code', code: 'c-1' })
    await loopback.close()
  })

  test('by requests that never end: they are ended, without an answer', async () => {
    const loopback = await open({ headerMs: 30 }).opening
    const [silent, slow] = [await raw(loopback), await raw(loopback)]
    slow.socket.write('GET /oauth/callback?sta')
    expect(await Promise.all([silent.reply, slow.reply])).toEqual(['', ''])
    await loopback.close()
  })

  test('by requests that have not ended yet', async () => {
    const loopback = await open({ headerMs: 3_600_000 }).opening
    await raw(loopback)
    const slow = await raw(loopback)
    slow.socket.write('GET /oauth/callback?sta')
    expect((await ask(loopback, good)).status).toBe(200)
    expect(await loopback.callback).toEqual({ kind: 'code', code: 'c-1' })
    await loopback.close()
  })

  test('by more connections than a browser opens: the newest is heard', async () => {
    // So patient that only their number can end them.
    const loopback = await open({ headerMs: 3_600_000 }).opening
    const held: Awaited<ReturnType<typeof raw>>[] = []
    for (let i = 0; i < 40; i += 1) held.push(await raw(loopback))
    expect(await held[0]?.reply).toBe('')
    expect((await ask(loopback, good)).status).toBe(200)
    expect(await loopback.callback).toEqual({ kind: 'code', code: 'c-1' })
    await Promise.all(held.map(({ reply }) => reply))
    await loopback.close()
  })

  test('by a second callback in the same breath', async () => {
    const loopback = await open().opening
    const { socket, reply } = await raw(loopback)
    const second = callback(loopback).replace('code=c-1', 'code=c-2')
    socket.write(callback(loopback) + second)
    expect((await reply).match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(await loopback.callback).toEqual({ kind: 'code', code: 'c-1' })
    await loopback.close()
  })
})

test('has closed its port by the time the callback is handed over', async () => {
  const loopback = await open().opening
  await ask(loopback, good)
  await loopback.callback
  expect(await refusedAt('127.0.0.1', portOf(loopback))).toBe('ECONNREFUSED')
})
