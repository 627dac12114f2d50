import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Call } from '../network/call.ts'
import { lineOf } from '../audit/entry.ts'
import { observed } from '../aws/client/observed.ts'
import { PUBLIC_ENDPOINTS } from '../network/endpoints.ts'
import { toAppError } from '../errors/failure.ts'
import { maskedError } from '../errors/masked-error.ts'
import { MASK, masked, secretsIn } from './masking.ts'

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'

describe('masked', () => {
  test('hides a known secret, also as a link writes it, and long pieces of it', () => {
    expect(masked(`key=${SECRET}.`, [SECRET])).toBe(`key=${MASK}.`)
    expect(masked(`key=${encodeURIComponent(SECRET)}&a=b`, [SECRET])).toBe(`key=${MASK}&a=b`)
    expect(masked(`begins with ${SECRET.slice(0, 20)}…`, [SECRET])).toBe(`begins with ${MASK}…`)
    expect(masked(`ends with ${SECRET.slice(-18)}`, [SECRET])).toBe(`ends with ${MASK}`)
  })

  test.each([
    ['Key ASIAIOSFODNN7EXAMPLE is not known', `Key ASIA${MASK} is not known`],
    ['header Authorization: Bearer abcdefgh12345678', `header Authorization: Bearer ${MASK}`],
    [
      'x-amz-security-token:FIXEDtoken+/0123456789==\nhost:iam',
      `x-amz-security-token:${MASK}\nhost:iam`,
    ],
    ['token IQoJb3JpZ2luX2VjEDgaCXVzLWVhc3QtMSJHMEUCIQ was sent', `token ${MASK} was sent`],
    ['token aoaAAAAAGZ0aBcDeFgHiJkLmNoPq was sent', `token ${MASK} was sent`],
    [
      `Unexpected token 'x', ..."essToken":"aoaAAAA"... is not valid JSON`,
      'Unexpected token: not valid JSON',
    ],
  ])('hides what looks like a secret in %j', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  test.each([
    'User: arn:aws:sts::418207315602:assumed-role/AWSReservedSSO_AdministratorAccess_1f0c2b7e4a5d6c7b/dana is not authorized to perform: s3:CreateBucket on resource: "arn:aws:s3:::northwind-cur-418207315602"',
    'You are not authorized. Encoded authorization failure message: 4GIOHlTkIaWHQD0Q0m6XSnuUMCm-abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    'Stack with id arn:aws:cloudformation:us-east-1:418207315602:stack/spot-eco-role/1f0c2b7e-4a5d does not exist',
    'A web page came instead of an answer (HTTP 200)',
  ])('leaves %j as it is', (text) => {
    expect(masked(text, [SECRET])).toBe(text)
  })

  test('leaves words alone that are as short as a secret never is', () => {
    expect(masked('the token is t', ['t'])).toBe('the token is t')
  })

  test('never leaves a secret, whatever stands around it', () => {
    const secret = fc.stringMatching(/^[\w+/=.~-]{16,60}$/)
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (hidden, before, after) => {
        expect(masked(`${before}${hidden}${after}${hidden}`, [hidden])).not.toContain(hidden)
      }),
    )
  })
})

test('finds the secrets of requests and replies by the names of their members', () => {
  expect(
    secretsIn({
      clientId: 'c',
      clientSecret: 'one',
      accessToken: 'two',
      roleCredentials: { accessKeyId: 'a', secretAccessKey: 'three', sessionToken: 'four' },
      Credentials: { SecretAccessKey: 'five', Expiration: new Date(0) },
      nextToken: 'no',
    }),
  ).toEqual(['one', 'two', 'three', 'four', 'five'])
  expect(secretsIn(undefined)).toEqual([])
})

test('an error is masked in facts and detail', () => {
  const detail = { code: SECRET, message: `said ${SECRET}`, requestId: SECRET, httpStatus: 500 }
  const error = maskedError({ code: 'aws-rejected', facts: { message: SECRET }, detail }, [SECRET])
  expect(JSON.stringify(error)).not.toContain(SECRET)
  expect(error.detail?.httpStatus).toBe(500)
})

describe('the record of a call', () => {
  const secret = fc.stringMatching(/^[\w+/=.~-]{16,60}$/)
  const around = fc.string({ maxLength: 8 })
  /** Where AWS, a proxy or a person may put a secret that is in the request or in the reply. */
  const cases = fc.record({
    token: secret,
    issued: secret,
    key: secret,
    before: around,
    fails: fc.boolean(),
    bucketIsSecret: fc.boolean(),
  })

  test('has no secret in it, whatever was sent, answered or quoted', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ token, issued, key, before, fails, bucketIsSecret }) => {
        const calls: Call[] = []
        const connection = {
          endpoints: PUBLIC_ENDPOINTS,
          onCall: (call: Call) => void calls.push(call),
          credentials: () =>
            Promise.resolve({ accessKeyId: 'ASIA0', secretAccessKey: key, sessionToken: token }),
        }
        const quoted = `${before}${fails ? key : issued}`
        const $metadata = { httpStatusCode: fails ? 400 : 200, requestId: quoted, attempts: 2 }
        const next = () =>
          fails
            ? Promise.reject(
                Object.assign(new Error(quoted + token), {
                  name: quoted,
                  $fault: 'client',
                  $metadata,
                }),
              )
            : Promise.resolve({ output: { $metadata, accessToken: issued } })
        const input = { Bucket: bucketIsSecret ? token : 'northwind-cur', accessToken: token }
        const send = observed(connection, 's3')(next, { commandName: 'PutBucketPolicyCommand' })
        const error = await send({ input }).then(() => null, toAppError)
        const line = calls.map((call) =>
          lineOf({ kind: 'call', at: new Date(0).toISOString(), ...call }),
        )
        expect(line).toHaveLength(1)
        for (const hidden of fails ? [token, key] : [token, issued]) {
          expect(line[0]).not.toContain(hidden)
          expect(JSON.stringify(error)).not.toContain(hidden)
        }
        if (!bucketIsSecret) expect(line[0]).toContain('northwind-cur')
      }),
    )
  })
})
