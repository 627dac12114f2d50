import type { AppError } from '../errors/app-error.ts'

/** One thing that the app keeps on this computer, and what has become of it. */
export type Kept = {
  /** Told apart by it: a connection's id, or a path. */
  readonly id: string
  readonly kind:
    | 'connection'
    /** The settings of the window. */
    | 'settings'
    /** What Chromium keeps for the window: caches, no sign-in. */
    | 'browser'
    /** Written by a newer version of the app, which alone knows all that belongs to it. */
    | 'newer'
    /** In the app's folder, and not the app's. */
    | 'foreign'
  /** Of a connection; '' while it has none, and for all others. */
  readonly name: string
  readonly accountId: string
  readonly path: string
  /** What the keychain's own program calls the entry of a connection; '' for all others. */
  readonly entry: string
  readonly state:
    | 'there'
    | 'removing'
    | 'removed'
    /** Something of it could not be removed: `problems` say what. */
    | 'left'
    /** It is left alone on purpose. */
    | 'stays'
    /** It is in use by the window, and goes when the app closes. */
    | 'closing'
  readonly problems: readonly AppError[]
}

/** Removing everything of the app from this computer. */
export type Erasure =
  | { readonly kind: 'closed' }
  /** Asked for, and nothing done: this is what there is. */
  | {
      readonly kind: 'asked'
      readonly folder: string
      readonly items: readonly Kept[]
      /** A connection that is changing something outside now, so that it has to wait; null if none. */
      readonly busy: Pick<Kept, 'name'> | null
    }
  | {
      readonly kind: 'running' | 'ended'
      readonly folder: string
      readonly items: readonly Kept[]
      /** An earlier run of the app had begun it and did not come to its end. */
      readonly continued: boolean
    }
