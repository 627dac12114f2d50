import type { World } from '../../../e2e/simulator/index.ts'

/** What exists in AWS and at Spot; whoever signs in, or is only looked at, changes nothing of it. */
export function whatExists({ accounts, organization, otherOrganizations, buckets, spot }: World) {
  return structuredClone({ accounts, organization, otherOrganizations, buckets, spot })
}

/** Keeps the world as it is now. What it returns puts it back, as often as it is called. */
export function keepWorld(world: World): () => void {
  const { sso, signin, ...rest } = world
  const kept = structuredClone({ rest, sso: dataOf(sso), signin: dataOf(signin) })
  return () => {
    const again = structuredClone(kept)
    Object.assign(world, again.rest)
    Object.assign(sso, again.sso)
    Object.assign(signin, again.signin)
  }
}

/** What a part of the world holds, without what it does. */
const dataOf = (part: object): object =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => typeof value !== 'function'))
