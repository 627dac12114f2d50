import fc from 'fast-check'

const ACCOUNT = '418207315602'
const ARN = 'arn:aws:s3:::our-reports'

const oneOrMore = <T>(item: fc.Arbitrary<T>) =>
  fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }))
const principal = fc.oneof(
  fc.constant('*'),
  fc.record({ AWS: oneOrMore(fc.constantFrom('*', 'arn:aws:iam::111122223333:root')) }),
  fc.record({ Service: oneOrMore(fc.constantFrom('billingreports.amazonaws.com', 'logs.aws')) }),
  fc.record({ Federated: fc.string() }),
)
const action = oneOrMore(
  fc.constantFrom('s3:*', 's3:PutObject', 's3:Get*', 'S3:getbucketacl', 's3:GetBucketPolicy'),
)
const resource = oneOrMore(
  fc.constantFrom(
    ARN,
    `${ARN}/*`,
    `${ARN}*`,
    `${ARN}/logs/*`,
    'arn:aws:s3:::our-report?',
    // A variable stands after the fifth colon only: S3 refuses a policy with one before it.
    'arn:aws:s3:::${aws:PrincipalTag/x}/*',
    "arn:aws:s3:::${aws:userid, 'our-reports'}*",
  ),
)
const SOURCE = `arn:aws:cur:us-east-1:${ACCOUNT}:definition`
const value = fc.constantFrom(
  ACCOUNT,
  'true',
  'false',
  '*',
  'billingreports.amazonaws.com',
  `${SOURCE}/*`,
  'arn:aws:cur:*',
  `arn:*:*:*:${ACCOUNT}:*`,
  `${SOURCE}*`,
  '${aws:ResourceAccount}',
  '${AWS:sourceaccount}',
  '${aws:userid}',
  "${aws:userid, 'true'}",
  'arn:aws:cur:us-east-1:${aws:SourceAccount}:definition/${*}',
)
const wanted = oneOrMore(fc.oneof(value, fc.boolean()))
const condition = (operators: fc.Arbitrary<string>, keys: readonly string[]) =>
  fc.dictionary(operators, fc.dictionary(fc.constantFrom(...keys), wanted, { maxKeys: 2 }), {
    maxKeys: 2,
  })
const operator = fc
  .tuple(
    fc.constantFrom('', 'ForAnyValue:', 'ForAllValues:'),
    fc
      .constantFrom('StringEquals', 'StringLike', 'ArnLike', 'Bool', 'Null')
      .chain((positive) => fc.constantFrom(positive, positive.replace(/^(String|Arn)/, '$1Not'))),
    fc.constantFrom('', 'IfExists'),
  )
  .map(([set, name, suffix]) => `${set}${name}${name === 'Null' ? '' : suffix}`)
type Conditions = Readonly<
  Record<string, Readonly<Record<string, string | boolean | readonly (string | boolean)[]>>>
>
/** What AWS tells of a delivery. */
const CARRIED = ['aws:SourceAccount', 'aws:SecureTransport', 'aws:SourceArn', 'aws:viaAWSService']
/** What it tells of one with several values at once. */
const SEVERAL = 'aws:PrincipalServiceNamesList'
/** What it never tells of one. */
export const NOT_CARRIED = [
  'aws:PrincipalOrgPaths',
  'aws:PrincipalTag/team',
  'aws:RequestTag/team',
  'aws:CalledVia',
  'aws:TagKeys',
  'aws:SourceVpce',
  'aws:userid',
  'sts:RoleSessionName',
]
const unknown = fc.dictionary(
  fc.stringMatching(/^x-[a-z]{1,5}$/),
  fc.oneof(fc.string(), fc.integer()),
  { maxKeys: 2 },
)
const statement = (conditions: ReturnType<typeof condition>) =>
  fc
    .tuple(
      fc.record({ Effect: fc.constantFrom('Allow', 'Deny') }),
      fc.record(
        {
          Sid: fc.oneof(fc.string(), fc.constant('EcoConnectReportBucket')),
          Condition: conditions,
        },
        { requiredKeys: [] },
      ),
      fc.oneof(fc.record({ Principal: principal }), fc.record({ NotPrincipal: principal })),
      fc.oneof(fc.record({ Action: action }), fc.record({ NotAction: action })),
      fc.oneof(fc.record({ Resource: resource }), fc.record({ NotResource: resource })),
      unknown,
    )
    .map(([effect, known, whom, what, where, others]) => ({
      ...others,
      ...where,
      ...what,
      ...whom,
      ...known,
      ...effect,
    }))
const policyOf = (conditions: ReturnType<typeof condition>) =>
  fc
    .tuple(
      fc.oneof(fc.array(statement(conditions), { maxLength: 4 }), statement(conditions)),
      fc.record(
        { Version: fc.constantFrom('2012-10-17', '2008-10-17'), Id: fc.string() },
        { requiredKeys: [] },
      ),
      unknown,
    )
    .map(([Statement, known, others]) => ({ ...others, ...known, Statement }))

/** Policies of the bucket `our-reports`, in every form that IAM takes. */
export const policy = policyOf(
  condition(fc.oneof(operator, fc.constantFrom('IpAddress', 'X')), [
    ...CARRIED,
    ...NOT_CARRIED,
    's3:x-amz-acl',
  ]),
)
/** The same, with conditions of which everything is known beforehand but what `isUndocumented` says. */
export const hardlyForeseeablePolicy = policyOf(
  condition(operator, [...CARRIED, SEVERAL, ...NOT_CARRIED]),
)
export const foreseeablePolicy = hardlyForeseeablePolicy.filter(
  ({ Statement }) =>
    !/\$\{aws:(PrincipalTag\/x|userid)\}/.test(JSON.stringify(Statement)) &&
    ![Statement].flat().some(isUndocumented),
)

/** Whether AWS leaves open what it makes of a condition: several values, or being unlike what is no ARN. */
function isUndocumented({ Condition }: { readonly Condition?: Conditions }): boolean {
  return Object.entries(Condition ?? {}).some(([name, block]) =>
    Object.entries(block).some(
      ([key, wanted]) =>
        (key === SEVERAL && !name.startsWith('For') && name !== 'Null') ||
        (/ArnNot/.test(name) && [wanted].flat().some((one) => !String(one).startsWith('arn:'))),
    ),
  )
}
