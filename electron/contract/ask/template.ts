export type TemplateStatement = {
  readonly id: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly access: 'read' | 'write'
}

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
  /**
   * Who, what and where, as far as it is written with characters that cannot be seen: it looks like
   * something else, and the template cannot be approved. [] for every honest one.
   */
  readonly unseen: readonly string[]
  readonly resources: readonly { readonly logicalId: string; readonly type: string }[]
  readonly parameters: readonly { readonly name: string; readonly defaultValue: string }[]
}

export type TemplateAsk = { readonly step: 'template'; readonly review: TemplateReview }
