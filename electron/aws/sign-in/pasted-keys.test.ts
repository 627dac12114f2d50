import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppFailure } from '../../errors/failure.ts'
import { parseKeys, type Keys } from './pasted-keys.ts'

const none = { block: '', accessKeyId: '', secretAccessKey: '', sessionToken: '' }
const text = (characters: string, min: number, max = min): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...characters.split('')), { minLength: min, maxLength: max })
    .map((all) => all.join(''))
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+'
// One of many begins like an `=` in a mail's raw form.
const secrets = fc.oneof(
  text(BASE64, 40),
  text(BASE64, 38).map((end) => `3D${end}`),
)
const keys = fc.record({
  accessKeyId: text('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16).map((end) => `ASIA${end}`),
  secretAccessKey: secrets,
  sessionToken: fc
    .tuple(text(BASE64, 100, 600), fc.constantFrom('', '=', '=='))
    .map(([start, end]) => `${start}${end}`),
})

const ini = (k: Keys): string =>
  `aws_access_key_id=${k.accessKeyId}\naws_secret_access_key = ${k.secretAccessKey}\naws_session_token= ${k.sessionToken}`
const json = (k: Keys): object => ({
  AccessKeyId: k.accessKeyId,
  SecretAccessKey: k.secretAccessKey,
  SessionToken: k.sessionToken,
})
const shell = (k: Keys, line: (name: string, value: string) => string): string =>
  [
    line('AWS_ACCESS_KEY_ID', k.accessKeyId),
    line('AWS_SECRET_ACCESS_KEY', k.secretAccessKey),
    line('AWS_SESSION_TOKEN', k.sessionToken),
  ].join('\n')
const folded = (value: string): string => value.replaceAll(/(.{60})/g, '$1\n')

const FORMATS: Readonly<Record<string, (k: Keys) => string>> = {
  bash: (k) => shell(k, (name, value) => `export ${name}="${value}"`),
  'bash without quotes': (k) => shell(k, (name, value) => `export ${name}=${value}`),
  'one line': (k) => shell(k, (name, value) => `${name}='${value}'`).replaceAll('\n', ' '),
  'smart quotes': (k) => shell(k, (name, value) => `export ${name}=\u201C${value}\u201D`),
  'folded by a mail program': (k) => shell(k, (name, value) => `export ${name}="${folded(value)}"`),
  'quote lost at the end': (k) => shell(k, (name, value) => `export ${name}="${value}`),
  cmd: (k) => shell(k, (name, value) => `set ${name}=${value}`).replaceAll('\n', '\r\n'),
  'cmd in quotes': (k) => shell(k, (name, value) => `set "${name}=${value}"`),
  setx: (k) => shell(k, (name, value) => `setx ${name} "${value}"`),
  csh: (k) => shell(k, (name, value) => `setenv ${name} ${value};`),
  powershell: (k) => shell(k, (name, value) => `$Env:${name}="${value}"`),
  'ini with header': (k) => `[123456789012_AdministratorAccess]\n${ini(k)}\nregion = us-east-1`,
  'ini without header': ini,
  'ini with CRLF': (k) => `[default]\r\n${ini(k).replaceAll('\n', '\r\n')}\r\n`,
  'aws sts': (k) =>
    JSON.stringify({ Credentials: { ...json(k), Expiration: '2031-01-01T00:00:00Z' } }, null, 4),
  credential_process: (k) => JSON.stringify({ Version: 1, ...json(k) }),
  'JSON with escapes': (k) =>
    JSON.stringify(json(k)).replaceAll('/', '\\/').replaceAll('+', '\\u002B'),
  'camel case JSON': (k) => JSON.stringify({ roleCredentials: k }),
  table: (k) =>
    `|  AccessKeyId     |  ${k.accessKeyId}  |\n|  SecretAccessKey |  ${k.secretAccessKey}  |\n|  SessionToken    |  ${k.sessionToken}  |`,
  labels: (k) =>
    `Hello, here are your keys.\nAccess key ID: ${k.accessKeyId}\nSecret access key: ${k.secretAccessKey}\nSession token: ${k.sessionToken}\nRegards, Helpdesk`,
  'bare lines': (k) => `${k.accessKeyId}\n\n${k.secretAccessKey}\n${k.sessionToken}\n`,
  'AWS Tools for PowerShell': (k) =>
    `Set-AWSCredential -AccessKey ${k.accessKeyId} -SecretKey ${k.secretAccessKey} -SessionToken ${k.sessionToken} -StoreAs eco`,
  'AWS Tools for PowerShell, quoted and over lines': (k) =>
    `Set-AWSCredentials -AccessKey "${k.accessKeyId}" \`\r\n  -SecretKey '${k.secretAccessKey}' \`\r\n  -SessionToken "${k.sessionToken}"`,
  'AWS Tools for PowerShell, short names': (k) =>
    `Initialize-AWSDefaultConfiguration -AK ${k.accessKeyId} -SK ${k.secretAccessKey} -ST ${k.sessionToken}`,
  'a .NET constructor': (k) =>
    `new SessionAWSCredentials("${k.accessKeyId}", "${k.secretAccessKey}", "${k.sessionToken}")`,
  'the metadata service': (k) =>
    JSON.stringify(
      {
        Code: 'Success',
        LastUpdated: '2031-01-01T00:00:00Z',
        Type: 'AWS-HMAC',
        AccessKeyId: k.accessKeyId,
        SecretAccessKey: k.secretAccessKey,
        Token: k.sessionToken,
        Expiration: '2031-01-01T06:00:00Z',
      },
      null,
      2,
    ),
  'Terraform’s provider block': (k) =>
    `provider "aws" {\n  region     = "us-east-1"\n  access_key = "${k.accessKeyId}"\n  secret_key = "${k.secretAccessKey}"\n  token      = "${k.sessionToken}"\n}`,
  'Terraform’s backend': (k) =>
    `access_key="${k.accessKeyId}"\nsecret_key="${k.secretAccessKey}"\ntoken="${k.sessionToken}"`,
  'docker -e': (k) =>
    `docker run ${shell(k, (name, value) => `-e ${name}=${value}`).replaceAll('\n', ' ')} app`,
  'docker --env': (k) =>
    `docker run ${shell(k, (name, value) => `--env=${name}="${value}"`).replaceAll('\n', ' \\\n')} app`,
  'a compose file': (k) => `environment:\n${shell(k, (name, value) => `  - ${name}=${value}`)}`,
  'Java’s system properties': (k) =>
    `-Daws.accessKeyId=${k.accessKeyId} -Daws.secretAccessKey=${k.secretAccessKey} -Daws.sessionToken=${k.sessionToken}`,
  'Java’s properties of old': (k) =>
    `accessKey=${k.accessKeyId}\nsecretKey=${k.secretAccessKey}\nsessionToken=${k.sessionToken}`,
  'Spring’s settings': (k) =>
    `spring.cloud.aws.credentials.access-key: ${k.accessKeyId}\nspring.cloud.aws.credentials.secret-key: ${k.secretAccessKey}\nspring.cloud.aws.credentials.session-token: ${k.sessionToken}`,
  '.NET’s app.config': (k) =>
    `<add key="AWSAccessKey" value="${k.accessKeyId}"/>\n<add key="AWSSecretKey" value="${k.secretAccessKey}"/>\n<add key="AWSSessionToken" value="${k.sessionToken}"/>`,
  'an answer of STS in XML': (k) =>
    `<AccessKeyId>${k.accessKeyId}</AccessKeyId><SecretAccessKey>${k.secretAccessKey}</SecretAccessKey><SessionToken>${k.sessionToken}</SessionToken>`,
  columns: (k) =>
    `Access key ID,Secret access key,Session token\n${k.accessKeyId},${k.secretAccessKey},${k.sessionToken}\n`,
  'the names of an environment as columns': (k) =>
    `AWS_ACCESS_KEY_ID,AWS_SECRET_ACCESS_KEY,AWS_SESSION_TOKEN\n${k.accessKeyId},${k.secretAccessKey},${k.sessionToken}`,
  'one name and the others by their shape': (k) =>
    `Access key: ${k.accessKeyId}\n${k.secretAccessKey}\n${k.sessionToken}`,
  'names of one’s own': (k) =>
    `key ${k.accessKeyId}\nAWS_SECRET_ACCESS_KEY=${k.secretAccessKey}\nsts ${k.sessionToken}`,
  'beside other tokens and hashes': (k) =>
    `csrf_token = ${'b'.repeat(90)}!\ncommit ${'0a'.repeat(20)}\n${ini(k)}`,
  'aws configure set': (k) =>
    `aws configure set aws_access_key_id ${k.accessKeyId} --profile eco\naws configure set aws_secret_access_key ${k.secretAccessKey} --profile eco\naws configure set aws_session_token ${k.sessionToken} --profile eco`,
  'Python’s boto3': (k) =>
    `boto3.Session(\n  aws_access_key_id='${k.accessKeyId}',\n  aws_secret_access_key="${k.secretAccessKey}",\n  aws_session_token='${k.sessionToken}',\n)`,
  'the environment of a container, as a list of names and values': (k) =>
    JSON.stringify(
      [
        ['AWS_ACCESS_KEY_ID', k.accessKeyId],
        ['AWS_SECRET_ACCESS_KEY', k.secretAccessKey],
        ['AWS_SESSION_TOKEN', k.sessionToken],
      ].map(([name, value]) => ({ name, value })),
    ),
  'variables for Terraform': (k) =>
    `export TF_VAR_access_key=${k.accessKeyId}\nexport TF_VAR_secret_key=${k.secretAccessKey}\nexport TF_VAR_token=${k.sessionToken}`,
  'a client for Hadoop': (k) =>
    `spark.hadoop.fs.s3a.access.key=${k.accessKeyId}\nspark.hadoop.fs.s3a.secret.key=${k.secretAccessKey}\nspark.hadoop.fs.s3a.session.token=${k.sessionToken}`,
  'an answer of Vault': (k) =>
    `lease_duration     59m59s\naccess_key         ${k.accessKeyId}\nsecret_key         ${k.secretAccessKey}\nsecurity_token     ${k.sessionToken}`,
  'aws sts in one line': (k) =>
    `CREDENTIALS\t${k.accessKeyId}\t2031-01-01T00:00:00+00:00\t${k.secretAccessKey}\t${k.sessionToken}`,
  'aws sts, with the role that was taken': (k) =>
    `AssumedRoleUser:\n  AssumedRoleId: AROAQWERTYUIOPASDFGHJ:eco\nCredentials:\n  AccessKeyId: ${k.accessKeyId}\n  SecretAccessKey: ${k.secretAccessKey}\n  SessionToken: ${k.sessionToken}`,
  'a table in Markdown': (k) =>
    `| Name | Value |\n|---|---|\n| AWS_ACCESS_KEY_ID | \`${k.accessKeyId}\` |\n| AWS_SECRET_ACCESS_KEY | \`${k.secretAccessKey}\` |\n| AWS_SESSION_TOKEN | \`${k.sessionToken}\` |`,
  'a mail that was answered to': (k) =>
    shell(k, (name, value) => `export ${name}="${folded(value)}"`).replaceAll(/^/gm, '> '),
  'PowerShell’s own list, broken at the window’s edge': (k) =>
    `AccessKeyId     : ${k.accessKeyId}\nExpiration      : 1/1/2031 1:00:00 AM\nSecretAccessKey : ${k.secretAccessKey}\nSessionToken    : ${k.sessionToken.replaceAll(/(.{60})(?=.)/g, `$1\n${' '.repeat(18)}`)}`,
  'a profile that a mail program has broken': (k) =>
    ini(k).replace(k.sessionToken, k.sessionToken.replaceAll(/(.{76})(?=.)/g, '$1\r\n')),
  'after keys of an earlier day that are switched off': (k) =>
    `#aws_access_key_id=ASIAZZZZZZZZZZZZZZZZ\n; aws_access_key_id = AKIAZZZZZZZZZZZZZZZZ\n${ini(k)}`,
  twice: (k) => `${ini(k)}\n${shell(k, (name, value) => `export ${name}=${value}`)}`,
}

const failureOf = (pasted: Partial<typeof none>): AppFailure => {
  try {
    parseKeys({ ...none, ...pasted })
  } catch (error) {
    if (error instanceof AppFailure) return error
    throw error
  }
  throw new Error('nothing was refused')
}
const triple = ({ accessKeyId, secretAccessKey, sessionToken }: Keys): Keys => ({
  accessKeyId,
  secretAccessKey,
  sessionToken,
})

describe('every format', () => {
  test.each(Object.entries(FORMATS))('%s', (_name, format) => {
    fc.assert(
      fc.property(keys, (given) => {
        expect(triple(parseKeys({ ...none, block: format(given) }))).toEqual(given)
      }),
    )
  })

  test('three fields, with what was copied around them', () => {
    fc.assert(
      fc.property(keys, (given) => {
        expect(parseKeys({ ...given, block: ' \n' })).toEqual(given)
        expect(
          parseKeys({
            block: '',
            accessKeyId: ` "${given.accessKeyId}"`,
            secretAccessKey: `AWS_SECRET_ACCESS_KEY=${given.secretAccessKey}`,
            sessionToken: folded(given.sessionToken),
          }),
        ).toEqual(given)
      }),
    )
  })
})

const EXAMPLE: Keys = {
  accessKeyId: 'ASIAQWERTYUIOPASDFGH',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: `IQoJb3JpZ2luX2VjE${'Zm9v'.repeat(60)}==`,
}

const LONG_LIVED = 'AKIAQWERTYUIOPASDFGH'

test.each([
  '"Expiration": "2031-05-06T07:08:09Z"',
  'AWS_CREDENTIAL_EXPIRATION=2031-05-06T07:08:09+00:00',
  'x_security_token_expires = 2031-05-06T09:08:09+02:00',
])('reads when they end: %s', (line) => {
  const { expiration } = parseKeys({ ...none, block: `${ini(EXAMPLE)}\n${line}` })
  expect(expiration?.toISOString()).toBe('2031-05-06T07:08:09.000Z')
})

test('does not guess the time zone of their end', () => {
  const block = `${ini(EXAMPLE)}\nexpiration = 2031-05-06 07:08:09`
  expect(parseKeys({ ...none, block })).toEqual(EXAMPLE)
})

test.each<[string, Partial<typeof none>, object]>([
  ['nothing', {}, { code: 'keys-empty', facts: {}, field: 'block' }],
  ['prose', { block: 'Please call the helpdesk.' }, { code: 'keys-unreadable', field: 'block' }],
  [
    'a block without its end',
    { block: ini(EXAMPLE).split('\n').slice(0, 2).join('\n') },
    { code: 'keys-incomplete', facts: { missing: 'sessionToken' }, field: 'block' },
  ],
  [
    'one field only',
    { sessionToken: EXAMPLE.sessionToken },
    {
      code: 'keys-incomplete',
      facts: { missing: 'accessKeyId,secretAccessKey' },
      field: 'accessKeyId',
    },
  ],
  [
    'a field with something else in it',
    { ...EXAMPLE, secretAccessKey: 'see the other mail!' },
    { code: 'keys-unreadable', field: 'secretAccessKey' },
  ],
  [
    'long-lived keys',
    {
      block: ini({ ...EXAMPLE, accessKeyId: 'AKIAQWERTYUIOPASDFGH' }).replace(
        /\naws_session.*/,
        '',
      ),
    },
    { code: 'keys-long-lived', field: 'block' },
  ],
  [
    'IAM’s own download, in two columns',
    { block: `Access key ID,Secret access key\r\n${LONG_LIVED},${EXAMPLE.secretAccessKey}\r\n` },
    { code: 'keys-long-lived', facts: {}, field: 'block' },
  ],
  [
    'IAM’s own download, with the name of the user',
    {
      block: `\uFEFFUser name,Access key ID,Secret access key\nerin,${LONG_LIVED},${EXAMPLE.secretAccessKey}`,
    },
    { code: 'keys-long-lived', field: 'block' },
  ],
  [
    'the root user’s download',
    { block: `AWSAccessKeyId=${LONG_LIVED}\nAWSSecretKey=${EXAMPLE.secretAccessKey}` },
    { code: 'keys-long-lived', field: 'block' },
  ],
  [
    'the console’s own page, copied',
    { block: `Access key\tSecret access key\n${LONG_LIVED}\t${EXAMPLE.secretAccessKey}` },
    { code: 'keys-long-lived', field: 'block' },
  ],
  [
    'several long-lived keys',
    { block: `${LONG_LIVED},x\nAKIAZZZZZZZZZZZZZZZZ,${EXAMPLE.secretAccessKey}` },
    { code: 'keys-long-lived', field: 'block' },
  ],
  [
    'long-lived keys for Terraform',
    { block: `access_key = "${LONG_LIVED}"\nsecret_key = "${EXAMPLE.secretAccessKey}"` },
    { code: 'keys-long-lived', field: 'block' },
  ],
  [
    'a command for PowerShell without its token',
    {
      block: `Set-AWSCredential -AccessKey ${EXAMPLE.accessKeyId} -SecretKey ${EXAMPLE.secretAccessKey}`,
    },
    { code: 'keys-incomplete', facts: { missing: 'sessionToken' }, field: 'block' },
  ],
  [
    'a hash where a secret is missing',
    { block: `AccessKeyId ${EXAMPLE.accessKeyId}\n${'0a'.repeat(20)}\n${EXAMPLE.sessionToken}` },
    { code: 'keys-incomplete', facts: { missing: 'secretAccessKey' }, field: 'block' },
  ],
  [
    'long-lived keys in fields',
    { accessKeyId: 'AKIAQWERTYUIOPASDFGH', secretAccessKey: EXAMPLE.secretAccessKey },
    { code: 'keys-long-lived', field: 'accessKeyId' },
  ],
  [
    'two profiles',
    {
      block: `[a]\n${ini(EXAMPLE)}\n[b]\n${ini({ ...EXAMPLE, accessKeyId: 'ASIAZZZZZZZZZZZZZZZZ' })}`,
    },
    { code: 'keys-several', field: 'block' },
  ],
])('refuses %s', (_name, pasted, expected) => {
  expect(failureOf(pasted).error).toMatchObject(expected)
})

test('whatever is pasted is read or refused as such, and never repeated', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'AWS_ACCESS_KEY_ID=',
      '"SessionToken":',
      'aws_secret_access_key ',
      '\n',
      '"',
      ' ',
    ),
    text(BASE64, 16, 60),
  )
  const pasted = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(
      pasted,
      pasted,
      pasted,
      pasted,
      (block, accessKeyId, secretAccessKey, sessionToken) => {
        const typed = { block, accessKeyId, secretAccessKey, sessionToken }
        try {
          parseKeys(typed)
        } catch (error) {
          if (!(error instanceof AppFailure)) throw error
          const { facts, detail } = error.error
          expect(detail).toBeUndefined()
          const parts = ['accessKeyId', 'secretAccessKey', 'sessionToken']
          for (const [name, value] of Object.entries(facts)) {
            expect(name).toBe('missing')
            expect(value.split(',').every((part) => parts.includes(part))).toBe(true)
          }
        }
      },
    ),
  )
})

