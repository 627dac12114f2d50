/** A tag as AWS's services write it. */
export type Tag = { readonly Key: string; readonly Value: string }

/** Whose a thing has to be to be taken back. */
export type Owner = {
  readonly connectionId: string
  /** This connection remembers that it created a thing of this kind and name. */
  readonly remembered: boolean
}

/** By this tag people see in AWS which app created a thing. */
export const CREATED_BY: Tag = { Key: 'created-by', Value: 'eco-connect' }
/** Names the connection that a thing was created for. Stacks carry it as well. */
const CONNECTION = 'eco-connect'

/** What the app writes on a thing that it creates; without a connection only that it did. */
export const tagsFor = (connectionId: string): Tag[] =>
  connectionId === '' ? [CREATED_BY] : [CREATED_BY, { Key: CONNECTION, Value: connectionId }]

const valueOf = (tags: readonly Tag[], key: string): string | undefined =>
  tags.find(({ Key }) => Key === key)?.Value

/** Whether the app created a thing for this connection, by its tags. */
export function isTaggedFor(tags: readonly Tag[], connectionId: string): boolean {
  return connectionId !== '' && valueOf(tags, CONNECTION) === connectionId
}

/** Whose a thing is, by its tags: the connection's, somebody else's, or nobody's that is known. */
export type Mark = 'own' | 'other' | 'none'

/** What the tags of a thing say of whose it is. */
export function markOf(tags: readonly Tag[], owner: Owner): Mark {
  if (isOwn(tags, owner)) return 'own'
  return valueOf(tags, CONNECTION) === undefined ? 'none' : 'other'
}

/**
 * Whether a thing is the connection's own. Earlier versions did not write which connection it was:
 * then it has to be one that the connection remembers.
 */
function isOwn(tags: readonly Tag[], { connectionId, remembered }: Owner): boolean {
  if (valueOf(tags, CONNECTION) !== undefined) return isTaggedFor(tags, connectionId)
  return remembered && valueOf(tags, CREATED_BY.Key) === CREATED_BY.Value
}

/** The tags that are there, and those to be added; nobody else's are dropped. */
export function withTags(present: readonly Tag[], added: readonly Tag[]): Tag[] {
  const keys = new Set(added.map(({ Key }) => Key))
  return [...present.filter(({ Key }) => !keys.has(Key)), ...added]
}
