import Icon, { type IconProps } from '@cloudscape-design/components/icon'
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { closedLine, statusLine } from '../../electron/texts/steps.ts'
import { isAskedOfSpot, isSaidConnected } from '../checklist/asked.ts'
import { isUnverified, needsAttention, waitsForPeople } from '../checklist/line.ts'
import { isClosed } from '../checklist/registered.ts'
import { isOfEarlierDay } from '../health/days.ts'
import { wrongOf } from '../health/wrong.ts'
import { useNow } from '../parts/time.ts'
import { UnverifiedMark } from '../parts/UnverifiedMark.tsx'
import { useWords } from '../parts/words.ts'
import { isOutOfReach } from '../preflight/foresight.ts'

const INDICATORS: Readonly<Record<Status['kind'], StatusIndicatorProps.Type>> = {
  waiting: 'not-started',
  checking: 'loading',
  todo: 'info',
  acting: 'in-progress',
  pending: 'pending',
  done: 'success',
  failed: 'error',
  skipped: 'stopped',
}

const MINUTE = 60_000

const EARLIER = { done: 'success', delivery: 'pending' } as const

type Shown = { readonly view: StepView; readonly snapshot: Snapshot }

/** The state of a step as an icon alone, where there is no room for the words. */
export function StepMark({ view, snapshot }: Shown) {
  const now = useNow(MINUTE)
  const { status } = view
  if (isUnverified(status) || isSaidConnected(status)) return <Icon name="edit" />
  const sign = signOf({ view, snapshot })
  if (sign) return <Icon name={sign} />
  return <StatusIndicator {...indicatorOf({ view, snapshot }, now)} />
}

/** The state of a step as icon, colour and words. */
export function StepStatus({ view, snapshot }: Shown) {
  const words = useWords()
  const now = useNow(MINUTE)
  const { status } = view
  if (isUnverified(status)) return <UnverifiedMark />
  if (isSaidConnected(status))
    return <UnverifiedMark>{words.app.lines.saidConnected}</UnverifiedMark>
  const text = textOf(words, { view, snapshot }, now)
  const sign = signOf({ view, snapshot })
  if (sign)
    return (
      <span className="signed">
        <Icon name={sign} size="small" />
        {text}
      </span>
    )
  return <StatusIndicator {...indicatorOf({ view, snapshot }, now)}>{text}</StatusIndicator>
}

function textOf(words: Catalogue, { view, snapshot }: Shown, now: number): string {
  const { status, earlier } = view
  if (wrongOf(view, snapshot.health).length > 0) return words.app.lines.foundWrong
  if (isOfEarlierDay(view, snapshot.health, now)) return words.app.lines.earlier.done
  if (status.kind === 'waiting' && earlier) return words.app.lines.earlier[earlier.kind]
  if (isOutOfReach(snapshot, view)) return words.app.lines.lacking
  const line = isClosed(snapshot) && !isAskedOfSpot(status) ? closedLine : statusLine
  return line(words, status)
}

/** Signs of their own shape for what the person here cannot do, and for what other people are asked. */
function signOf({ view, snapshot }: Shown): IconProps.Name | null {
  if (isOutOfReach(snapshot, view)) return 'lock-private'
  const isOver = isClosed(snapshot) && !isAskedOfSpot(view.status)
  return waitsForPeople(view.status) && !isOver ? 'user-profile' : null
}

function indicatorOf(
  { view, snapshot }: Shown,
  now: number,
): Pick<StatusIndicatorProps, 'type' | 'colorOverride'> {
  const { status, earlier } = view
  if (wrongOf(view, snapshot.health).length > 0) return { type: 'error' }
  if (isOfEarlierDay(view, snapshot.health, now))
    return { type: EARLIER.done, colorOverride: 'grey' }
  if (isClosed(snapshot) && status.kind === 'pending' && !isAskedOfSpot(status))
    return { type: 'stopped' }
  // Grey: it is no proof now, and nothing is wrong with it.
  if (status.kind === 'waiting' && earlier)
    return { type: EARLIER[earlier.kind], colorOverride: 'grey' }
  return { type: needsAttention(status) ? 'warning' : INDICATORS[status.kind] }
}
