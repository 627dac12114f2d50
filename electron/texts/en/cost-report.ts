import type { StepWords } from '../step-words.ts'
import { number, plural, series } from './locale.ts'

/** Step 3: the Cost and Usage Report. */

const main = {
  promise: 'No existing report is modified or deleted.',
  promiseMore: 'Either one that fits is used exactly as it is, or a new one is created beside it.',
  promiseFit: 'One that fits is used exactly as it is.',
  none: 'This account has no report yet.',
  report: (name: string) => `Report ${name}`,
  fits: 'Fits',
  unfit: (missing: number) =>
    plural(missing, {
      one: '1 setting does not fit',
      other: `${number(missing)} settings do not fit`,
    }),
  fitsMeans: 'This report has everything that Eco needs. It can be used exactly as it is.',
  fitsButFails: 'This report has every setting that Eco needs.',
  unfitTitle: (count: number) => `${number(count)} reports that do not fit`,
  unfitMeansMany: 'Eco cannot work with these reports. They stay as they are.',
  why: 'Why it does not fit',
  unfitMeans: 'Eco cannot work with this report. It stays as it is.',
  reuse: 'Use this report',
  reuseMeans: (name: string) =>
    `The report ${name} is used exactly as it is. Nothing is created, and it costs nothing.`,
  reuseNamed: (name: string) => `Use this report: ${name}`,
  table: (name: string) => `Requirements of Eco on the report ${name}`,
  columns: { requirement: 'Eco needs', found: 'Found', verdict: 'Result' },
  met: 'Met',
  notMet: 'Not met',
  notSet: 'Not set',
  /** AWS’s codes for settings, in the words of its console. */
  found: {
    DAILY: 'Daily',
    MONTHLY: 'Monthly',
    HOURLY: 'Hourly',
    CREATE_NEW_REPORT: 'Create a new version',
    OVERWRITE_REPORT: 'Overwrite',
    yes: 'Switched on',
    no: 'Switched off',
    ATHENA: 'Switched on (ATHENA)',
    'textORcsv / GZIP': 'CSV files (GZIP)',
    'textORcsv / ZIP': 'CSV files (ZIP)',
    'Parquet / Parquet': 'Parquet',
  },
  /** AWS’s names of what a report contains besides the costs. */
  included: (codes: string) => `Included (${codes})`,
  format: 'File format',
  regionOf: 'Region of the bucket',
  allSettings: 'All eight settings and why they matter',
  place: (place: string, region: string) => `Delivered to ${place} (${region}).`,
  noBucket: 'no bucket',
  lastDelivery: (result: string) => `Last delivery by AWS: ${result}`,
  requirement: (label: string, needed: string) => `${label}: ${needed}`,
  deliveries: {
    '': 'Not delivered yet',
    SUCCESS: 'Succeeded',
    ERROR_PERMISSIONS: 'Failed: AWS may not write to the bucket',
    ERROR_NO_BUCKET: 'Failed: the bucket does not exist',
  },
  onlyRegion: (region: string) =>
    `Everything fits but the region: this report is delivered to a bucket in ${region || 'another region'}. Eco reads reports in us-east-1 only.`,
  onlyRegionMeans:
    'AWS cannot move a bucket to another region, and the app does not redirect a report that it did not create, because somebody may depend on where its files are.',
  onlyRegionWay: 'A new report beside this one, with a bucket in us-east-1, is the way on.',
  deliveryFails: 'AWS cannot deliver this report at the moment',
  deliveryRepairs: {
    ERROR_PERMISSIONS:
      'AWS may not write into its bucket any more. You can use the report all the same: the next step shows what is missing in the bucket’s policy, and repairs it once you agree.',
    ERROR_NO_BUCKET:
      'Its bucket no longer exists. You can use the report all the same: the next step creates the bucket again under its name, once you agree. Files that were in the old bucket do not come back.',
  },
  limitTitle: 'This account already has five reports',
  limit: 'AWS allows no more than five, so the app cannot create another one beside them.',
  limitFits: 'One of the reports above fits: use it.',
  limitFailing: (names: readonly string[]) =>
    `AWS cannot deliver these at the moment, so perhaps nobody misses them: ${series(names)}.`,
  limitAsk:
    'Ask the owners of the reports whether one is no longer used. It can be deleted in the AWS console under Billing and Cost Management, Data Exports; its files stay in the bucket.',
  limitCheck:
    'Then check this step again. The app does not delete or change a report that it did not create.',
} as const

