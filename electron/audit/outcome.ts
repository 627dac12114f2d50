import type { Entry } from './entry.ts'
import { kindOf } from './operations.ts'

export type CallEntry = Extract<Entry, { kind: 'call' }>

/**
 * How a call went: `expected` found nothing where the app had to find nothing, `absent` found nothing
 * without that being known, and only `failed` is a failure.
 */
export type Outcome = 'ok' | 'expected' | 'absent' | 'failed'

/**
 * Answers by which AWS says that there is none of what was asked for, by service, operation and code, as
 * the models of the services and the S3 API reference ("Error responses") have them.
 * `unset`: a setting that nobody has made, which is an answer like another. `theirs`: what AWS or somebody
 * else makes, as the list of delivered files. `thing`: the thing itself is
 * not there; that was expected where this app creates it afterwards, or has removed it before, by the
 * operations named. `alone`: the code says it of nothing else.
 */
const ABSENT: Readonly<Record<string, Absent>> = {
  's3 GetBucketPolicy NoSuchBucketPolicy': { of: 'unset' },
  's3 GetBucketTagging NoSuchTagSet': { of: 'unset' },
  's3 GetBucketEncryption ServerSideEncryptionConfigurationNotFoundError': { of: 'unset' },
  's3 GetBucketOwnershipControls OwnershipControlsNotFoundError': { of: 'unset' },
  's3 GetPublicAccessBlock NoSuchPublicAccessBlockConfiguration': { of: 'unset' },
  's3 GetObject NoSuchKey': { of: 'theirs' },
  'cur ListTagsForResource ResourceNotFoundException': { of: 'theirs' },
  's3 GetBucketLocation NoSuchBucket': bucketGone(),
  's3 GetBucketTagging NoSuchBucket': bucketGone(),
  's3 ListObjectsV2 NoSuchBucket': bucketGone(),
  // The code also stands for names that break the rules; those the app does not send.
  'cloudformation DescribeStacks ValidationError': {
    of: 'thing',
    by: ['cloudformation CreateStack', 'cloudformation DeleteStack'],
    sameName: true,
    alone: false,
  },
  // The stack makes them and takes them away.
  'iam GetRole NoSuchEntityException': madeByStack(),
  'iam GetRole NoSuchEntity': madeByStack(),
  'iam GetPolicy NoSuchEntityException': madeByStack(),
  'iam GetPolicy NoSuchEntity': madeByStack(),
}

type Absent =
  | { readonly of: 'unset' | 'theirs' }
  | {
      readonly of: 'thing'
      /** What makes it, and what removes it. */
      readonly by: readonly [made: string, removed: string]
      readonly sameName: boolean
      readonly alone: boolean
    }

function bucketGone(): Absent {
  return { of: 'thing', by: ['s3 CreateBucket', 's3 DeleteBucket'], sameName: true, alone: true }
}

function madeByStack(): Absent {
  return {
    of: 'thing',
    by: ['cloudformation CreateStack', 'cloudformation DeleteStack'],
    sameName: false,
    alone: true,
  }
}

/** How the call at `place` of a record went, by the table above and by what the record says around it. */
export function outcomeOf(entries: readonly Entry[], place: number): Outcome {
  const entry = entries[place]
  if (entry?.kind !== 'call' || entry.error === '') return 'ok'
  const { service, operation, error, resource } = entry
  const absent = ABSENT[`${service} ${operation} ${error}`]
  if (!absent || kindOf(service, operation) === 'change') return 'failed'
  if (absent.of !== 'thing') return absent.of === 'unset' ? 'expected' : 'absent'
  const [made, removed] = absent.by
  const wentWell = (name: string, among: readonly Entry[]): boolean =>
    among.some(
      (one) =>
        one.kind === 'call' &&
        `${one.service} ${one.operation}` === name &&
        one.error === '' &&
        (!absent.sameName || nameOf(one.resource) === nameOf(resource)),
    )
  const before = entries.slice(0, place)
  if (wentWell(removed, before)) return 'expected'
  if (!wentWell(made, before) && wentWell(made, entries.slice(place))) return 'expected'
  return absent.alone ? 'absent' : 'failed'
}

/** A stack's name in its ARN; any other name is what it is. */
const nameOf = (resource: string): string => /:stack\/([^/]+)\//.exec(resource)?.[1] ?? resource
