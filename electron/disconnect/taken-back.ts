import type { Clock } from '../base/clock.ts'
import type { Engine } from '../checklist/engine.ts'
import { recordOf } from '../checklist/record.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { Disconnected, Removable } from '../contract/disconnect.ts'
import type { FactId } from '../contract/steps.ts'
import { isOf } from '../errors/catalogue.ts'

type TakenBack = NonNullable<Choices['disconnected']>

/** Keeps in the checklist what is taken back; for the undo's `onTakenBack`. */
export const notedIn =
  (engine: Pick<Engine, 'choices' | 'steps' | 'takenBack'>, clock: Clock) =>
  (items: readonly Removable[]): Promise<void> => {
    const { account, disconnected, registered } = engine.choices()
    const steps = registered?.steps ?? recordOf(engine.steps())
    const about = { accountId: account?.id ?? '', now: clock.now(), steps }
    return engine.takenBack(takenBack(disconnected, items, about))
  }

/** What the window shows of it; null while the connection stands. */
export function disconnectedOf(choices: Choices): Disconnected | null {
  const { disconnected, registered } = choices
  if (!disconnected) return null
  const { accountId, at, removed, left } = disconnected
  const fact = (wanted: FactId): string =>
    [
      ...(registered?.evidence ?? []),
      ...disconnected.steps.flatMap(({ evidence }) => evidence),
    ].find(({ id }) => id === wanted)?.value ?? ''
  const atSpot = registered && {
    isAsked: registered.way === 'spot-support',
    accountId,
    roleArn: fact('role-arn'),
    bucketName: fact('bucket'),
    spotAccount: fact('spot-account'),
    spotOrganizationId: fact('spot-organization') || choices.spotOrganizationId,
    at: registered.at,
  }
  return { at, removed, left, atSpot }
}

/** Whether what was begun may still be under way, or have come about unseen. */
function mayComeAbout({ state, error }: Removable): boolean {
  if (state === 'there' || state === 'unread') return true
  if (state !== 'failed' || !error) return false
  return error.code === 'removal-slow' || isOf(error.code, 'network', 'aws', 'signed-out')
}

/**
 * What is remembered of a connection while it is taken back: what is gone, or about to go, and what is
 * left. Null while nothing of it is. `now` in milliseconds since the epoch; pure.
 */
export function takenBack(
  before: Choices['disconnected'],
  items: readonly Removable[],
  { accountId, now, steps }: Pick<TakenBack, 'accountId' | 'steps'> & { readonly now: number },
): Choices['disconnected'] {
  const noted = (item: Pick<Removable, 'id' | 'name'>) =>
    before?.removed.find(({ id, name }) => id === item.id && name === item.name)
  const removed = items.flatMap((item): TakenBack['removed'] => {
    const { id, name, state } = item
    const at = noted(item)?.at ?? now
    if (state === 'removing') return [{ id, name, at, proven: false }]
    if (state === 'removed' || state === 'gone') return [{ id, name, at, proven: true }]
    const begun = noted(item)
    return begun && mayComeAbout(item) ? [{ ...begun, proven: false }] : []
  })
  const isListed = (one: Pick<Removable, 'id' | 'name'>): boolean =>
    items.some(({ id, name }) => id === one.id && name === one.name)
  const earlier = (before?.removed ?? []).filter((one) => !isListed(one))
  const all = [...earlier, ...removed]
  if (all.length === 0) return null
  const left = items.flatMap((item): TakenBack['left'] => {
    const { id, name, state } = item
    if (state === 'removing' || state === 'removed' || state === 'gone') return []
    return [{ id, name, state }]
  })
  return { accountId, at: before?.at ?? now, removed: all, left, steps: before?.steps ?? steps }
}
