import { readFileSync } from 'node:fs'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noChoices } from '../checklist/state-file.ts'
import type { Choices } from '../checklist/state-file.ts'
import { NOT_MANAGED } from '../contract/managed.ts'
import { newBucketRefusal } from '../managed/rules.ts'
import { STEP_IDS, type StepId } from '../contract/steps.ts'
import type { Preflight } from '../contract/preflight.ts'
import type { Status } from '../contract/status.ts'
import type { HandOverData } from './data.ts'
import { createHandOver, gather } from './hand-over.ts'
import { GERMAN } from '../texts/de/index.ts'
import { ENGLISH } from '../texts/en/index.ts'
import { requestForAll } from './all-steps.ts'
import { handOverFile } from './hand-over-file.ts'
import { parseHandOver } from './opening.ts'
import { hides } from '../base/visible.ts'
import { escapeText, html } from '../documents/html.ts'
import { planOfText, templateOfText } from '../testing/of-text.ts'

const ACCOUNT = '418207315602'
const TEMPLATE = readFileSync(
  new URL('../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
const GIVEN = { operatorPolicy: '{"Statement":["operator"]}', appVersion: '1.2.3' }

const context = (
  choices: Partial<Choices> = {},
  more: { preflight?: Preflight; status?: Status; proven?: Readonly<Record<string, string>> } = {},
) => ({
  choices: () => ({
    ...noChoices,
    plan: { managedBy: 'us' as const, mspAccountId: '' },
    account: { id: ACCOUNT, name: 'Northwind', email: 'root@northwind.example' },
    ...choices,
  }),
  clock: { now: () => Date.UTC(2026, 0, 31, 12, 5), sleep: () => Promise.resolve() },
  proven: (step: StepId, fact: string) => more.proven?.[`${step} ${fact}`] ?? '',
  preflight: () => more.preflight ?? ({ kind: 'not-signed-in' } as const),
  checklist: () => [],
  connectionId: 'connection',
  managed: NOT_MANAGED,
  builtInTemplate: TEMPLATE,
  earlierTemplates: [],
  ...(more.status ? { status: more.status } : {}),
})
const fileFor = (step: StepId, ...given: Parameters<typeof context>): string =>
  handOverFile(ENGLISH, step, gather(context(...given), step, GIVEN)).html

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const textIn = (node: unknown): boolean => isRecord(node) && '#text' in node

/** Elements and their attributes' names, in order: what text could change only by breaking out. */
function skeletonOf(markup: string): string {
  // Text cannot make this one itself: it would be escaped.
  const document = markup.replace(/^<!doctype html>\s*/, '').replaceAll(/<\/?bdi>/g, '')
  expect(XMLValidator.validate(document)).toBe(true)
  const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false })
  const names = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.filter((one) => !textIn(one)).map(names)
    if (!isRecord(node)) return typeof node
    return Object.entries(node).map(([key, value]) =>
      key === ':@' && isRecord(value) ? Object.keys(value) : [key, names(value)],
    )
  }
  return JSON.stringify(names(parser.parse(document)))
}

const dataOf = (text: string): HandOverData => ({
  askedAt: 0,
  askedBy: text,
  roleName: text,
  accountId: text,
  accountName: text,
  managedBy: 'us',
  byHand: false,
  report: { reportName: text, bucketName: text, prefix: text },
  bucketName: text,
  connection: text,
  approved: false,
  roleArn: text,
  template: templateOfText(text),
  stack: {
    externalIdRequired: false,
    stackName: text,
    parameters: [{ name: text, value: text, description: text, field: 'own' }],
  },
  ability: {
    step: 'stack',
    missing: [{ action: text, resource: text, because: 'boundary' }],
    optional: [],
    statement: text,
  },
  problem: {
    code: 'bucket-missing',
    facts: { bucket: text },
    detail: { message: text, operation: text },
  },
  policyDiff: [
    { kind: 'same', text },
    { kind: 'added', text },
    { kind: 'removed', text },
  ],
  deliveryPolicy: text,
  billPayer: text,
  mspRequest: { accountId: text, accountName: text, mspAccountId: text },
  supportRequest: {
    bucketName: text,
    roleArn: text,
    customerAccountId: text,
    mspAccountId: text,
    stackName: text,
    reportPrefix: text,
    spotOrganizationId: text,
    billPayer: text,
    verified: false,
  },
  plan: planOfText(text),
  operatorPolicy: text,
  appVersion: text,
})

