import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recognised, type PastedField, type PastedKind } from './pasted.ts'

const ROLE = 'arn:aws:iam::418207315602:role/spot/SpotByNetApp'
const STACK =
  'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/outputs?filteringText=&stackId=arn%3Aaws%3Acloudformation%3Aus-east-1%3A418207315602%3Astack%2FSpotEcoConnect%2F1a2b'
const OBJECT =
  'https://us-east-1.console.aws.amazon.com/s3/object/acme-reports?region=us-east-1&bucketType=general&prefix=eco/spot-eco/a.parquet'
const FOLDER =
  'https://us-east-1.console.aws.amazon.com/s3/buckets/acme-reports?region=us-east-1&prefix=eco/&showversions=false'
const SESSION =
  'https://418207315602-2mktx2ab.us-east-1.console.aws.amazon.com/console/home?region=us-east-1#'
const SHORTCUT =
  'https://acme.awsapps.com/start/#/console?account_id=418207315602&role_name=Billing'

/** What is pasted where, what it is, and what is offered; '' for nothing. */
const CASES: readonly (readonly [PastedField, string, PastedKind, string])[] = [
  ['portal', 'https://console.aws.amazon.com/console/home?region=us-east-1', 'console-page', ''],
  ['portal', 'https://acme.signin.aws.amazon.com/console', 'sign-in-page', ''],
  ['portal', 'acme.signin.aws.amazon.com/console', 'sign-in-page', ''],
  ['portal', 'https://us-east-1.signin.aws/platform/login', 'sign-in-page', ''],
  ['portal', 'Dana Levi <dana.levi@acme.example>', 'email', ''],
  ['portal', ROLE, 'role-arn', ''],
  ['region', 'https://acme.awsapps.com/start', 'portal', ''],

  ['account', 'https://418207315602.signin.aws.amazon.com/console', 'sign-in-page', '418207315602'],
  ['account', 'https://acme.signin.aws.amazon.com/console/', 'sign-in-page', ''],
  ['account', 'mailto:billing@acme.example', 'email', ''],
  ['account', SESSION, 'console-page', '418207315602'],
  ['account', SHORTCUT, 'portal', '418207315602'],
  ['account', STACK, 'stack-page', '418207315602'],
  ['account', `Role: ${ROLE}`, 'role-arn', '418207315602'],
  [
    'account',
    'https://signin.aws.amazon.com/switchrole?roleName=Billing&account=418207315602',
    'switch-role',
    '418207315602',
  ],
  [
    'account',
    'https://signin.aws.amazon.com/switchrole?roleName=Billing&account=acme',
    'switch-role',
    '',
  ],

  ['bucket', FOLDER, 'bucket-page', 'acme-reports'],
  ['bucket', OBJECT, 'bucket-page', 'acme-reports'],
  [
    'bucket',
    'https://s3.console.aws.amazon.com/s3/buckets/acme-reports/eco/?region=us-east-1',
    'bucket-page',
    'acme-reports',
  ],
  ['bucket', 'https://s3.console.aws.amazon.com/s3/home?region=us-east-1', 'console-page', ''],
  ['bucket', 's3://acme-reports/eco/', 'bucket-address', 'acme-reports'],
  [
    'bucket',
    'https://acme.reports.s3.us-east-1.amazonaws.com/eco/',
    'bucket-address',
    'acme.reports',
  ],
  ['bucket', 'https://s3.amazonaws.com/acme-reports/eco/a', 'bucket-address', 'acme-reports'],
  ['bucket', 'arn:aws:s3:::acme-reports/*', 'bucket-arn', 'acme-reports'],
  // An access point has a name of its own.
  ['bucket', 'arn:aws:s3:us-east-1:418207315602:accesspoint/eco', 'arn', ''],
  ['bucket', 'https://eco-418207315602.s3-accesspoint.us-east-1.amazonaws.com', 'web-page', ''],
  ['bucket', 'dana.levi@acme.example', 'email', ''],
  // A new bucket cannot have the name of one that there is.
  ['new-bucket', FOLDER, 'bucket-page', ''],
  ['prefix', FOLDER, 'bucket-page', 'eco'],
  // Which of the folders is the report's prefix would be a guess.
  ['prefix', OBJECT, 'bucket-page', ''],
  ['prefix', 's3://acme-reports/eco/spot-eco/', 'bucket-address', ''],

  [
    'role-arn',
    'https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1#/roles/details/SpotByNetApp?section=permissions',
    'role-page',
    '',
  ],
  ['role-arn', STACK, 'stack-page', ''],
  ['role-arn', 'arn:aws:sts::418207315602:assumed-role/SpotByNetApp/dana', 'session-arn', ''],
  ['role-arn', 'arn:aws:iam::418207315602:policy/Spot', 'arn', ''],
  [
    'role-arn',
    'arn:aws:cloudformation:us-east-1:418207315602:stack/SpotEcoConnect/1a2b',
    'stack-arn',
    '',
  ],
  ['role-arn', `RoleArn\t${ROLE}`, 'role-arn', ROLE],
  ['external-id', ROLE, 'role-arn', ''],

  ['spot-organization', 'https://console.spotinst.com/settings/organization', 'spot-page', ''],
  ['spot-organization', 'act-3f9c1d27', 'spot-account', ''],
  ['spot-token', 'act-3f9c1d27', 'spot-account', ''],
  ['spot-token', 'https://console.spotinst.com', 'spot-page', ''],
  ['key', SHORTCUT, 'portal', ''],
  ['name', 'https://acme.example/wiki', 'web-page', ''],

  // Copied without its scheme, as some browsers do.
  ['portal', 'acme.signin.aws.amazon.com', 'sign-in-page', ''],
  ['account', '418207315602.signin.aws.amazon.com', 'sign-in-page', '418207315602'],
  ['bucket', 'acme-reports.s3.us-east-1.amazonaws.com', 'bucket-address', 'acme-reports'],
  ['region', 'acme.awsapps.com', 'portal', ''],
  // Out of a letter, or of a list of outputs.
  ['bucket', 'dana@acme.example wrote: s3://acme-reports/eco/', 'bucket-address', 'acme-reports'],
  ['role-arn', `Dana <dana@acme.example>, role ${ROLE}`, 'role-arn', ROLE],
  ['role-arn', `RoleArn=${ROLE}`, 'role-arn', ROLE],
  ['role-arn', encodeURIComponent(ROLE), 'role-arn', ROLE],
  [
    'portal',
    'Your portal: https://acme.awsapps.com/start/ User name: dana@acme.example',
    'portal',
    'https://acme.awsapps.com/start',
  ],
  ['region', 'https://ssoins-1a2b.portal.eu-central-1.app.aws/', 'portal', 'eu-central-1'],
  ['region', 'd-1a2b.us-west-2.portal.amazonaws.com', 'portal', 'us-west-2'],
  // Of two, nobody knows which one is meant.
  ['bucket', 's3://acme-reports and s3://acme-logs', 'bucket-address', ''],
  ['bucket', 's3://acme-reports/a s3://acme-reports/b', 'bucket-address', 'acme-reports'],
]

