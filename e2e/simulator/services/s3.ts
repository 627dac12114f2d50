import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import { denied } from '../access/caller.ts'
import { parsePolicy } from '../access/policy.ts'
import type { Bucket } from '../world.ts'
import { signedOperation } from './operation.ts'
import type { Operation, SignedCall } from './operation.ts'
import { bucketsOf, openBucket } from './s3-bucket.ts'
import { createBucket } from './s3-creation.ts'
import { s3Objects } from './s3-objects.ts'

const named = z.object({ Bucket: z.string(), ExpectedBucketOwner: z.string().optional() })

/** An operation on an existing bucket; the permission is checked once the bucket is found. */
const onBucket = <T extends z.infer<typeof named>>(
  action: string,
  input: z.ZodType<T>,
  run: (bucket: Bucket, input: T, call: SignedCall) => Record<string, unknown> | undefined,
): Operation => ({
  action,
  run(raw, call) {
    const parsed = input.parse(raw)
    return run(openBucket(call, action, parsed), parsed, call)
  },
})

const tagSet = z.array(z.object({ Key: z.string(), Value: z.string() }))
const flag = z.boolean().default(false)

const malformed = (reason: string): AwsError => new AwsError('MalformedPolicy', reason)

const readBucketPolicy = (text: string, bucket: Bucket): void => {
  let document
  try {
    document = parsePolicy(text)
  } catch {
    throw malformed("Policies must be valid JSON and the first byte must be '{'")
  }
  const arn = `arn:aws:s3:::${bucket.name}`
  for (const statement of document.Statement) {
    if (statement.Principal === undefined && statement.NotPrincipal === undefined)
      throw malformed('Missing required field Principal')
    const resources = [statement.Resource ?? statement.NotResource ?? []].flat()
    const foreign = resources.some((one) => one !== arn && !one.startsWith(`${arn}/`))
    if (foreign || resources.length === 0) throw malformed('Policy has invalid resource')
  }
}

/**
 * Whether a statement lets everybody in, without any condition.
 * Source: S3 User Guide, "The meaning of 'public'", without what it says of conditions.
 */
const isPublic = (policy: string): boolean =>
  parsePolicy(policy).Statement.some(({ Effect, Principal, Condition }) => {
    const everybody = Principal === '*' || [Principal?.['AWS'] ?? []].flat().includes('*')
    return Effect === 'Allow' && everybody && Condition === undefined
  })