test('is not slowed down by a long text that leads nowhere', () => {
  const block = `access key id${' '.repeat(19_000)}secret key "${'A '.repeat(400)}`
  expect(failureOf({ block }).error.code).toBe('keys-unreadable')
})

test('whatever is refused, no word of it repeats what was pasted', () => {
  const { 'beside other tokens and hashes': _other, ...formats } = FORMATS
  const named = fc.constantFrom(...Object.values(formats))
  const broken = fc.constantFrom<(block: string) => string>(
    (block) => block.replaceAll('ASIA', 'AKIA'),
    (block) => `${block}\n${ini(EXAMPLE)}`,
    (block) => block.slice(0, block.indexOf('ASIA') + 20),
  )
  fc.assert(
    fc.property(keys, named, broken, (given, format, breaking) => {
      const failure = failureOf({ block: breaking(format(given)) })
      const told = JSON.stringify(failure.error) + failure.message + String(failure.cause)
      expect(told).not.toContain(given.secretAccessKey)
      expect(told).not.toContain(given.accessKeyId.slice(4))
      expect(told).not.toContain(given.sessionToken.slice(0, 60))
    }),
  )
})

/** A token as long as AWS's are, with the digits and signs that every line of one has. */
const long = text(BASE64, 300, 900).map((start) => `IQoJb3JpZ2luX2VjE7+/${start}`)
const longKeys = fc
  .tuple(keys, long, fc.constantFrom('', '=', '=='))
  .map(([given, token, end]) => ({ ...given, sessionToken: `${token}${end}` }))
