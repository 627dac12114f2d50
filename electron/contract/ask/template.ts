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
  | /** The role for Spot lets no account in. */ {
      readonly kind: 'closed'
    }
  | /** AWS gets another text than the one that is written. */ {
      readonly kind: 'misread'
      readonly written: string
      readonly read: string
    }
)

/** What CloudFormation demands of a parameter's value. A text is '' where the template says nothing. */
export type ParameterRule = {
  /** CloudFormation's type, such as `CommaDelimitedList`. */
  readonly type: string
  /** Null if any value will do. */
  readonly allowed: readonly string[] | null
  /** A regular expression of Java's. */
  readonly pattern: string
  /** The template's own words for what its values have to be. */
  readonly constraint: string
  readonly minLength: string
  readonly maxLength: string
  readonly minValue: string
  readonly maxValue: string
}

/** A field of the form that the app has words of its own for. */
export type KnownField = 'bucketName' | 'roleName' | 'policyName' | 'externalId'

export type TemplateParameter = {
  readonly name: string
  /** '' also if it has none. */
  readonly defaultValue: string
  /** In the template's own words; '' for none. */
  readonly description: string
  /**
   * Where its value comes from: a field that the app knows, one of the parameter's own, or the template,
   * whose default nobody is asked to change.
   */
  readonly field: KnownField | 'own' | 'default'
  /** The template wants its value shown to nobody (`NoEcho`). */
  readonly hidden: boolean
  readonly rule: ParameterRule
}

/** Whether the template's role for Spot asks for an external ID that is given with the form. */
export type AsksForId =
  /** Without one the role could be used by nobody. */
  | 'needed'
  /** Left empty, the role asks for none. */
  | 'optional'
  /** The template asks nobody for one: it names one itself, or has none. */
  | 'no'

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
  readonly asksForId: AsksForId
  readonly statements: readonly TemplateStatement[]
  readonly actionData: ActionData
  /** Policies that AWS keeps, attached by ARN; `version` is '' where what they allow is not known here. */
  readonly managed: readonly {
    readonly name: string
    readonly version: string
    /** The condition under which it is attached; '' for none. */
    readonly when: string
  }[]
  readonly managedData: ActionData
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
    /** As far as it is known, with a `${Name}` for what the form fills in; '' if AWS makes one up. */
    readonly name: string
    /** The condition under which there is one at all; '' for none. */
    readonly when: string
    readonly isForSpot: boolean
  }[]
  readonly parameters: readonly TemplateParameter[]
}

/** An approval that the file of somebody else claims: verified by nobody. */
export type ClaimedApproval = {
  /** From whom the file says it comes; '' for nobody by name. */
  readonly from: string
  /** When the file was opened (ms since the epoch). */
  readonly at: number
  readonly sha256: string
  /** Whether it is about exactly the text that is shown. */
  readonly isSame: boolean
}

export type TemplateAsk = {
  readonly step: 'template'
  readonly review: TemplateReview
  readonly claim: ClaimedApproval | null
}
