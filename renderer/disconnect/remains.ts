import type { Removable } from '../../electron/contract/disconnect.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'

/** What stays after everything was removed, as far as it applies. `registered`: Spot knows the account. */
export function remains(
  { disconnect }: Catalogue,
  items: readonly Pick<Removable, 'id' | 'name' | 'state'>[],
  registered: boolean,
): readonly string[] {
  const { remains: texts, removables } = disconnect
  const of = (wanted: Removable['state']): readonly string[] =>
    items
      .filter(({ state }) => state === wanted)
      .map(({ id, name }) => texts.thing(removables[id].kind, name))
  const [things, unmarked] = [of('not-ours'), of('unmarked')]
  const bucket = items.find(({ id, state }) => id === 'bucket' && state === 'not-ours')
  return [
    ...(registered ? [texts.spot] : []),
    ...(unmarked.length > 0 ? [texts.unmarked(unmarked)] : []),
    ...(things.length > 0 ? [texts.others(things)] : []),
    ...(bucket ? [texts.bucketFiles(bucket.name)] : []),
    texts.records,
  ]
}
