import Icon from '@cloudscape-design/components/icon'
import { useWords } from './words.ts'

/** “Not verified” with a sign and a colour of its own: neither done nor wrong. */
export function UnverifiedMark({ children }: { readonly children?: string }) {
  const words = useWords()
  return (
    <span className="unverified">
      <Icon name="edit" size="small" />
      {children ?? words.modes.unverified.mark}
    </span>
  )
}