export const s3: Record<string, Operation> = {
  ...s3Objects,

  CreateBucket: createBucket,

  ListBuckets: signedOperation({
    action: 's3:ListAllMyBuckets',
    input: z.object({
      Prefix: z.string().default(''),
      BucketRegion: z.string().optional(),
      MaxBuckets: z.number().default(10_000),
      ContinuationToken: z.string().default(''),
    }),
    run({ Prefix, BucketRegion, MaxBuckets, ContinuationToken }, { world, account }) {
      const found = bucketsOf(world, account.id).filter(
        ({ name, region }) =>
          name.startsWith(Prefix) &&
          name > ContinuationToken &&
          (BucketRegion ?? region) === region,
      )
      const shown = found.slice(0, MaxBuckets)
      const last = shown.at(-1)
      return {
        Owner: { ID: createHash('sha256').update(account.id).digest('hex') },
        Buckets: shown.map(({ name, region, created }) => ({
          Name: name,
          CreationDate: new Date(created),
          BucketRegion: region,
        })),
        ...(found.length > shown.length && last && { ContinuationToken: last.name }),
      }
    },
  }),

  HeadBucket: onBucket('s3:ListBucket', named, (bucket) => ({ BucketRegion: bucket.region })),

  DeleteBucket: onBucket('s3:DeleteBucket', named, (bucket, _input, { world }) => {
    if (bucket.objects.size > 0)
      throw new AwsError('BucketNotEmpty', 'The bucket you tried to delete is not empty', {
        details: { BucketName: bucket.name },
      })
    world.buckets.delete(bucket.name)
    return undefined
  }),

  // us-east-1 is the empty constraint, for historical reasons.
  GetBucketLocation: onBucket('s3:GetBucketLocation', named, ({ region }) =>
    region === 'us-east-1' ? {} : { LocationConstraint: region },
  ),

  GetBucketPolicy: onBucket('s3:GetBucketPolicy', named, ({ policy, name }) => {
    if (policy === undefined)
      throw new AwsError('NoSuchBucketPolicy', 'The bucket policy does not exist', {
        details: { BucketName: name },
      })
    return { Policy: policy }
  }),

  PutBucketPolicy: onBucket(
    's3:PutBucketPolicy',
    named.extend({ Policy: z.string() }),
    (bucket, { Policy }, { caller }) => {
      readBucketPolicy(Policy, bucket)
      if (bucket.publicAccessBlock?.BlockPublicPolicy && isPublic(Policy)) {
        const about = { action: 's3:PutBucketPolicy', resource: `arn:aws:s3:::${bucket.name}` }
        throw denied('restXml', { kind: 'public-policy', caller, ...about })
      }
      bucket.policy = Policy
      return undefined
    },
  ),

  GetPublicAccessBlock: onBucket('s3:GetBucketPublicAccessBlock', named, (bucket) => {
    if (bucket.publicAccessBlock === undefined)
      throw new AwsError(
        'NoSuchPublicAccessBlockConfiguration',
        'The public access block configuration was not found',
        { details: { BucketName: bucket.name } },
      )
    return { PublicAccessBlockConfiguration: bucket.publicAccessBlock }
  }),

  PutPublicAccessBlock: onBucket(
    's3:PutBucketPublicAccessBlock',
    named.extend({
      PublicAccessBlockConfiguration: z.object({
        BlockPublicAcls: flag,
        IgnorePublicAcls: flag,
        BlockPublicPolicy: flag,
        RestrictPublicBuckets: flag,
      }),
    }),
    (bucket, { PublicAccessBlockConfiguration }) => {
      bucket.publicAccessBlock = PublicAccessBlockConfiguration
      return undefined
    },
  ),

  GetBucketEncryption: onBucket('s3:GetEncryptionConfiguration', named, (bucket) => {
    const { encryption } = bucket
    if (encryption === undefined)
      throw new AwsError(
        'ServerSideEncryptionConfigurationNotFoundError',
        'The server side encryption configuration was not found',
        { details: { BucketName: bucket.name } },
      )
    const { algorithm, kmsKeyId, bucketKey = false } = encryption
    return {
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: {
              SSEAlgorithm: algorithm,
              ...(kmsKeyId !== undefined && { KMSMasterKeyID: kmsKeyId }),
            },
            BucketKeyEnabled: bucketKey,
          },
        ],
      },
    }
  }),

  PutBucketEncryption: onBucket(
    's3:PutEncryptionConfiguration',
    named.extend({
      ServerSideEncryptionConfiguration: z.object({
        Rules: z.array(
          z.object({
            ApplyServerSideEncryptionByDefault: z.object({
              SSEAlgorithm: z.enum(['AES256', 'aws:kms', 'aws:kms:dsse']),
              KMSMasterKeyID: z.string().optional(),
            }),
            BucketKeyEnabled: z.boolean().default(false),
          }),
        ),
      }),
    }),
    (bucket, { ServerSideEncryptionConfiguration: { Rules } }) => {
      const [rule] = Rules
      if (rule === undefined) throw new AwsError('InvalidArgument', 'At least one rule is needed')
      const { SSEAlgorithm, KMSMasterKeyID } = rule.ApplyServerSideEncryptionByDefault
      bucket.encryption = {
        algorithm: SSEAlgorithm,
        bucketKey: rule.BucketKeyEnabled,
        ...(KMSMasterKeyID !== undefined && { kmsKeyId: KMSMasterKeyID }),
      }
      return undefined
    },
  ),

  GetBucketNotificationConfiguration: onBucket(
    's3:GetBucketNotification',
    named,
    (bucket) => bucket.notifications,
  ),

  GetBucketOwnershipControls: onBucket('s3:GetBucketOwnershipControls', named, ({ ownership }) => ({
    OwnershipControls: { Rules: [{ ObjectOwnership: ownership }] },
  })),

  GetBucketTagging: onBucket('s3:GetBucketTagging', named, ({ tags, name }) => {
    const entries = Object.entries(tags)
    if (entries.length === 0)
      throw new AwsError('NoSuchTagSet', 'The TagSet does not exist', {
        details: { BucketName: name },
      })
    return { TagSet: entries.map(([Key, Value]) => ({ Key, Value })) }
  }),

  PutBucketTagging: onBucket(
    's3:PutBucketTagging',
    named.extend({ Tagging: z.object({ TagSet: tagSet }) }),
    (bucket, { Tagging }) => {
      if (bucket.abac)
        throw new AwsError(
          'MethodNotAllowed',
          'The specified method is not allowed against this resource.',
        )
      bucket.tags = Object.fromEntries(Tagging.TagSet.map(({ Key, Value }) => [Key, Value]))
      return undefined
    },
  ),
}
