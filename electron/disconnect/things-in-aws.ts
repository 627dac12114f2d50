import type { Mark } from '../aws/client/own-tags.ts'
import type { Removal } from '../aws/removal/removal.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { Removable } from '../contract/disconnect.ts'
import { toAppError } from '../errors/failure.ts'
import { accountIdOf } from '../steps/shared/account.ts'
import { isTold, type Thing } from './removable-things.ts'
import { stackMark, removeStack, type StackWork } from './stack-removal.ts'

/** What was found of a thing: how it is, and how many objects a bucket has. */
export type Found = Pick<Removable, 'state' | 'objects'>

/** With what things are found and removed, whatever they are. */
export type ThingWork = StackWork & {
  readonly removal: Removal
  readonly choices: () => Choices
}

const ownerOf = ({ connectionId }: ThingWork, { remembered }: Thing) => ({
  connectionId,
  remembered,
})

/** How a thing is now, as AWS tells it. */
export async function findThing(
  work: ThingWork,
  thing: Thing,
  signal: AbortSignal,
): Promise<Found> {
  const { removal, choices } = work
  const { name, key } = thing
  const owner = ownerOf(work, thing)
  switch (thing.id) {
    case 'stack':
      return foundAs(thing, await stackMark(work, key, signal), null)
    case 'report':
      return foundAs(thing, await removal.report(name, owner, signal), null)
    case 'bucket': {
      const found = await removal.bucket(name, accountIdOf(choices()), owner, signal)
      return foundAs(thing, found, found?.objects ?? null)
    }
  }
}

/** How a thing is now; also that it could not be read. */
export async function readThing(
  work: ThingWork,
  thing: Thing,
  signal: AbortSignal,
): Promise<Found & Pick<Removable, 'error'>> {
  try {
    return await findThing(work, thing, signal)
  } catch (error) {
    return { state: 'unread', objects: null, error: toAppError(error) }
  }
}

/** What a person is to read of these things, each as it is now. */
export async function findThings(
  work: ThingWork,
  things: readonly Thing[],
  signal: AbortSignal,
): Promise<Removable[]> {
  const itemOf = async (thing: Thing): Promise<Removable> => ({
    id: thing.id,
    name: thing.name,
    ...(await readThing(work, thing, signal)),
  })
  const found = await Promise.all(
    things.map(async (thing) => ({ thing, item: await itemOf(thing) })),
  )
  return found.flatMap(({ thing, item }) => (isTold(thing, item) ? [item] : []))
}

/** Removes a thing. `withObjects` says that the person agreed to lose what is in a bucket. */
export async function removeThing(
  work: ThingWork,
  thing: Thing,
  withObjects: boolean,
  signal: AbortSignal,
): Promise<void> {
  const { removal, choices } = work
  const { name, key } = thing
  const owner = ownerOf(work, thing)
  switch (thing.id) {
    case 'stack':
      return removeStack(work, key, signal)
    case 'report':
      return removal.deleteReport(name, owner, signal)
    case 'bucket': {
      const accountId = accountIdOf(choices())
      return removal.deleteBucket(name, accountId, owner, { withObjects, signal })
    }
  }
}

function foundAs(
  { remembered }: Thing,
  found: { readonly mark: Mark } | null,
  objects: number | null,
): Found {
  if (!found) return { state: 'gone', objects: null }
  if (found.mark === 'own') return { state: 'there', objects }
  // A mark can be lost: written too late, or taken off. It is not guessed whose the thing is then.
  return { state: remembered && found.mark === 'none' ? 'unmarked' : 'not-ours', objects }
}
