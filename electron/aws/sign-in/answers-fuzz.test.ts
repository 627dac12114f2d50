/** What comes back from AWS's page, by the browser or by hand: whatever it is, one sign-in is ended by its own. */
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import { seed } from '../../testing/payloads.ts'
import { englishPage } from '../testing/portal.ts'
import { codeIn } from './console/pasted-code.ts'
import { CALLBACK_PATH, openLoopback } from './loopback.ts'

const STATE = 'jxCEGyOBjQ4WXoHTYwbZGlnMw2VJxqzQ9ZpnTvSfcWE'

/** What comes near the right answer, in one of its parts or in all of them. */
const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    STATE,
    STATE.slice(1),
    `${STATE}A`,
    `${STATE}\0`,
    STATE.toLowerCase(),
    'code',
  ),
)
const names = fc.constantFrom('state', 'code', 'error', 'error_description', 'State', 'state[]', '')
const right = fc.constant<[string, string]>(['state', STATE])
const query = fc
  .array(fc.oneof(fc.tuple(names, words), right), { maxLength: 5 })
  .map((members) => new URLSearchParams(members).toString())
const whole = fc.oneof(query, words)

function outcome(pasted: string): { readonly code: string } | { readonly told: string } {
  try {
    return { code: codeIn(pasted, STATE) }
  } catch (error) {
    const told = toAppError(error)
    // What was pasted may be a code that works: no error repeats it.
    expect(told).toEqual({ code: told.code, facts: {}, field: 'code' })
    return { told: told.code }
  }
}

test('whatever is pasted as a code is taken if it is of this sign-in, and else refused by name', () => {
  const pasted = fc.oneof(
    whole,
    whole.map((answer) => Buffer.from(answer).toString('base64')),
    whole.map((answer) => Buffer.from(answer).toString('base64url')),
  )
  let [taken, refused] = [0, 0]
  fc.assert(
    fc.property(pasted, (text) => {
      const answer = new URLSearchParams(Buffer.from(text, 'base64').toString())
      const came = outcome(text)
      if ('code' in came) {
        taken += 1
        expect([answer.get('state'), answer.get('code')]).toEqual([STATE, came.code])
      } else {
        refused += 1
        expect(['console-code-malformed', 'console-code-foreign']).toContain(came.told)
      }
    }),
    { numRuns: 5000, seed },
  )
  expect(taken).toBeGreaterThan(20)
  expect(refused).toBeGreaterThan(1000)
})

test('a code of this sign-in is read out of any blanks and line ends that it was pasted with', () => {
  const blanks = fc.array(fc.tuple(fc.nat(), fc.constantFrom(' ', '\n', '\r\n', '\t', '\u00a0')))
  const codes = fc.string({ minLength: 1, maxLength: 512 })
  fc.assert(
    fc.property(codes, blanks, (code, scattered) => {
      const answer = new URLSearchParams({ state: STATE, code }).toString()
      const pasted = scattered.reduce((text, [at, blank]) => {
        const place = at % (text.length + 1)
        return `${text.slice(0, place)}${blank}${text.slice(place)}`
      }, Buffer.from(answer).toString('base64'))
      expect(codeIn(pasted, STATE)).toBe(code)
    }),
    { numRuns: 500, seed },
  )
})

/** Sends bytes to the listener as they are, and resolves all that it answers. */
async function sent(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  // A request that is none is cut off.
  socket.on('error', () => socket.destroy())
  socket.end(bytes, 'latin1')
  return text(socket).catch(() => '')
}

test('whatever comes to the callback without the state of this sign-in ends nothing', async () => {
  const loopback = await openLoopback(STATE, new AbortController().signal, englishPage)
  onTestFinished(loopback.close)
  const { port, host } = new URL(loopback.redirectUri)
  let isOver = false
  void loopback.callback.then(() => (isOver = true))
  const line = fc
    .tuple(
      fc.constantFrom('GET', 'GET', 'GET', 'POST', 'HEAD', 'OPTIONS', 'TRACE', 'get', ''),
      fc.constantFrom(CALLBACK_PATH, CALLBACK_PATH, `/${CALLBACK_PATH}`, '/oauth/./callback', '*'),
      whole,
      fc.constantFrom(host, host, host, 'localhost', `evil.example:${port}`, ''),
    )
    // The right answer is what is looked for, and not to be found by chance.
    .filter(([, , query]) => new URLSearchParams(query).get('state') !== STATE)
    .map(
      ([method, path, query, to]) => `${method} ${path}?${query} HTTP/1.1\r\nhost: ${to}\r\n\r\n`,
    )
  await fc.assert(
    fc.asyncProperty(line, async (bytes) => {
      const answer = await sent(Number(port), bytes)
      expect(answer).not.toMatch(/^HTTP\/1\.1 [123]/)
      expect(isOver).toBe(false)
    }),
    { numRuns: 400, seed },
  )
  const ours = `GET ${CALLBACK_PATH}?state=${STATE}&code=mine HTTP/1.1\r\nhost: ${host}\r\n\r\n`
  expect(await sent(Number(port), ours)).toMatch(/^HTTP\/1\.1 200/)
  expect(await loopback.callback).toEqual({ kind: 'code', code: 'mine' })
})
