/**
 * What an action may do. `reveals` is a read by AWS's word that hands out a password, a key or
 * credentials; `not-known` is a name that AWS's reference has not, or what could not be read.
 */
export type ActionClass = 'reads' | 'writes' | 'reveals' | 'not-known'

export type TemplateAction = {
  /** As it is shown: with what it depends on, and `never` or `all but` before it. */
  readonly text: string
  /** `forbids` for what is taken away and not given. */
  readonly may: ActionClass | 'forbids'
  /** Whether AWS may add to what the text covers. */
  readonly grows: boolean
}

/** Which edition of AWS's Service Authorization Reference was asked; the date is `YYYY-MM-DD`. */
export type ActionData = { readonly version: string; readonly date: string }

export type TemplateStatement = {
  readonly id: string
  readonly actions: readonly TemplateAction[]
  readonly resources: readonly string[]
  readonly access: 'read' | 'write'
}

/** Something in a template that nobody can approve, and where it stands (both counted from 1). */
export type TemplateObstacle = {
  readonly line: number
  readonly column: number
} & (
  | /** Known only to AWS, once it is created. */ {
      readonly kind: 'unresolved'
      readonly what: string
    }
  | /** A `${…}` that was to be filled in before the template was given away. */ {
      readonly kind: 'unfilled'
      readonly what: string
    }
  | /** AWS gets another text than the one that is written. */ {
      readonly kind: 'misread'
      readonly written: string
      readonly read: string
    }
)

export type TemplateReview = {
  readonly source: 'built-in' | 'file'
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  /** The whole template exactly as it will be sent. */
  readonly body: string
  /**
   * Who may assume the role: ARNs for AWS principals, `Service:…` and the like for others; what
   * depends on a condition of the template ends in `(if …)`.
   */
  readonly principals: readonly string[]
  /** External IDs written in the template itself; one given by a parameter is not among them. */
  readonly externalIds: readonly string[]
  readonly statements: readonly TemplateStatement[]
  readonly actionData: ActionData
  /**
   * Who, what and where, as far as it is written with characters that cannot be seen: it looks like
   * something else, and the template cannot be approved. [] for every honest one.
   */
  readonly unseen: readonly string[]
  /** What stands against approving it; [] if it can be proven afterwards what comes of it. */
  readonly obstacles: readonly TemplateObstacle[]
  /** What has to be acknowledged before AWS creates what is in it, as it was read here. */
  readonly capability: 'CAPABILITY_IAM' | 'CAPABILITY_NAMED_IAM'
  readonly resources: readonly {
    readonly logicalId: string
    readonly type: string
    /** The name of a role as far as it is known; '' if AWS makes one up, or it is no role. */
    readonly name: string
  }[]
  readonly parameters: readonly { readonly name: string; readonly defaultValue: string }[]
}

export type TemplateAsk = { readonly step: 'template'; readonly review: TemplateReview }
