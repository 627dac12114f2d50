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
  fc.constantFrom(ARN, `${ARN}/*`, `${ARN}*`, `${ARN}/logs/*`, 'arn:aws:s3:::our-report?'),
)
const condition = fc.dictionary(
  fc.constantFrom('StringEquals', 'StringNotEquals', 'Bool', 'ArnLike', 'Null', 'IpAddress', 'X'),
  fc.dictionary(
    fc.constantFrom('aws:SourceAccount', 'aws:SecureTransport', 'aws:SourceArn', 's3:x-amz-acl'),
    oneOrMore(fc.oneof(fc.constantFrom(ACCOUNT, 'true', 'false', '*'), fc.boolean())),
    { maxKeys: 2 },
  ),
  { maxKeys: 2 },
)
const unknown = fc.dictionary(
  fc.stringMatching(/^x-[a-z]{1,5}$/),
  fc.oneof(fc.string(), fc.integer()),
  { maxKeys: 2 },
)
const statement = fc
  .tuple(
    fc.record({ Effect: fc.constantFrom('Allow', 'Deny') }),
    fc.record(
      { Sid: fc.oneof(fc.string(), fc.constant('EcoConnectReportBucket')), Condition: condition },
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
/** Policies of the bucket `our-reports`, in every form that IAM takes. */
export const policy = fc
  .tuple(
    fc.oneof(fc.array(statement, { maxLength: 4 }), statement),
    fc.record(
      { Version: fc.constantFrom('2012-10-17', '2008-10-17'), Id: fc.string() },
      { requiredKeys: [] },
    ),
    unknown,
  )
  .map(([Statement, known, others]) => ({ ...others, ...known, Statement }))
