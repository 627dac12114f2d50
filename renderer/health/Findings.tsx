import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Finding } from '../../electron/contract/health.ts'
import { useMoment } from '../parts/time.ts'
import { useWords } from '../parts/words.ts'
import { isOfToday } from './days.ts'

const MARKS = { good: 'success', bad: 'error', awaited: 'pending', unseen: 'stopped' } as const

/** Each thing that is looked at with the time of the look. What is not of today has no colour. */
export function Findings({
  findings,
  now,
}: {
  readonly findings: readonly Finding[]
  readonly now: number
}) {
  const words = useWords().health
  return (
    <ul className="points findings">
      {findings.map((finding) => {
        const isFresh = isOfToday(finding.at, now)
        return (
          <li
            key={finding.id}
            data-finding={finding.id}
            data-state={finding.state}
            data-fresh={isFresh}
          >
            {words.titles[finding.id]}
            <br />
            <StatusIndicator
              type={isFresh ? MARKS[finding.state] : 'stopped'}
              {...(isFresh ? {} : { colorOverride: 'grey' as const })}
            >
              <Told finding={finding} isFresh={isFresh} />
            </StatusIndicator>
          </li>
        )
      })}
    </ul>
  )
}

function Told({
  finding: { state, at, before, codes },
  isFresh,
}: {
  readonly finding: Finding
  readonly isFresh: boolean
}) {
  const words = useWords().health
  const moment = useMoment()
  if (state !== 'unseen')
    return (
      <>
        {(isFresh ? words.list : words.list.was)[state](moment(at))}
        {codes.length > 0 && `. ${codes.map((code) => words.codes[code]).join(' ')}`}
      </>
    )
  if (!before) return words.list.never
  return `${words.list.unseen}. ${words.list.was[before.state](moment(before.at))}`
}
