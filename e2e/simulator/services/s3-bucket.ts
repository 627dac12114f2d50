import { AwsError } from '../aws-error.ts'
import { denied } from '../access/caller.ts'
import { evaluate, parsePolicy } from '../access/policy.ts'
import type { Bucket, World } from '../world.ts'
import type { SignedCall } from './operation.ts'

const noSuchBucket = (name: string): AwsError =>
  new AwsError('NoSuchBucket', 'The specified bucket does not exist', {
    details: { BucketName: name },
  })

const accessDenied = (): AwsError => new AwsError('AccessDenied', 'Access Denied')

const elsewhere = (bucket: Bucket): AwsError =>
  new AwsError(
    'PermanentRedirect',
    'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.',
    {
      headers: { 'x-amz-bucket-region': bucket.region },
      details: {
        Endpoint: `${bucket.name}.s3.${bucket.region}.amazonaws.com`,
        Bucket: bucket.name,
      },
    },
  )

const policyDenies = (
  bucket: Bucket,
  call: SignedCall,
  action: string,
  resource: string,
): boolean => {
  if (bucket.policy === undefined) return false
  const { decision } = evaluate([{ source: bucket.name, document: parsePolicy(bucket.policy) }], {
    action,
    resource,
    context: { 'aws:SecureTransport': 'true', 'aws:PrincipalAccount': call.account.id },
    principal: { type: 'AWS', id: call.caller.arn },
  })
  return decision === 'explicitDeny'
}

/**
 * The bucket, if the caller may do this with it. In S3's order: does it exist, is it here, is it
 * the expected owner's, may the caller. Only the location can be read from another region.
 */
export const openBucket = (
  call: SignedCall,
  action: string,
  input: { Bucket: string; Key?: string | undefined; ExpectedBucketOwner?: string | undefined },
): Bucket => {
  const bucket = call.world.buckets.get(input.Bucket)
  if (bucket === undefined) throw noSuchBucket(input.Bucket)
  if (bucket.region !== call.region && action !== 's3:GetBucketLocation') throw elsewhere(bucket)
  const { ExpectedBucketOwner: expected } = input
  if (expected !== undefined && expected !== bucket.owner) throw accessDenied()
  if (bucket.owner !== call.account.id) throw accessDenied()
  const arn = `arn:aws:s3:::${bucket.name}`
  const resource = input.Key === undefined ? arn : `${arn}/${input.Key}`
  call.authorise(action, resource, { 'aws:ResourceAccount': bucket.owner })
  if (policyDenies(bucket, call, action, resource)) {
    const { caller } = call
    throw denied('restXml', { kind: 'resource-policy', caller, action, resource })
  }
  return bucket
}

/** S3's rules for bucket names. Source: S3 User Guide, "General purpose bucket naming rules". */
export const isBucketName = (name: string): boolean =>
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
  !name.includes('..') &&
  !/^\d+\.\d+\.\d+\.\d+$/.test(name) &&
  !/^(xn--|sthree-|amzn-s3-demo-)/.test(name) &&
  !/(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)

/** Names that only their own account can ever create. Source: S3 User Guide, "Namespaces for general purpose buckets". */
export const isAccountRegional = (name: string): boolean => name.endsWith('-an')

/**
 * Whether AWS's report delivery may write these objects, by the bucket's policy. It asks for what AWS itself
 * allows where it makes the policy. Source: Data Exports User Guide, "Setting up an Amazon S3 bucket".
 */
export const letsReportsIn = (
  bucket: Bucket,
  accountId: string,
  keys: readonly string[] = ['aws-programmatic-access-test-object'],
): boolean => {
  if (bucket.policy === undefined) return false
  const document = parsePolicy(bucket.policy)
  const arn = `arn:aws:s3:::${bucket.name}`
  const needs: [string, string][] = [
    ['s3:GetBucketPolicy', arn],
    ...keys.map((key): [string, string] => ['s3:PutObject', `${arn}/${key}`]),
  ]
  return needs.every(([action, resource]) => {
    const { decision } = evaluate([{ source: bucket.name, document }], {
      action,
      resource,
      context: {
        'aws:SourceAccount': accountId,
        'aws:SourceArn': `arn:aws:cur:us-east-1:${accountId}:definition/*`,
        'aws:SecureTransport': 'true',
        'aws:ResourceAccount': bucket.owner,
        'aws:RequestedRegion': bucket.region,
        'aws:PrincipalIsAWSService': 'true',
        'aws:PrincipalServiceName': 'billingreports.amazonaws.com',
        'aws:PrincipalServiceNamesList': ['billingreports.amazonaws.com'],
        'aws:ViaAWSService': 'false',
      },
      principal: { type: 'Service', id: 'billingreports.amazonaws.com' },
    })
    return decision === 'allowed'
  })
}

/** Buckets of one account, by name, as `ListBuckets` gives them. */
export const bucketsOf = (world: World, accountId: string): Bucket[] =>
  [...world.buckets.values()]
    .filter((bucket) => bucket.owner === accountId)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