const newReport = {
  namesTitle: 'Names and settings: most people keep them',
  titleInstead: 'Create a new report instead',
  reportName: 'Report name',
  reportNameHint: 'How the report is called in AWS Billing. Letters, digits, - and _ are allowed.',
  bucketKind: 'Where AWS delivers the files',
  kinds: {
    regional: {
      label: 'In a new bucket with a name that nobody else can take (recommended)',
      means:
        'It holds nothing but the report, so that Spot can read nothing else. AWS keeps such names for this account: nobody else can ever have it, also after the bucket is deleted.',
    },
    global: {
      label: 'In a new bucket with an ordinary name',
      means:
        'It holds nothing but the report. The whole world shares these names: once the bucket is deleted, anybody can take its name.',
    },
    own: {
      label: 'In a bucket that you already have',
      means:
        'Spot may read everything in that bucket. If the bucket sends event notifications to other systems, setting up Athena on it later can remove them.',
    },
  },
  bucketName: 'Bucket name',
  regionalHint: (longest: number) =>
    `You choose the beginning, with up to ${number(longest)} characters. The ending makes the name your account’s own, so it cannot be changed.`,
  wholeName: (name: string) => `The whole name: ${name}`,
  regionalUnproven:
    'Such bucket names are new at AWS: that reports are delivered and read there is not confirmed yet. Should AWS refuse, the app offers an ordinary name.',
  globalHint:
    'Bucket names of this kind are unique in the whole world. The suggested name carries your account number.',
  ownBucketNameHint: 'The bucket must be in the region us-east-1.',
  noOwnBucket: 'No bucket with this name is in the list. You may type one.',
  typedBucket: (name: string) => `Use “${name}”`,
  prefix: 'Report prefix',
  prefixHint: 'The folder in the bucket that receives the files.',
  afterwards:
    'AWS then writes the report by itself, the first time within 24 hours. You need not wait for it.',
  create: 'Create the report',
  notReadYet: 'The bucket has to be read first.',
  chooseBucket: 'Choose the bucket first.',
  bucketUnfit: 'The report cannot be put into this bucket. Choose another bucket, or a new one.',
} as const

/** AWS did not take a bucket in the account's own namespace for the report. */
const refused = {
  otherName: 'Fill in an ordinary name',
  means:
    'This creates nothing yet. If the app created the bucket that AWS did not take, you can then remove it.',
} as const

/** An empty bucket that this app has created, and that nothing uses. */
const leftBucket = {
  title: (bucket: string) => `The bucket ${bucket} is left over`,
  body: 'This app created it. It is empty, and no report is delivered into it. It costs nothing; if you keep it, you can still remove it later with “Disconnect”.',
  agree: 'Yes, remove this empty bucket',
  agreeFirst: 'Say yes first.',
  remove: 'Remove the empty bucket',
  removeNamed: (bucket: string) => `Remove the empty bucket: ${bucket}`,
} as const

/** A bucket that is there already and shall receive the new report. */
const existingBucket = {
  title: (name: string) => `What was found in the bucket ${name}`,
  reading: (name: string) => `Reading the bucket ${name}. Nothing is changed by this.`,
  fits: 'The bucket can take the report.',
  unfit:
    'The report cannot be put into this bucket as it is: the lines marked “Must be corrected” say why. Choose another bucket, or a new one.',
  policyTitle: 'How the bucket’s policy will change',
  policy:
    'AWS may not deliver into this bucket yet. “Create the report” adds what is marked below, and leaves everything else in the policy as it is.',
  notificationsTitle: 'Event notifications of this bucket could be lost',
  notifications:
    'This app does not touch them. But if somebody later sets up Athena with the template that AWS puts beside the report (crawler-cfn.yml), that template removes these notifications, and the systems that rely on them stop working:',
  notificationsAdvice: 'With a new bucket this cannot happen.',
} as const

/** For those who were told where the reports are, but not which report that is. */
const toldBucket = {
  title: 'I was told a bucket name',
  body: 'Somebody else has set up a report, and you know its bucket. The app finds the report that AWS delivers there and checks it like any other.',
  bucketName: 'Bucket name that you were told',
  hint: 'The name only, without s3:// and without a folder.',
  use: 'Find the report of this bucket',
} as const

export const costReport = {
  ...main,
  newReport,
  refused,
  leftBucket,
  existingBucket,
  toldBucket,
} as const

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const costReportStep: StepWords<'cost-report'> = {
  title: 'Set up the cost report',
  purpose: 'Spot Eco finds savings in the detailed AWS bill (AWS: Cost and Usage Report).',
  ahead: {
    brief: 'your go-ahead',
    needs: 'You read what would be created and what it costs, and press one button.',
    minutes: 2,
    waits: '',
  },
  byHand: {
    ahead: {
      brief: 'the AWS console',
      needs:
        'You create a bucket and a report in the AWS console, click by click as the app tells you.',
      minutes: 8,
      waits: '',
    },
  },
  withMsp: {
    title: 'Ask your MSP for the cost report',
    purpose:
      'The cost report is the detailed bill that AWS writes as files (AWS: Cost and Usage Report). Your MSP sets it up; the role for Spot needs the name of its storage folder (AWS: bucket).',
    ahead: {
      brief: 'a request to send',
      needs: 'You send your MSP a request that the app has written, and enter its answer.',
      minutes: 3,
      waits: 'How long your MSP takes, it can tell you itself. The app keeps the place.',
    },
  },
  request: {
    title: 'Please set up the AWS cost report for Spot Eco',
    why: 'Spot Eco reads the Cost and Usage Report: the detailed bill that AWS writes as files. It needs one with exactly the settings below.',
    whom: 'A person who may use Billing and Cost Management and Amazon S3 in the account named above.',
  },
  facts: {
    'report-name': 'Report name',
    'report-settings': 'Report settings',
    prefix: 'Report prefix',
  },
}
