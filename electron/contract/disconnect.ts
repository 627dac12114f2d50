import type { AppError } from '../errors/app-error.ts'

/** What this app created for the connection, one thing after the other to be removed. */
export type Removable = {
  readonly id: 'stack' | 'report' | 'bucket'
  /** Stack, report definition or bucket by name. */
  readonly name: string
  readonly state:
    | 'there'
    | 'removing'
    | 'removed'
    /** Somebody else removed it. */
    | 'gone'
    /** It carries the mark of somebody else, or none and was never created here: it is left alone. */
    | 'not-ours'
    /** The connection remembers that it created it, and it does not carry this app's mark. */
    | 'unmarked'
    /** It, or its mark, could not be read; `error` says why. Without the mark nothing is removed. */
    | 'unread'
    | 'failed'
  /** For a bucket: objects in it, at least; null when they cannot be counted. */
  readonly objects: number | null
  readonly error?: AppError
}

/** What has become of a connection that the person takes back, or has taken back. */
export type Disconnected = {
  /** When the first removal was begun, in milliseconds since the epoch. */
  readonly at: number
  /** What was removed. `proven` is false of what was begun and whose end nobody has seen yet. */
  readonly removed: readonly (RemovedThing & { readonly proven: boolean })[]
  /** What is still there, as it was found last. */
  readonly left: readonly Pick<Removable, 'id' | 'name' | 'state'>[]
  /** By what Spot knows the account, for a request to remove it; null if it was never registered. */
  readonly atSpot: KnownToSpot | null
}

/** '' where unknown. */
export type KnownToSpot = {
  /** Spot Support was asked to connect it; whether it is connected nobody has read. */
  readonly isAsked: boolean
  readonly accountId: string
  readonly roleArn: string
  readonly bucketName: string
  readonly spotAccount: string
  readonly spotOrganizationId: string
  readonly at: number
}
type RemovedThing = Pick<Removable, 'id' | 'name'> & { readonly at: number }

export type Disconnect =
  | { readonly kind: 'closed' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** In the order in which they are removed. */
  | { readonly kind: 'listed'; readonly items: readonly Removable[] }
