import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import { newBucket } from '../world.ts'
import type { Operation, SignedCall } from './operation.ts'
import { isAccountRegional, isBucketName } from './s3-bucket.ts'

const ownedAlready = (name: string, accountId: string, owner: string): AwsError =>
  owner === accountId
    ? new AwsError(
        'BucketAlreadyOwnedByYou',
        'Your previous request to create the named bucket succeeded and you already own it.',
        { status: 409, details: { BucketName: name } },
      )
    : new AwsError(
        'BucketAlreadyExists',
        'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
        { status: 409, details: { BucketName: name } },
      )

const input = z.object({
  Bucket: z.string(),
  BucketNamespace: z.string().optional(),
  CreateBucketConfiguration: z
    .object({
      LocationConstraint: z.string().optional(),
      Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]),
    })
    .optional(),
  ObjectOwnership: z
    .enum(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter'])
    .default('BucketOwnerEnforced'),
})
type Input = z.infer<typeof input>

const REGIONAL = 'account-regional'

/** A name for everybody, or one that carries the account and the region and belongs to them. */
const checkNamespace = (asked: Input, call: SignedCall): void => {
  const { Bucket: name, BucketNamespace, CreateBucketConfiguration } = asked
  if (BucketNamespace !== undefined && ![REGIONAL, 'global'].includes(BucketNamespace))
    throw new AwsError('InvalidArgument', 'Invalid value for x-amz-bucket-namespace')
  if (BucketNamespace === undefined && isAccountRegional(name))
    throw new AwsError(
      'MissingNamespaceHeader',
      'The requested bucket name is in an account regional namespace, but the request has no x-amz-bucket-namespace header.',
      { details: { BucketName: name } },
    )
  const region = CreateBucketConfiguration?.LocationConstraint ?? call.region
  const suffix = `-${call.account.id}-${region}-an`
  const own = name.endsWith(suffix) && name.length > suffix.length
  if (BucketNamespace === REGIONAL ? own : !isAccountRegional(name)) return
  throw new AwsError(
    'InvalidBucketNamespace',
    `A bucket in the account regional namespace must have a name that ends with ${suffix}`,
    { details: { BucketName: name } },
  )
}

const checkLocation = (location: string | undefined, region: string): string => {
  if (location === 'us-east-1')
    throw new AwsError(
      'InvalidLocationConstraint',
      'The specified location-constraint is not valid',
    )
  const wanted = location ?? 'us-east-1'
  if (wanted !== region && region !== 'us-east-1')
    throw new AwsError(
      'IllegalLocationConstraintException',
      `The ${location ?? 'unspecified'} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    )
  return wanted
}

/** Tags need a permission of their own, and are there from the bucket's first moment. */
const authorise = (asked: Input, tags: Record<string, string>, call: SignedCall): void => {
  const arn = `arn:aws:s3:::${asked.Bucket}`
  const keys = Object.keys(tags)
  const context = {
    ...(asked.BucketNamespace !== undefined && {
      's3:x-amz-bucket-namespace': asked.BucketNamespace,
    }),
    ...Object.fromEntries(keys.map((key) => [`aws:RequestTag/${key}`, tags[key] ?? ''])),
    ...(keys.length > 0 && { 'aws:TagKeys': keys }),
  }
  call.authorise('s3:CreateBucket', arn, context)
  if (keys.length > 0) call.authorise('s3:TagResource', arn, context)
}

export const createBucket: Operation = {
  action: 's3:CreateBucket',
  run(raw, call) {
    const asked = input.parse(raw)
    const { Bucket: name, CreateBucketConfiguration: configuration } = asked
    const { world, account, now } = call
    const tags = Object.fromEntries(
      (configuration?.Tags ?? []).map(({ Key, Value }) => [Key, Value]),
    )
    authorise(asked, tags, call)
    if (!isBucketName(name))
      throw new AwsError('InvalidBucketName', 'The specified bucket is not valid.', {
        details: { BucketName: name },
      })
    checkNamespace(asked, call)
    const region = checkLocation(configuration?.LocationConstraint, call.region)
    const existing = world.buckets.get(name)
    if (existing !== undefined) {
      // us-east-1 alone answers 200 when its owner creates a bucket again.
      const again = existing.owner === account.id && existing.region === 'us-east-1'
      if (again && region === 'us-east-1') return { Location: `/${name}` }
      throw ownedAlready(name, account.id, existing.owner)
    }
    const { ObjectOwnership: ownership } = asked
    world.buckets.set(
      name,
      newBucket({ name, owner: account.id, region, created: now, ownership, tags }),
    )
    return { Location: `/${name}` }
  },
}
