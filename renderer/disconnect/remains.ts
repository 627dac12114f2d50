import type { Removable } from '../../electron/contract/disconnect.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'

/** What stays after everything was removed, as far as it applies. `registered`: Spot knows the account. */
export function remains(
  { disconnect }: Catalogue,
  items: readonly Pick<Removable, 'id' | 'name' | 'state'>[],
  registered: boolean,
): readonly string[] {
  const { remains: texts, removables } = disconnect
  const left = items.filter(({ state }) => state === 'not-ours')
  const things = left.map(({ id, name }) => texts.thing(removables[id].kind, name))
  const bucket = left.find(({ id }) => id === 'bucket')
  return [
    ...(registered ? [texts.spot] : []),
    ...(things.length > 0 ? [texts.others(things)] : []),
    ...(bucket ? [texts.bucketFiles(bucket.name)] : []),
    texts.records,
  ]
}