const lines = (value: string, width: number, end = '\n'): string =>
  value.replaceAll(new RegExp(`(.{${width}})(?=.)`, 'g'), `$1${end}`)
/** As a mail program writes a text into a mail (RFC 2045, 6.7). */
const quotedPrintable = (written: string, width = 75): string =>
  written
    .split('\n')
    .map((line) =>
      [
        ...line.replaceAll('=', '=3D').matchAll(new RegExp(`(?:=3D|[^=]){1,${width - 2}}`, 'g')),
      ].join('=\r\n'),
    )
    .join('\r\n')

describe('what was broken up on its way', () => {
  test.each<[string, (k: Keys) => string]>([
    [
      'a token that goes on in the next line of a shell',
      (k) => shell(k, (name, value) => `export ${name}=${lines(value, 250, '\\\n')}`),
    ],
    [
      'the same for cmd',
      (k) => shell(k, (name, value) => `set ${name}=${lines(value, 250, '^\r\n')}`),
    ],
    [
      'the same in quotes',
      (k) => shell(k, (name, value) => `export ${name}="${lines(value, 250, '\\\n')}"`),
    ],
    [
      'a command of the CLI at the edge of a wide window',
      (k) =>
        `aws configure set aws_access_key_id ${k.accessKeyId}\naws configure set aws_secret_access_key ${k.secretAccessKey}\naws configure set aws_session_token ${lines(k.sessionToken, 230)}`,
    ],
    [
      'a command at the edge of a narrow window',
      (k) =>
        `aws configure set aws_access_key_id ${k.accessKeyId}\naws configure set aws_secret_access_key ${k.secretAccessKey}\naws configure set aws_session_token ${lines(k.sessionToken, 44)}`,
    ],
    ['a label with its value below', (k) => `${ini(k).replace('token= ', 'token:\n')}\nRegards,`],
    [
      'bare values at the edge of a window',
      (k) => `${k.accessKeyId}\n${k.secretAccessKey}\n${lines(k.sessionToken, 100)}\n`,
    ],
    ...['>-', '>', '|', '|-', '>2-'].map((mark): [string, (k: Keys) => string] => [
      `YAML’s ${mark}`,
      (k) =>
        `AccessKeyId: ${k.accessKeyId}\nSecretAccessKey: ${k.secretAccessKey}\nSessionToken: ${mark}\n  ${lines(k.sessionToken, 78, '\n  ')}\nExpiration: '2031-01-01T00:00:00Z'`,
    ]),
    [
      'YAML’s long line',
      (k) =>
        `AccessKeyId: ${k.accessKeyId}\nSecretAccessKey: ${k.secretAccessKey}\nSessionToken: ${lines(k.sessionToken, 78, '\n  ')}\nVersion: 1`,
    ],
    [
      'YAML’s quotes',
      (k) =>
        `AccessKeyId: "${k.accessKeyId}"\nSecretAccessKey: "${k.secretAccessKey}"\nSessionToken: "${lines(k.sessionToken, 78, '\\\n  ')}"`,
    ],
    ['the raw form of a mail', (k) => quotedPrintable(shell(k, (n, v) => `export ${n}="${v}"`))],
    ['the raw form of a mail, without quotes', (k) => quotedPrintable(ini(k))],
    [
      'the raw form of a mail with other signs',
      (k) => `=E2=80=9CKeys=E2=80=9D =C3=BCber alles:\r\n${quotedPrintable(ini(k))}`,
    ],
  ])('is read: %s', (_, format) => {
    fc.assert(
      fc.property(longKeys, (given) => {
        const { expiration: _end, ...read } = parseKeys({ ...none, block: format(given) })
        expect(read).toEqual(given)
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })

  test('is read where a mail has broken its lines, and has no signs to write otherwise', () => {
    fc.assert(
      fc.property(longKeys, (given) => {
        const labels = FORMATS['labels']?.({ ...given, sessionToken: 'PLACE' }) ?? ''
        const token = given.sessionToken.replace(/=+$/, '')
        const block = labels.replace('PLACE', lines(token, 60, '=\r\n'))
        expect(parseKeys({ ...none, block })).toEqual({ ...given, sessionToken: token })
      }),
      { numRuns: 40, endOnFailure: true },
    )
  })

  const token = `IQoJb3JpZ2luX2VjE7${'aB3/'.repeat(70)}`
  const broken = { code: 'keys-broken', facts: {} }
  test.each(['Regards', '418207315602', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'.repeat(2)])(
    'is told where nobody can say whether it goes on: %s',
    (next) => {
      const block = `${ini({ ...EXAMPLE, sessionToken: token })}\n${next}`
      expect(failureOf({ block }).error).toMatchObject({ ...broken, field: 'block' })
      // Another line, or the end of a token, says it.
      const apart = `${ini({ ...EXAMPLE, sessionToken: token })}\n\n${next}`
      expect(parseKeys({ ...none, block: apart }).sessionToken).toBe(token)
      const ended = `${ini({ ...EXAMPLE, sessionToken: `${token}==` })}\n${next}`
      expect(parseKeys({ ...none, block: ended }).sessionToken).toBe(`${token}==`)
    },
  )

  test('is told where a mail has left its signs', () => {
    const sessionToken = `${token}=3D=3D`
    const block = ini(EXAMPLE).replace(EXAMPLE.sessionToken, sessionToken)
    expect(failureOf({ block }).error).toMatchObject({ ...broken, field: 'block' })
    const half = ini({ ...EXAMPLE, sessionToken: token }).replace('token= ', 'token=3D')
    expect(failureOf({ block: half }).error).toMatchObject({ ...broken, field: 'block' })
    const field = { ...EXAMPLE, sessionToken: `${token.slice(0, 70)}=${token.slice(70)}` }
    expect(failureOf(field).error).toMatchObject({ ...broken, field: 'sessionToken' })
    expect(parseKeys({ ...none, ...EXAMPLE, sessionToken }).sessionToken).toBe(`${token}==`)
  })

  test('a secret below a token is not taken for a part of it', () => {
    const { accessKeyId, secretAccessKey } = EXAMPLE
    const block = `${accessKeyId}\n${token}\n${secretAccessKey}`
    expect(parseKeys({ ...none, block })).toEqual({ ...EXAMPLE, sessionToken: token })
  })
})
