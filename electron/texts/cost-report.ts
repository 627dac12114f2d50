/** Step 3: the Cost and Usage Report. */

export const COST_REPORT = {
  promise: 'No existing report is modified or deleted.',
  promiseMore: 'Either one that fits is used exactly as it is, or a new one is created beside it.',
  none: 'This account has no Cost and Usage Report yet, so a new one is needed.',
  report: (name: string) => `Report ${name}`,
  fits: 'Fits',
  unfit: (missing: number) =>
    missing === 1 ? '1 setting does not fit' : `${missing} settings do not fit`,
  fitsMeans: 'This report has everything that Eco needs. It can be used exactly as it is.',
  unfitMeans: 'Eco cannot work with this report. It stays as it is.',
  reuse: 'Use this report',
  reuseNamed: (name: string) => `Use this report: ${name}`,
  table: (name: string) => `Requirements of Eco on the report ${name}`,
  columns: { requirement: 'Eco needs', found: 'Found', verdict: 'Result' },
  met: 'Met',
  notMet: 'Not met',
  notSet: 'not set',
  allSettings: 'All eight settings and why they matter',
  place: 'Delivered to',
  noBucket: 'no bucket',
  lastDelivery: 'Last delivery by AWS',
  deliveries: {
    '': 'Not delivered yet',
    SUCCESS: 'Succeeded',
    ERROR_PERMISSIONS: 'Failed: AWS may not write to the bucket',
    ERROR_NO_BUCKET: 'Failed: the bucket does not exist',
  } as Readonly<Record<string, string>>,
  limitTitle: 'This account already has five reports',
  limit:
    'AWS allows no more than five. To make room, delete one that nobody uses on the Data Exports page of AWS Billing, then check again. This app does not delete reports.',
} as const

export const NEW_REPORT = {
  title: 'Create a new report',
  titleInstead: 'Create a new report instead',
  createDisabled: 'This account already has five reports.',
  reportName: 'Report name',
  reportNameHint: 'How the report is called in AWS Billing. Letters, digits, - and _ are allowed.',
  bucketKind: 'Where AWS delivers the files',
  newBucket: 'In a new bucket (recommended)',
  newBucketHint: 'It holds nothing but the report, so that Spot can read nothing else.',
  ownBucket: 'In a bucket that you already have',
  ownBucketHint:
    'Spot may read everything in that bucket. If the bucket sends event notifications to other systems, setting up Athena on it later can remove them.',
  bucketName: 'Bucket name',
  newBucketNameHint:
    'Bucket names are unique in the whole world. The suggested name carries your account number.',
  ownBucketNameHint: 'The bucket must be in the region us-east-1.',
  noOwnBucket: 'No bucket with this name is in the list. You may type one.',
  typedBucket: (name: string) => `Use “${name}”`,
  prefix: 'Report prefix',
  prefixHint: 'The folder in the bucket that receives the files.',
  afterwards:
    'AWS then writes the report by itself, several times a day. The first delivery takes up to 24 hours; you need not wait for it.',
  create: 'Create the report',
} as const