describe('the file', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.constantFrom(
      '</pre><script>alert(1)</script>',
      '" onmouseover="alert(1)',
      "' autofocus onfocus='x",
      '<img src=x onerror=alert(1)>',
      '--><b>',
      ']]>',
      '&lt;script&gt;',
      'javascript:alert(1)',
      '\u202egnp.exe',
      '\ud800',
    ),
  )

  test.each(STEP_IDS)('for %s lets no text break out of its place', (step) => {
    const plain = skeletonOf(handOverFile(ENGLISH, step, dataOf('plain')).html)
    fc.assert(
      fc.property(hostile, (text) => {
        const { html, name } = handOverFile(ENGLISH, step, dataOf(`x${text}`))
        expect(skeletonOf(html)).toBe(plain)
        expect(html).not.toMatch(/<script/i)
        expect(hides(html)).toBe(false)
        expect(name).toBe(`eco-connect-${step}.html`)
        for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^(https:\/\/|data:application\/octet-stream;base64,)/)
      }),
      { numRuns: 30 },
    )
  })

  test('says who pays the bill where a report is asked for, if it is another account', () => {
    const payer = { 'sign-in bill-payer': '562910847733' }
    for (const step of STEP_IDS) {
      const told = fileFor(step, {}, { proven: payer }).includes('562910847733')
      expect(told, step).toBe(step === 'sign-in' || step === 'cost-report')
    }
    for (const value of ['own', 'unknown', 'denied'])
      expect(fileFor('sign-in', {}, { proven: { 'sign-in bill-payer': value } })).toBe(
        fileFor('sign-in'),
      )
  })

  test.each(STEP_IDS)('for %s loads nothing, runs nothing and says who asks', (step) => {
    const file = fileFor(step, {}, { proven: { 'sign-in signed-in-as': 'dana.whitfield' } })
    expect(file).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:"`)
    expect(file).not.toMatch(/<(script|link|iframe|object|form)\b|@import|url\(|\ssrc=|\son\w+=/i)
    expect(file).toContain('dana.whitfield')
    expect(file).toContain('January 31, 2026 at 12:05 UTC')
    expect(file).toContain(ACCOUNT)
    expect(file).not.toContain('root@northwind.example')
    expect(file).not.toContain('⟨U+')
  })

  test('isolates a name that runs from right to left, but not inside a tag', () => {
    const name = 'شركة الشمال'
    expect(html`<td title="${name}">${name} (418207315602)</td>`.markup).toBe(
      `<td title="${name}"><bdi>${name}</bdi> (418207315602)</td>`,
    )
    const { html: file } = handOverFile(ENGLISH, 'stack', dataOf(name))
    expect(file).toContain(`<bdi>${name}</bdi>`)
    expect(file).not.toMatch(/<title>[^<]*<bdi>/)
  })

  test('escapes what has a meaning in HTML, and marks what cannot be seen', () => {
    expect(escapeText(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;')
    expect(escapeText('a\r\nb\tc\u0000\u202e\ud800')).toBe('a\nb\tc⟨U+0000⟩⟨U+202E⟩⟨U+D800⟩')
  })
})

test('carries the whole plan for whoever approves, and not to an MSP', () => {
  const carried = ENGLISH.words.planPaper.inRequest
  for (const step of STEP_IDS) expect(fileFor(step)).toContain(carried)
  const plan = { managedBy: 'msp' as const, mspAccountId: '' }
  for (const step of STEP_IDS)
    expect(fileFor(step, { plan }).includes(carried), step).toBe(step !== 'cost-report')
})

test('asks for the report with every setting, and needs nothing back', () => {
  const file = fileFor('cost-report')
  for (const text of [
    'https://console.aws.amazon.com/billing/home?#/reports',
    'Legacy CUR export',
    'Include resource IDs',
    'Refresh automatically',
    'Hourly',
    'Overwrite existing report',
    'Amazon Athena',
    `spot-eco-cur-${ACCOUNT}`,
    '4182-0731-5602',
    'us-east-1',
    'Nothing needs to be sent back',
  ])
    expect(file).toContain(text)
  expect(fileFor('cost-report', { byHand: true })).toContain('Please send this back')
})

test('has the bucket created first where its name is the account’s own, and names an ordinary one too', () => {
  const file = fileFor('cost-report')
  const order = [
    'https://us-east-1.console.aws.amazon.com/s3/bucket/create?region=us-east-1',
    'Account regional namespace',
    '<code>spot-eco-cur</code>',
    `spot-eco-cur-${ACCOUNT}-us-east-1-an`,
    'Legacy CUR export',
    `named spot-eco-cur-${ACCOUNT}.`,
  ].map((text) => file.indexOf(text))
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(order).not.toContain(-1)
})

test('asks with the names that were typed', () => {
  const reportDraft = {
    accountId: ACCOUNT,
    reportName: 'our-report',
    bucketName: 'our-bucket',
    prefix: 'finance',
    bucketIsNew: true,
  }
  const file = fileFor('cost-report', { reportDraft })
  expect(file).toContain('<code>our-report</code>')
  expect(file).toContain('<code>our-bucket</code>')
  expect(file).not.toContain('namespace')
})

test.each([{ bucketName: 'finance-*' }, { classicNamesOnly: true }])(
  'asks for no bucket that may not be used by what the organization has decided: %j',
  (decided) => {
    const bucketName = `our-bucket-${ACCOUNT}-us-east-1-an`
    const typed = { reportName: 'our-report', bucketName, prefix: 'cur', bucketIsNew: true }
    const asking = context({ reportDraft: { ...typed, accountId: ACCOUNT } })
    const managed = { ...NOT_MANAGED, ...decided }
    const { report } = gather({ ...asking, managed }, 'cost-report', GIVEN)
    expect(report).toMatchObject({ reportName: 'our-report', bucketIsNew: true })
    expect(report.bucketName).not.toBe(bucketName)
    expect(newBucketRefusal(managed, report.bucketName)).toBeNull()
  },
)

test.each([
  [false, 'empty only if you decide to go on without one'],
  [true, 'never empty, your organization requires one'],
])('says of an external ID that is not known yet: required %s', (externalIdRequired, words) => {
  const asking = { ...context(), managed: { ...NOT_MANAGED, externalIdRequired } }
  const { html } = handOverFile(ENGLISH, 'stack', gather(asking, 'stack', GIVEN))
  expect(html).toContain(words)
})

test('brings the template as it is, with every action and writing first', () => {
  for (const step of ['template', 'stack', 'sign-in'] as const) {
    const file = fileFor(step)
    const [, base64 = ''] =
      /download="eco-role.template.json" href="data:[^,]*,([^"]*)"/.exec(file) ?? []
    expect(Buffer.from(base64, 'base64').toString('utf8')).toBe(TEMPLATE)
    for (const { actions } of gather(context(), step, GIVEN).template.statements)
      for (const { text } of actions) expect(file).toContain(`<code>${text}</code>`)
    expect(file.indexOf('<code>s3:PutObject<')).toBeLessThan(file.indexOf('<code>savingsplans:'))
  }
})

