import type { ReadAs } from '../../../aws/client/credentials-in-use.ts'
import type { Choices } from '../../../checklist/state-file.ts'
import type { ActContext, AheadContext, StepContext } from '../../../checklist/step.ts'
import type { Status } from '../../../contract/status.ts'

/** A way of signing in, for everybody to whom it matters which one it is. */
export type Way = {
  /** Whose account it led into, and whether that is the one that this checklist is about. */
  readonly whoIs: (context: StepContext) => Promise<Status>
  /**
   * Begins what `whoIs` will read, and resolves how to read as whom it will find, once AWS has said that this
   * is the remembered account; null where it is another, or none is remembered.
   */
  readonly lead: (context: AheadContext) => Promise<ReadAs | null>
  /** Signs in as last time, as far as nobody has to type anything for it. */
  readonly again: (context: ActContext) => Promise<void>
  readonly chooseAccount: (context: ActContext, accountId: string) => Promise<void>
  /** Lets go of the account, so that another one can be chosen. */
  readonly leaveAccount: (context: ActContext) => Promise<void>
  /** Where the Identity Center is whose permission set was chosen; '' if it is none, or unknown. */
  readonly identityCenterRegion: (choices: Choices) => string
}
