import Icon from '@cloudscape-design/components/icon'
import { UNVERIFIED } from '../../electron/texts/en/modes.ts'

/** “Not verified” with a sign and a colour of its own: neither done nor wrong. */
export function UnverifiedMark() {
  return (
    <span className="unverified">
      <Icon name="edit" size="small" />
      {UNVERIFIED.line}
    </span>
  )
}