test('says of every action what it may do, and by which data', () => {
  const file = fileFor('template')
  expect(file).toContain('<code>s3:PutObject</code> <span class="soft">writes</span>')
  expect(file).toContain('<code>ce:GetTags</code> <span class="soft">reads</span>')
  expect(file).toContain(
    '<code>s3:Get*</code> <span class="soft">reads · AWS may add more to this<',
  )
  expect(file).toMatch(/Service Authorization Reference, data of \d{4}-\d{2}-\d{2} \(version/)
})

test('tells what is missing, and the statement that would give it', () => {
  const preflight: Preflight = {
    kind: 'known',
    roleName: 'Billing',
    abilities: [
      {
        step: 'stack',
        missing: [{ action: 'iam:CreateRole', resource: '*', because: 'boundary' }],
        optional: [],
        statement: '{ "Action": "iam:CreateRole" }',
      },
    ],
  }
  const file = fileFor('stack', {}, { preflight })
  expect(file).toContain('<code>iam:CreateRole</code>')
  expect(file).toContain('A permissions boundary does not allow it')
  expect(file).toContain('{ &quot;Action&quot;: &quot;iam:CreateRole&quot; }')
  expect(fileFor('bucket', {}, { preflight })).not.toContain('iam:CreateRole')
})

test('shows the change of the policy that the app has read, else what the policy must contain', () => {
  const report = { accountId: ACCOUNT, name: 'r', bucket: 'our-bucket', prefix: 'p', definedAt: 0 }
  expect(fileFor('bucket', { report })).toContain('arn:aws:s3:::our-bucket/*')
  const status: Status = {
    kind: 'failed',
    error: { code: 'bucket-policy-missing', facts: { bucket: 'our-bucket' } },
    ask: {
      step: 'bucket',
      findings: [],
      repair: {
        diff: [
          { kind: 'same', text: '{' },
          { kind: 'removed', text: '"Statement": []' },
          { kind: 'added', text: '"Sid": "New"' },
          { kind: 'same', text: '}' },
        ],
        reviewed: 'x',
      },
      recreatable: false,
      file: null,
    },
  }
  const file = fileFor('bucket', { report }, { status })
  expect(file).toContain('<ins>+ &quot;Sid&quot;: &quot;New&quot;\n</ins>')
  expect(file).toContain('<pre>{\n&quot;Sid&quot;: &quot;New&quot;\n}</pre>')
  expect(file).toContain('What the app found')
})

test('an MSP’s customer is not asked for a report', () => {
  const plan = { managedBy: 'msp' as const, mspAccountId: '562910847733' }
  const file = fileFor('sign-in', { plan })
  expect(file).not.toContain('Legacy CUR export')
  expect(file).toContain('(the S3 bucket of the cost report)')
})

test('an MSP is asked for the report in a file of its own, and tells where it is', () => {
  const plan = { managedBy: 'msp' as const, mspAccountId: '562910847733' }
  const file = fileFor('cost-report', { plan })
  expect(file).toContain('Our managed service provider (MSP).')
  for (const { label, needed } of Object.values(ENGLISH.words.requirements))
    expect(file).toContain(`${label}: ${needed}`)
  for (const answer of ENGLISH.words.askMsp.request.answers)
    expect(file).toContain(`<li>${answer}</li>`)
  expect(file).toContain('Please send back your answer')
  expect(file).not.toContain('Permissions that were missing')
})

test('saves one file, and says where', async () => {
  const saved: [string, string, string][] = []
  const handOver = createHandOver({
    ...GIVEN,
    languageOf: () => Promise.resolve(ENGLISH),
    save: async (name, html, beside) => {
      saved.push([name, html, `${beside?.ending} ${beside?.text}`])
      return `/home/dana/${name}`
    },
  })
  expect(await handOver(context(), ['stack'], 'en')).toBe(
    `/home/dana/eco-connect-stack-${ACCOUNT}.html`,
  )
  expect(saved).toHaveLength(1)
  expect(saved[0]?.[2]).toContain('.ecoconnect {\n')
  expect(saved[0]?.[1]).toContain('Made by Eco Connect 1.2.3')
  const changedMind = createHandOver({
    ...GIVEN,
    languageOf: () => Promise.resolve(ENGLISH),
    save: () => Promise.resolve(null),
  })
  const nobody = context({ account: null })
  expect(await changedMind(nobody, ['plan'], 'en')).toBeNull()
})

test.each(STEP_IDS)('is written in the language of whoever is asked: %s', (step) => {
  const file = handOverFile(GERMAN, step, dataOf('Wert'))
  expect(file.html).toContain('<html lang="de-DE"')
  const own = file.html
    .replaceAll(/<style>.*?<\/style>/gs, '')
    // A console's own words, what Spot Support reads, and texts of templates.
    .replaceAll(/<(\w+)[^>]* lang="en"[^>]*>.*?<\/\1>/gs, '')
    .replaceAll(/<(pre|code)\b[^>]*>.*?<\/\1>|„[^“]*“|<[^>]*>/gs, ' ')
  expect(own.match(/\b(the|and|is|are|of|your|this|that|please)\b/g) ?? []).toEqual([])
})

describe('a request for several steps', () => {
  const STATEMENT = (sid: string, action: string): string =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Sid: sid, Effect: 'Allow', Action: [action], Resource: '*' }],
    })
  const ability = (step: StepId, action: string, statement: string) => ({
    step,
    missing: [{ action, resource: '*', because: 'not-allowed' as const }],
    optional: [],
    statement,
  })
  const abilities = [
    ability(
      'cost-report',
      'cur:PutReportDefinition',
      STATEMENT('Reports', 'cur:PutReportDefinition'),
    ),
    ability('bucket', 's3:GetObject', ''),
    ability(
      'stack',
      'cloudformation:CreateStack',
      STATEMENT('Stack', 'cloudformation:CreateStack'),
    ),
  ]

  test('holds every step once, in their order, and one policy with every statement', async () => {
    const saved: string[] = []
    const handOver = createHandOver({
      ...GIVEN,
      languageOf: () => Promise.resolve(ENGLISH),
      save: async (name, page, beside) => {
        saved.push(name, page, beside?.text ?? '')
        return name
      },
    })
    const preflight = { kind: 'known' as const, roleName: 'FinanceReader', abilities }
    const asking = context({}, { preflight })
    await handOver(asking, ['stack', 'cost-report', 'bucket'], 'en')
    const [name, page = '', data = ''] = saved
    expect(name).toBe(`eco-connect-request-${ACCOUNT}.html`)
    const { steps } = ENGLISH.words
    const titles = (['cost-report', 'bucket', 'stack'] as const).map(
      (id) => steps[id].request.title,
    )
    expect(
      [...page.matchAll(/<h2>Part \d of 3: ([^<]*)<\/h2>/g)].map(([, title]) => title),
    ).toEqual(titles.map((title) => html`${title}`.markup))
    const policies = [...page.matchAll(/<pre>(\{\n {2}&quot;Version[^<]*)<\/pre>/g)]
    expect(policies.filter(([, text]) => text?.includes('Reports'))).toHaveLength(1)
    expect(policies.filter(([, text]) => text?.includes('Stack'))).toHaveLength(1)
    expect(policies.find(([, text]) => text?.includes('Reports'))?.[1]).toContain('CreateStack')
    expect(parseHandOver(data, name ?? '').steps).toEqual(['cost-report', 'bucket', 'stack'])
  })

  test('lets no text break out of its place either', () => {
    const asked = (text: string) =>
      requestForAll(
        ENGLISH,
        STEP_IDS.map((step) => ({ step, data: { ...dataOf(text), ability: null } })),
      ).html
    expect(skeletonOf(asked('</h2><script>x</script>'))).toBe(skeletonOf(asked('plain')))
  })
})
