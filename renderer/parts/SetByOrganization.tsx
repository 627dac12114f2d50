import Icon from '@cloudscape-design/components/icon'
import type { ReactNode } from 'react'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { useWords } from './words.ts'

/** Those are told of only where they are off: what they allow is what is not offered there. */
const isSwitch = (setting: string): boolean => /^Allow(?!ed)/.test(setting)

/**
 * Beside what a person cannot choose here: that the organization has, by which setting, and what that
 * means here. `inline` where a paragraph stands around it already, as in a field's description.
 */
export function SetByOrganization({
  setting,
  inline = false,
  children,
}: {
  readonly setting: keyof Catalogue['managed']['titles']
  readonly inline?: boolean
  readonly children?: ReactNode
}) {
  const { managed } = useWords()
  const Around = inline ? 'span' : 'p'
  return (
    <Around className="quiet set-by-organization" data-set-by={setting}>
      <Icon name="lock-private" size="small" /> {managed.set}: {managed.titles[setting]}
      {isSwitch(setting) && <> ({managed.turnedOff})</>}
      {children !== undefined && <>. {children}</>}
    </Around>
  )
}
