import { addStackAgain, type Stack, type World } from '../simulator/index.ts'

/** What a profile has made of AWS and Spot, and that they must still know when it is opened again. */
export type FarSide = {
  readonly settings: World['settings']
  /** Accounts in which there is anything, by id. */
  readonly accounts: unknown
  readonly buckets: unknown
  readonly spot: unknown
}

/** Keeps maps and sets through JSON. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_key, inner: unknown) => {
      if (inner instanceof Map) return { $map: [...inner] }
      return inner instanceof Set ? { $set: [...inner] } : inner
    }),
  )

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function revived(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(revived)
  if (!isRecord(value)) return value
  const { $map, $set } = value
  if (Array.isArray($map)) return new Map(revived($map) as [unknown, unknown][])
  if (Array.isArray($set)) return new Set(revived($set) as unknown[])
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, revived(inner)]))
}

type KeptStack = Omit<Stack, 'template' | 'due'>

/** A stack without what is worked out from anew: its parsed template, and what is still due. */
function restOf(stack: Stack): KeptStack {
  const rest: Partial<Stack> & KeptStack = { ...stack }
  delete rest.template
  delete rest.due
  return rest
}

/** What is to be kept of a simulator's world: nothing in it can be used to sign in. */
export function farSideOf({ settings, accounts, buckets, spot }: World): FarSide {
  const inUse = [...accounts.values()]
    .filter(({ reports, stacks, roles }) => reports.length + stacks.length + roles.size > 0)
    .map(({ id, reports, stacks, roles, policies }) => [
      id,
      { reports, stacks: stacks.map(restOf), roles, policies },
    ])
  const { registrations, externalIds } = spot
  return {
    settings,
    accounts: plain(inUse),
    buckets: plain(buckets),
    spot: plain({ registrations, externalIds }),
  }
}

type KeptAccount = Pick<World['accounts'] extends Map<string, infer A> ? A : never, 'roles'> & {
  readonly stacks: readonly KeptStack[]
}

/**
 * Puts what was kept into a new world. AWS delivers its reports again, as it does daily, and goes on
 * with a stack that it was creating.
 */
export function bringBack(world: World, kept: FarSide, now: number): void {
  Object.assign(world.settings, kept.settings)
  world.buckets = revived(kept.buckets) as World['buckets']
  Object.assign(world.spot, revived(kept.spot))
  for (const [id, part] of revived(kept.accounts) as [string, KeptAccount][]) {
    const account = world.accounts.get(id)
    if (!account) throw new Error(`the scenario has no account ${id}`)
    Object.assign(account, { ...part, stacks: [] })
    for (const report of account.reports) report.delivery = undefined
    for (const stack of part.stacks) addStackAgain(account, stack, now)
  }
}
