/** A page of Help about how something is done. */
export type PageText = {
  readonly title: string
  /** In one sentence; stands below the title and in what was found. */
  readonly brief: string
  readonly parts: readonly { readonly title: string; readonly points: readonly string[] }[]
  /** Other words by which people look for it. */
  readonly also: string
}
