import { abortOfMany } from '../base/abort.ts'
import type { Disconnect, Removable } from '../contract/disconnect.ts'
import { fail, isCode, toAppError } from '../errors/failure.ts'
import { thingsOf, type Thing } from './removable-things.ts'
import { findThing, findThings, readThing, removeThing, type ThingWork } from './things-in-aws.ts'

type Id = Removable['id']

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

/** What the undo is given. */
type Given = ThingWork & {
  /** True while a step of the checklist changes something. */
  readonly busy: () => boolean
  readonly onChange: () => void
  /**
   * Told before a thing that the connection works with is removed, after that was proven or has
   * failed, and when all of it was found gone. Nothing is removed before this has resolved.
   */
  readonly onTakenBack: (items: readonly Removable[]) => Promise<void>
  /** Called when nothing is left of what this app created: nobody has to be signed in any more. */
  readonly onRemovedAll: () => Promise<void>
}

/** The list at work: what is shown, what it is about, and the one job that runs. */
type List = Given & {
  state: Disconnect
  things: readonly Thing[]
  running: AbortController | null
}

export function createDisconnect(given: Given): Undo {
  const list: List = { ...given, state: { kind: 'closed' }, things: [], running: null }
  return {
    state: () => list.state,
    list: () => alone(list, (signal) => look(list, signal)),
    remove: (id, name, withObjects) =>
      alone(list, (signal) => takeBack(list, { id, name, withObjects }, signal)),
    close() {
      list.running?.abort(fail('cancelled'))
      list.running = null
      show(list, { kind: 'closed' })
    },
  }
}

/** Runs one job at a time; what is closed meanwhile shows nothing any more. */
async function alone(list: List, job: (signal: AbortSignal) => Promise<void>): Promise<void> {
  if (list.running || list.busy()) throw fail('busy', { step: 'disconnect' })
  const abort = abortOfMany()
  list.running = abort
  try {
    await job(abort.signal)
  } catch (error) {
    // What is closed has nobody to tell; AWS finishes what it has begun.
    if (!abort.signal.aborted) throw error
  } finally {
    if (list.running === abort) list.running = null
  }
}

async function look(list: List, signal: AbortSignal): Promise<void> {
  show(list, { kind: 'looking' })
  try {
    list.things = thingsOf(list.choices())
    const items = await findThings(list, list.things, signal)
    if (signal.aborted) return
    show(list, { kind: 'listed', items })
    if (list.choices().disconnected) await list.onTakenBack(items)
    // The last of it may have gone elsewhere. What others created and this uses, still works.
    const inUse = items.some(({ id, state }) => id !== 'bucket' && state === 'not-ours')
    if (!inUse && nothingLeft(list)) await over(list)
  } catch (error) {
    if (!signal.aborted) show(list, { kind: 'failed', error: toAppError(error) })
  }
}

async function takeBack(
  list: List,
  { id, name, withObjects }: Pick<Removable, 'id' | 'name'> & { readonly withObjects: boolean },
  signal: AbortSignal,
): Promise<void> {
  const item = itemsOf(list).find((one) => one.id === id && one.name === name)
  const thing = item && list.things.find((one) => isOf(one, item))
  if (!thing || (item.state !== 'there' && item.state !== 'failed'))
    throw fail('not-now', { step: 'disconnect' })
  change(list, thing, { state: 'removing' })
  // On disk before AWS is told: whatever happens then, nobody else is blamed for what is missing.
  if (thing.used) await list.onTakenBack(itemsOf(list))
  const now = await removed(list, thing, withObjects, signal)
  if (signal.aborted) return
  change(list, thing, now)
  if (nothingLeft(list)) await over(list)
  else if (thing.used) await list.onTakenBack(itemsOf(list))
}

/** What has become of a thing that was to be removed. */
async function removed(
  list: List,
  thing: Thing,
  withObjects: boolean,
  signal: AbortSignal,
): Promise<Partial<Removable>> {
  try {
    await removeThing(list, thing, withObjects, signal)
    // Gone when a read says so, and not because AWS took the order.
    const now = await findThing(list, thing, signal)
    return now.state === 'gone' ? { state: 'removed', objects: null } : now
  } catch (error) {
    // Its mark was lost since it was listed: it is shown as it is now, and not offered again.
    if (isCode(error, 'not-created-here')) return readThing(list, thing, signal)
    return { state: 'failed', error: toAppError(error) }
  }
}

async function over(list: List): Promise<void> {
  await list.onTakenBack(itemsOf(list))
  await list.onRemovedAll()
}

function show(list: List, next: Disconnect): void {
  list.state = next
  list.onChange()
}

const itemsOf = ({ state }: List): readonly Removable[] =>
  state.kind === 'listed' ? state.items : []

function change(list: List, thing: Thing, to: Partial<Removable>): void {
  const items = itemsOf(list).map((item) =>
    isOf(thing, item) ? { ...withoutError(item), ...to } : item,
  )
  show(list, { kind: 'listed', items })
}

const isOf = (thing: Thing, item: Pick<Removable, 'id' | 'name'>): boolean =>
  thing.id === item.id && thing.name === item.name

const withoutError = ({ id, name, state, objects }: Removable): Removable => ({
  id,
  name,
  state,
  objects,
})

const OVER: readonly Removable['state'][] = ['removed', 'gone', 'not-ours']

/** What is removed here was proven to be ours; of what is gone only the memory is left. */
function wasOurs({ things }: List, item: Removable): boolean {
  const thing = things.find((one) => isOf(one, item))
  return thing !== undefined && thing.used && (item.state === 'removed' || thing.remembered)
}

/** Something that was created for the connection is gone, and nothing of that is left. */
function nothingLeft(list: List): boolean {
  const items = itemsOf(list)
  if (!items.every(({ state }) => OVER.includes(state))) return false
  return items.some((item) => item.state !== 'not-ours' && wasOurs(list, item))
}
