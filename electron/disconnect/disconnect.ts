import type { Removal } from '../aws/removal/removal.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { Disconnect, Removable } from '../contract/disconnect.ts'
import { fail, toAppError } from '../errors/failure.ts'
import { accountIdOf } from '../steps/shared/account.ts'
import { isTold, thingsOf, type Thing } from './removable-things.ts'
import { ownStack, removeStack, type StackWork } from './stack-removal.ts'

type Id = Removable['id']
/** What was found of a thing: how it is, and how many objects a bucket has. */
type Found = Pick<Removable, 'state' | 'objects'>

/** Takes back what this app has created for a connection: one thing at a time, with consent. */
export type Undo = {
  readonly state: () => Disconnect
  /**
   * Reads what there is. Resolves when it is shown; throws `busy` while something is removed, or
   * changed by a step.
   */
  readonly list: () => Promise<void>
  /**
   * Removes one thing of the list. How it went is in `state`, also when it failed. Throws `busy`,
   * and `not-now` for what is not there to be removed.
   */
  readonly remove: (id: Id, name: string, withObjects: boolean) => Promise<void>
  /** Ends the waiting for AWS, and shows no list any more. */
  readonly close: () => void
}

export function createDisconnect(
  options: StackWork & {
    readonly removal: Removal
    readonly choices: () => Choices
    /** True while a step of the checklist changes something. */
    readonly busy: () => boolean
    readonly onChange: () => void
    /** Called when nothing is left of what this app created: then no choice is to name it. */
    readonly onRemovedAll: () => Promise<void>
  },
): Undo {
  const { removal, choices, connectionId, busy, onChange, onRemovedAll } = options
  let state: Disconnect = { kind: 'closed' }
  let running: AbortController | null = null
  /** What the list is about. */
  let things: readonly Thing[] = []

  const show = (next: Disconnect): void => {
    state = next
    onChange()
  }
  const items = (): readonly Removable[] => (state.kind === 'listed' ? state.items : [])
  const change = (thing: Thing, to: Partial<Removable>): void =>
    show({
      kind: 'listed',
      items: items().map((item) => (isOf(thing, item) ? { ...withoutError(item), ...to } : item)),
    })
  /** What is removed here was proven to be ours; of what is gone only the memory is left. */
  const wasOurs = (item: Removable): boolean => {
    const thing = things.find((one) => isOf(one, item))
    return thing !== undefined && thing.used && (item.state === 'removed' || thing.remembered)
  }
  /** Runs one job at a time; what is closed meanwhile shows nothing any more. */
  const alone = async (job: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    if (running || busy()) throw fail('busy', { step: 'disconnect' })
    const abort = new AbortController()
    running = abort
    try {
      await job(abort.signal)
    } catch (error) {
      // What is closed has nobody to tell; AWS finishes what it has begun.
      if (!abort.signal.aborted) throw error
    } finally {
      if (running === abort) running = null
    }
  }

  const ownerOf = ({ remembered }: Thing) => ({ connectionId, remembered })
  const find = async (thing: Thing, signal: AbortSignal): Promise<Found> => {
    const { name, key } = thing
    switch (thing.id) {
      case 'stack':
        return foundAs(await ownStack(options, key, signal), null)
      case 'report':
        return foundAs(await removal.report(name, ownerOf(thing), signal), null)
      case 'bucket': {
        const found = await removal.bucket(name, accountIdOf(choices()), ownerOf(thing), signal)
        return foundAs(found, found?.objects ?? null)
      }
    }
  }
  const itemOf = async (thing: Thing, signal: AbortSignal): Promise<Removable> => {
    const { id, name } = thing
    try {
      return { id, name, ...(await find(thing, signal)) }
    } catch (error) {
      return { id, name, state: 'failed', objects: null, error: toAppError(error) }
    }
  }
  const listed = async (signal: AbortSignal): Promise<Removable[]> => {
    const found = await Promise.all(
      things.map(async (thing) => ({ thing, item: await itemOf(thing, signal) })),
    )
    return found.flatMap(({ thing, item }) => (isTold(thing, item) ? [item] : []))
  }

  const take = async (thing: Thing, withObjects: boolean, signal: AbortSignal): Promise<void> => {
    const { name, key } = thing
    const accountId = accountIdOf(choices())
    switch (thing.id) {
      case 'stack':
        return removeStack(options, key, signal)
      case 'report':
        return removal.deleteReport(name, ownerOf(thing), signal)
      case 'bucket':
        return removal.deleteBucket(name, accountId, ownerOf(thing), { withObjects, signal })
    }
  }

  return {
    state: () => state,

    list: () =>
      alone(async (signal) => {
        show({ kind: 'looking' })
        try {
          things = thingsOf(choices())
          const found = await listed(signal)
          if (signal.aborted) return
          show({ kind: 'listed', items: found })
          // The last of it may have gone elsewhere. What others created and this uses, still works.
          const inUse = found.some(({ id, state: how }) => id !== 'bucket' && how === 'not-ours')
          if (!inUse && nothingLeft(found, wasOurs)) await onRemovedAll()
        } catch (error) {
          if (!signal.aborted) show({ kind: 'failed', error: toAppError(error) })
        }
      }),

    remove: (id, name, withObjects) =>
      alone(async (signal) => {
        const item = items().find((one) => one.id === id && one.name === name)
        const thing = item && things.find((one) => isOf(one, item))
        if (!thing || (item.state !== 'there' && item.state !== 'failed'))
          throw fail('not-now', { step: 'disconnect' })
        change(thing, { state: 'removing' })
        try {
          await take(thing, withObjects, signal)
          // Gone when a read says so, and not because AWS took the order.
          const now = await find(thing, signal)
          if (signal.aborted) return
          change(thing, now.state === 'gone' ? { state: 'removed', objects: null } : now)
        } catch (error) {
          if (!signal.aborted) change(thing, { state: 'failed', error: toAppError(error) })
        }
        if (nothingLeft(items(), wasOurs)) await onRemovedAll()
      }),

    close() {
      running?.abort(fail('cancelled'))
      running = null
      show({ kind: 'closed' })
    },
  }
}

const isOf = (thing: Thing, item: Pick<Removable, 'id' | 'name'>): boolean =>
  thing.id === item.id && thing.name === item.name

const withoutError = ({ id, name, state, objects }: Removable): Removable => ({
  id,
  name,
  state,
  objects,
})

const foundAs = (found: { createdHere: boolean } | null, objects: number | null): Found => {
  if (!found) return { state: 'gone', objects: null }
  return { state: found.createdHere ? 'there' : 'not-ours', objects }
}

const OVER: readonly Removable['state'][] = ['removed', 'gone', 'not-ours']

/** Something that was created for the connection is gone, and nothing of that is left. */
function nothingLeft(items: readonly Removable[], isOurs: (item: Removable) => boolean): boolean {
  if (!items.every(({ state }) => OVER.includes(state))) return false
  return items.some((item) => item.state !== 'not-ours' && isOurs(item))
}
