import {
  GetBucketEncryptionCommand,
  GetBucketLocationCommand,
  GetBucketNotificationConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetPublicAccessBlockCommand,
} from '@aws-sdk/client-s3'
import type { S3Client } from '@aws-sdk/client-s3'
import { z } from 'zod'
import { REGION } from '../client/regions.ts'
import type { Tag } from '../client/own-tags.ts'
import { awsCode, parseReply, withSignal } from '../client/reply.ts'

/** How a bucket encrypts what is put into it by default. */
export type Encryption = {
  readonly kind: 'SSE-S3' | 'SSE-KMS' | 'DSSE-KMS' | 'unknown'
  /** '' for keys that AWS manages by itself. */
  readonly keyArn: string
}

/** To whom objects belong that others put into a bucket. */
export type Ownership = 'BucketOwnerEnforced' | 'BucketOwnerPreferred' | 'ObjectWriter' | 'unknown'

const encryptionSchema = z.object({
  ServerSideEncryptionConfiguration: z.object({
    Rules: z.array(
      z.object({
        ApplyServerSideEncryptionByDefault: z
          .object({ SSEAlgorithm: z.string(), KMSMasterKeyID: z.string().default('') })
          .optional(),
      }),
    ),
  }),
})
const blockSchema = z.object({
  PublicAccessBlockConfiguration: z.object({
    BlockPublicAcls: z.boolean().default(false),
    IgnorePublicAcls: z.boolean().default(false),
    BlockPublicPolicy: z.boolean().default(false),
    RestrictPublicBuckets: z.boolean().default(false),
  }),
})
/** Notifications that nobody has named are known by whom they go to. */
const targets = (arn: 'TopicArn' | 'QueueArn' | 'LambdaFunctionArn') =>
  z
    .array(z.looseObject({ Id: z.string().default(''), [arn]: z.string().default('') }))
    .transform((all) => all.map((one) => one.Id || String(one[arn])))
    .default([])
const notificationSchema = z.object({
  TopicConfigurations: targets('TopicArn'),
  QueueConfigurations: targets('QueueArn'),
  LambdaFunctionConfigurations: targets('LambdaFunctionArn'),
  EventBridgeConfiguration: z.unknown().optional(),
})
const ownershipSchema = z.object({
  OwnershipControls: z.object({
    Rules: z.array(
      z.object({
        ObjectOwnership: z.enum(['BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter']),
      }),
    ),
  }),
})
const tagsSchema = z.object({ TagSet: z.array(z.object({ Key: z.string(), Value: z.string() })) })

/** `value` when AWS says, by its code, that a bucket has no such thing. */
export async function unlessAbsent<T, A>(read: Promise<T>, code: string, value: A): Promise<T | A> {
  try {
    return await read
  } catch (error) {
    if (awsCode(error) === code) return value
    throw error
  }
}

/** `EU` is Ireland, and nothing is us-east-1, for historical reasons. */
const regionOf = (constraint: string | undefined): string =>
  constraint === 'EU' ? 'eu-west-1' : constraint || REGION

const KINDS: Readonly<Record<string, Encryption['kind']>> = {
  AES256: 'SSE-S3',
  'aws:kms': 'SSE-KMS',
  'aws:kms:dsse': 'DSSE-KMS',
}

/** The reads of one bucket, each refused unless the bucket is the account's. */
export function bucketReader(
  client: S3Client,
  Bucket: string,
  accountId: string,
  signal?: AbortSignal,
) {
  const input = { Bucket, ExpectedBucketOwner: accountId }
  const options = withSignal(signal)
  return {
    async location(): Promise<string> {
      const reply = await client.send(new GetBucketLocationCommand(input), options)
      return regionOf(reply.LocationConstraint)
    },
    async policy(): Promise<string | null> {
      const reply = await client.send(new GetBucketPolicyCommand(input), options)
      return reply.Policy ?? null
    },
    async encryption(): Promise<Encryption> {
      const reply = await client.send(new GetBucketEncryptionCommand(input), options)
      const { ServerSideEncryptionConfiguration: found } = parseReply(
        encryptionSchema,
        reply,
        's3',
        'GetBucketEncryption',
      )
      const rule = found.Rules[0]?.ApplyServerSideEncryptionByDefault
      const kind = KINDS[rule?.SSEAlgorithm ?? 'AES256'] ?? 'unknown'
      return { kind, keyArn: rule?.KMSMasterKeyID ?? '' }
    },
    async publicAccessBlocked(): Promise<boolean> {
      const reply = await client.send(new GetPublicAccessBlockCommand(input), options)
      const parsed = parseReply(blockSchema, reply, 's3', 'GetPublicAccessBlock')
      return Object.values(parsed.PublicAccessBlockConfiguration).every(Boolean)
    },
    async ownership(): Promise<Ownership> {
      const reply = await client.send(new GetBucketOwnershipControlsCommand(input), options)
      const { OwnershipControls } = parseReply(
        ownershipSchema,
        reply,
        's3',
        'GetBucketOwnershipControls',
      )
      return OwnershipControls.Rules[0]?.ObjectOwnership ?? 'ObjectWriter'
    },
    /** By the names that their owners gave them. */
    async eventNotifications(): Promise<string[]> {
      const command = new GetBucketNotificationConfigurationCommand(input)
      const reply = await client.send(command, options)
      const found = parseReply(
        notificationSchema,
        reply,
        's3',
        'GetBucketNotificationConfiguration',
      )
      return [
        ...found.TopicConfigurations,
        ...found.QueueConfigurations,
        ...found.LambdaFunctionConfigurations,
        ...(found.EventBridgeConfiguration === undefined ? [] : ['Amazon EventBridge']),
      ]
    },
    async tags(): Promise<Tag[]> {
      const reply = await client.send(new GetBucketTaggingCommand(input), options)
      return parseReply(tagsSchema, reply, 's3', 'GetBucketTagging').TagSet
    },
  }
}
