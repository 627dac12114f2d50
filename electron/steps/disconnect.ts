import type { Removal } from '../aws/removal.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { Disconnect, Removable } from '../contract.ts'
import { fail, toAppError } from '../errors.ts'
import { accountIdOf, reportOf, stackOf } from './account.ts'
import { ownStack, removeStack, type StackWork } from './stack-removal.ts'

type Id = Removable['id']
/** What was found of a thing: how it is, and how many objects a bucket has. */
type Found = Pick<Removable, 'state' | 'objects'>

/** Takes back what this app has created for a connection: one thing at a time, with consent. */
export type Undo = {
  readonly state: () => Disconnect
  /** Reads what there is. Resolves when it is shown; throws `busy` while something is removed. */
  readonly list: () => Promise<void>
  /**
   * Removes one thing of the list. How it went is in `state`, also when it failed. Throws `busy`,
   * and `not-now` for what is not there to be removed.
   */
  readonly remove: (item: Id, withObjects: boolean) => Promise<void>
  /** Ends the waiting for AWS, and shows no list any more. */
  readonly close: () => void
}

export function createDisconnect(
  options: StackWork & {
    readonly removal: Removal
    readonly onChange: () => void
    /** Called once nothing is left of what this app created: then no choice is to name it. */
    readonly onRemovedAll: () => Promise<void>
  },
): Undo {
  const { removal, choices, onChange, onRemovedAll } = options
  let state: Disconnect = { kind: 'closed' }
  let running: AbortController | null = null

  const show = (next: Disconnect): void => {
    state = next
    onChange()
  }
  const items = (): readonly Removable[] => (state.kind === 'listed' ? state.items : [])
  const change = (id: Id, to: Partial<Removable>): void =>
    show({
      kind: 'listed',
      items: items().map((item) => (item.id === id ? { ...withoutError(item), ...to } : item)),
    })
  /** Runs one job at a time; what is closed meanwhile shows nothing any more. */
  const alone = async (job: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    if (running) throw fail('busy', { step: 'disconnect' })
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

  const find = (id: Id, name: string, signal: AbortSignal): Promise<Found> => {
    switch (id) {
      case 'stack':
        return ownStack(options, signal).then((found) => foundAs(found, null))
      case 'report':
        return removal.report(name, signal).then((found) => foundAs(found, null))
      case 'bucket':
        return removal
          .bucket(name, accountIdOf(choices()), signal)
          .then((found) => foundAs(found, found?.objects ?? null))
    }
  }
  const itemOf = async (id: Id, name: string, signal: AbortSignal): Promise<Removable> => {
    try {
      return { id, name, ...(await find(id, name, signal)) }
    } catch (error) {
      return { id, name, state: 'failed', objects: null, error: toAppError(error) }
    }
  }

  const take = async (
    item: Removable,
    withObjects: boolean,
    signal: AbortSignal,
  ): Promise<void> => {
    switch (item.id) {
      case 'stack':
        return removeStack(options, signal)
      case 'report':
        return removal.deleteReport(item.name, signal)
      case 'bucket':
        return removal.deleteBucket(item.name, accountIdOf(choices()), { withObjects, signal })
    }
  }

  return {
    state: () => state,

    list: () =>
      alone(async (signal) => {
        show({ kind: 'looking' })
        try {
          const named = await namesOf(choices(), removal, signal)
          const found = await Promise.all(named.map(({ id, name }) => itemOf(id, name, signal)))
          if (!signal.aborted) show({ kind: 'listed', items: found })
        } catch (error) {
          if (!signal.aborted) show({ kind: 'failed', error: toAppError(error) })
        }
      }),

    remove: (id, withObjects) =>
      alone(async (signal) => {
        const item = items().find((one) => one.id === id)
        if (!item || (item.state !== 'there' && item.state !== 'failed'))
          throw fail('not-now', { step: 'disconnect' })
        change(id, { state: 'removing' })
        try {
          await take(item, withObjects, signal)
          // Gone when a read says so, and not because AWS took the order.
          const now = await find(id, item.name, signal)
          if (signal.aborted) return
          change(id, now.state === 'gone' ? { state: 'removed', objects: null } : now)
        } catch (error) {
          if (!signal.aborted) change(id, { state: 'failed', error: toAppError(error) })
        }
        if (allRemoved(items())) await onRemovedAll()
      }),

    close() {
      running?.abort(fail('cancelled'))
      running = null
      show({ kind: 'closed' })
    },
  }
}

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

/** Something was removed, and nothing of ours is left. */
function allRemoved(items: readonly Removable[]): boolean {
  const over = items.every(({ state }) => ['removed', 'gone', 'not-ours'].includes(state))
  return over && items.some(({ state }) => state === 'removed')
}

/** Everything that the connection uses, in the order in which it is removed. */
async function namesOf(
  choices: Choices,
  removal: Removal,
  signal: AbortSignal,
): Promise<{ readonly id: Id; readonly name: string }[]> {
  const stack = stackOf(choices)
  const report = reportOf(choices)
  const bucket = await bucketOf(choices, removal, signal)
  return [
    ...(stack ? [{ id: 'stack' as const, name: stack.name }] : []),
    ...(report ? [{ id: 'report' as const, name: report.name }] : []),
    ...(bucket ? [{ id: 'bucket' as const, name: bucket }] : []),
  ]
}

/** The report's bucket, unless it is an existing one and this app had begun to create another. */
async function bucketOf(choices: Choices, removal: Removal, signal: AbortSignal): Promise<string> {
  const used = reportOf(choices)?.bucket ?? ''
  const begun = choices.begunBucket
  if (begun === '' || begun === used) return used
  if (used === '') return begun
  const left = await removal.bucket(begun, accountIdOf(choices), signal)
  return left?.createdHere ? begun : used
}
