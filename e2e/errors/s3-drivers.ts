import { createBuckets } from '../../electron/aws/s3/buckets.ts'
import type { BucketFacts } from '../../electron/aws/s3/buckets.ts'
import { createDeliveries } from '../../electron/aws/s3/deliveries.ts'
import { createReportFiles } from '../../electron/aws/s3/report-file.ts'
import { createRemoval } from '../../electron/aws/removal/removal.ts'
import { denialMessage } from '../simulator/access/denial.ts'
import type { Driver, Drivers } from './drivers.ts'
import { OWNER, PAYER } from './stage.ts'

/** A bucket of the payer's that reports may not be delivered to yet. */
const BUCKET = 'northwind-billing-archive'

const reading =
  (part: (facts: BucketFacts) => unknown): Driver =>
  async ({ access }) =>
    part(await createBuckets(access).read(BUCKET, PAYER))

const preparingNew: Driver = ({ access, unused }) =>
  createBuckets(access).prepare(unused('spot-eco-cur'), PAYER)

/** S3 makes no bucket when its tags are denied, and the app then asks for one without any. */
const withoutTags: Driver = (stage) => {
  stage.simulator.inject({
    kind: 'error',
    service: 's3',
    operation: 'CreateBucket',
    code: 'AccessDenied',
    message: denialMessage({
      kind: 'missing-permission',
      callerArn: `arn:aws:sts::${PAYER}:assumed-role/Operator/dana.levi`,
      action: 's3:TagResource',
      resource: 'arn:aws:s3:::spot-eco-cur',
    }),
    status: 403,
    count: 1,
  })
  return preparingNew(stage)
}

const REPORT = { bucket: 'northwind-cur-418207315602', prefix: 'cur', name: 'northwind-eco-hourly' }
const MANIFEST = `${REPORT.prefix}/${REPORT.name}/20260101-20260201/${REPORT.name}-Manifest.json`

const readingDelivery: Driver = ({ access, simulator, clock }) => {
  const delivered = { body: '{}', modified: clock.now() }
  simulator.world.buckets.get(REPORT.bucket)?.objects.set(MANIFEST, delivered)
  return createDeliveries(access).latest(REPORT, PAYER)
}

/** What cannot be had of a file is a finding and no error: it is thrown as what it says. */
const readingFile: Driver = ({ access }) =>
  createReportFiles(access).read({ bucket: REPORT.bucket, key: `${MANIFEST}.parquet` }, PAYER)

/** A bucket of the app's own, with one object in it or none. */
const removing =
  (objects: 'empty' | 'full'): Driver =>
  ({ access, simulator, clock }) => {
    const bucket = simulator.world.buckets.get(BUCKET)
    if (bucket) bucket.tags = { 'eco-connect': OWNER.connectionId }
    if (objects === 'full') bucket?.objects.set('old', { body: '', modified: clock.now() })
    return createRemoval(access).deleteBucket(BUCKET, PAYER, OWNER, { withObjects: true })
  }

/** The buckets. */
export const s3Drivers: Drivers = {
  's3:CreateBucket': {
    'creating the bucket': ({ access, simulator }) => {
      // Looked for and not found, and yet somebody's a moment later.
      simulator.inject({
        kind: 'error',
        service: 's3',
        operation: 'GetBucketLocation',
        code: 'NoSuchBucket',
        message: 'The specified bucket does not exist',
        status: 404,
        count: 1,
      })
      return createBuckets(access).prepare(BUCKET, PAYER)
    },
  },
  's3:DeleteBucket': { 'removing the bucket': removing('empty') },
  's3:DeleteObjects': { 'emptying the bucket': removing('full') },
  's3:GetBucketEncryption': { 'reading the encryption': reading(({ encryption }) => encryption) },
  's3:GetBucketLocation': {
    'looking for the bucket': reading(({ exists, mine, region }) => ({ exists, mine, region })),
  },
  's3:GetBucketNotificationConfiguration': {
    'reading the notifications': reading(({ eventNotifications }) => eventNotifications),
  },
  's3:GetBucketOwnershipControls': {
    'reading who owns the objects': reading(({ ownership }) => ({ ownership })),
  },
  's3:GetBucketPolicy': {
    'reading the policy': reading(({ delivery }) => delivery),
    'before the policy is changed': ({ access }) => createBuckets(access).prepare(BUCKET, PAYER),
    'showing what would change': async ({ access }) =>
      (await createBuckets(access).deliveryPlan(BUCKET, PAYER)).verdict,
  },
  's3:GetBucketTagging': {
    'looking who created the bucket': ({ access }) =>
      createRemoval(access).bucket(BUCKET, PAYER, OWNER),
    'before its creation goes on': ({ access }) =>
      createBuckets(access).isUnfinished(BUCKET, PAYER, { ...OWNER, untagged: true }),
  },
  's3:GetObject': {
    'reading the manifest': readingDelivery,
    'reading the end of a delivered file': readingFile,
  },
  's3:GetPublicAccessBlock': {
    'reading the block of public access': reading(({ publicAccessBlocked }) => publicAccessBlocked),
  },
  's3:ListBuckets': { 'listing the buckets': ({ access }) => createBuckets(access).list() },
  's3:ListObjectsV2': {
    'looking for a delivery': readingDelivery,
    'counting what is in the bucket': ({ access }) =>
      createRemoval(access).bucket(BUCKET, PAYER, OWNER),
    'emptying the bucket': removing('full'),
  },
  's3:PutBucketPolicy': {
    'adding to the policy': ({ access }) => createBuckets(access).prepare(BUCKET, PAYER),
  },
  's3:PutBucketTagging': { 'tagging the new bucket afterwards': withoutTags },
  's3:PutPublicAccessBlock': { 'closing the new bucket to the public': preparingNew },
}
