/** Who can remove the cause of an error. The sentence for each is in the catalogue's `errors`. */
export type WhoCanHelp =
  | 'you'
  | 'aws-administrator'
  | 'it-department'
  | 'spot-support'
  | 'aws'
  | 'nobody'

/** What an error is about, as far as the app acts upon it. */
export type ErrorFamily =
  /** The person stopped it. */
  | 'cancelled'
  /** Nobody is signed in, or not any more: signing in again is all that is needed. */
  | 'signed-out'
  /** Keys, profile or permission set lead into the account no more: others have to be chosen. */
  | 'access-ended'
  /** Signing in, or what somebody signs in with, did not work. */
  | 'sign-in'
  /** AWS refused it to this person. */
  | 'denied'
  /** What AWS can answer to every request. */
  | 'aws'
  | 'network'
  /** The keychain cannot be used now. */
  | 'vault'
  /** What was typed or chosen cannot be right. */
  | 'input'
  /** What is in AWS or at Spot is not as it has to be. */
  | 'found'
  /** The person’s organization has decided it on this computer. */
  | 'policy'
  /** The app itself, and this computer’s disk. */
  | 'app'

/** What else is true of single codes, whatever their family. */
export type ErrorMark =
  /** Signing in again the same way removes it. */
  | 'sign-in-again'
  /** A sign-in that it has stopped is begun anew, with the form for every way to sign in. */
  | 'sign-in-anew'
  /** The access has ended by itself, as every one does: nothing is wrong. */
  | 'ran-out'
  /** Another region of the portal may solve it. */
  | 'other-region'
  /** Only a bucket told by somebody can have it. */
  | 'told-bucket'
  /** AWS says by it that it has created nothing. */
  | 'nothing-created'
  /** It says of a role that it is not right, and not that it could not be looked at. */
  | 'role-unproven'
  /** It stands against a change of the bucket's policy, if that could be read at all. */
  | 'policy-obstacle'
  /** The bucket's policy is its cause, and the step offers to correct it. */
  | 'policy-repairable'
  /** Its sentences would fit every error, because they know none. */
  | 'unspecific'

/** What is true of an error code, whatever the language in which it is told. */
export type ErrorTrait = {
  readonly family: ErrorFamily
  /** Who can help; for a few that depends on whether one of the facts is told. */
  readonly who:
    | WhoCanHelp
    | { readonly fact: string; readonly told: WhoCanHelp; readonly untold: WhoCanHelp }
  /** Names of its facts; one that ends in `?` may be left out. */
  readonly facts: readonly string[]
  readonly marks?: readonly ErrorMark[]
}
