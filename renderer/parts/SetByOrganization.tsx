import Icon from '@cloudscape-design/components/icon'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { useWords } from './words.ts'

/** Beside what a person cannot choose here: that the organization has, and by which setting. */
export function SetByOrganization({
  setting,
}: {
  readonly setting: keyof Catalogue['managed']['titles']
}) {
  const { managed } = useWords()
  return (
    <p className="quiet set-by-organization" data-set-by={setting}>
      <Icon name="lock-private" size="small" /> {managed.set}: {managed.titles[setting]}
    </p>
  )
}