test.each(CASES)('in the field for %s, %s is a %s', (field, text, kind, value) => {
  expect(recognised(field, text)).toEqual({ kind, value })
  // However it was copied.
  expect(recognised(field, `  “${text}” `)).toEqual({ kind, value })
})

describe('says nothing of', () => {
  test.each<[PastedField, string]>([
    ['portal', ''],
    ['portal', 'https://acme.awsapps.com/start#/'],
    ['portal', 'https://d-1234567890.portal.us-east-1.app.aws/'],
    ['portal', 'acme.awsapps.com/start'],
    ['portal', 'acme.awsapps.com'],
    ['portal', 'https://aws.acme.example/'],
    ['account', '4182-0731-5602'],
    ['bucket', 'acme-reports'],
    ['bucket', 'www.acme.example'],
    ['prefix', 'eco'],
    ['role-arn', ` ${ROLE}`],
    ['role-arn', `"${ROLE}"`],
    ['key', 'sso_start_url = https://acme.awsapps.com/start\naws_access_key_id = ASIA'],
    ['external-id', 'spotinst:aws:extid:1a2b3c'],
    ['spot-organization', '606079870158'],
    ['name', 'Costs of 2026, all accounts'],
  ])('a right value for %s: %s', (field, text) => {
    expect(recognised(field, text)).toBeNull()
  })
})

/** Percent-encoding undone where it is one, as a browser's address line shows it. */
const decoded = (text: string): string =>
  text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run)
    } catch {
      return run
    }
  })

test('what is offered stands in the text, and is taken without a further question', () => {
  const fields: readonly PastedField[] = ['account', 'bucket', 'prefix', 'role-arn']
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.oneof(
        fc.constantFrom(...CASES.map(([, text]) => text)),
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string(),
      ),
      (field, text) => {
        const value = recognised(field, text)?.value ?? ''
        expect(decoded(text)).toContain(value)
        if (value !== '') expect(recognised(field, value)).toBeNull()
      },
    ),
  )
})
