import type { Disconnected } from '../../electron/contract/disconnect.ts'

/** What has become of Spot's access through what this app created: words of it are in `disconnected`. */
export type Access = 'ended' | 'stands' | 'unread' | 'none'

/**
 * Judged by every stack with a role that the connection had: there may be several, and one that is
 * left is enough. `none` where the app created no role; somebody else's it knows nothing of.
 */
export function accessOf({ removed, left }: Pick<Disconnected, 'removed' | 'left'>): Access {
  const stacks = left.filter(({ id }) => id === 'stack')
  if (stacks.some(({ state }) => state !== 'unread')) return 'stands'
  if (stacks.length > 0) return 'unread'
  return removed.some(({ id }) => id === 'stack') ? 'ended' : 'none'
}
