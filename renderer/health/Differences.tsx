import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { Difference, Health } from '../../electron/contract/health.ts'
import { Card } from '../parts/Card.tsx'
import { CopyButton } from '../parts/CopyButton.tsx'
import { Fold } from '../parts/Fold.tsx'
import { Isolated } from '../parts/Isolated.tsx'
import { LongText } from '../parts/LongText.tsx'
import { useWords } from '../parts/words.ts'

/** So many actions of a statement are named at once. */
const NAMED = 6

/** By what the role differs from its approved template, what is dangerous first. */
export function Differences({ health }: { readonly health: Health }) {
  const words = useWords().health.differences
  const { differences, trust } = health
  if (differences.length + trust.more.length + trust.less.length === 0) return null
  const ordered = [
    ...differences.filter(({ way }) => way === 'more'),
    ...differences.filter(({ way }) => way === 'less'),
  ]
  return (
    <Card title={words.title}>
      <ul className="points">
        {trust.more.length > 0 && (
          <li data-difference="more">
            <Isolated text={words.trustMore(trust.more)} />
          </li>
        )}
        {trust.less.length > 0 && (
          <li data-difference="less">
            <Isolated text={words.trustLess(trust.less)} />
          </li>
        )}
        {ordered.map((difference) => (
          <li key={JSON.stringify(difference)} data-difference={difference.way}>
            <One difference={difference} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function One({ difference }: { readonly difference: Difference }) {
  const words = useWords().health.differences
  const { way, effect, policy, actions, resources, conditional, may } = difference
  if (actions.length === 0) return <Isolated text={words.detached(policy)} />
  const lead = {
    Allow: { more: words.more, less: words.less },
    Deny: { more: words.denyMore, less: words.denyLess },
  }[effect][way]
  const [named, others] = [actions.slice(0, NAMED), actions.slice(NAMED)]
  const about = [
    words.on(resources),
    ...(conditional ? [words.conditional] : []),
    ...(way === 'more' && effect === 'Allow' ? [words.may[may]] : []),
  ]
  return (
    <>
      <Isolated text={lead(policy)} /> <span className="code">{named.join(', ')}</span>{' '}
      <span className="quiet">
        <Isolated text={about.join(', ')} />
      </span>
      {others.length > 0 && (
        <ExpandableSection variant="footer" headerText={words.others(others.length)}>
          <span className="code">{others.join(', ')}</span>
        </ExpandableSection>
      )}
    </>
  )
}

/** What AWS refused whoever looked, as a policy to add. */
export function Missing({ statement }: { readonly statement: string }) {
  const words = useWords().health.missing
  return (
    <Card>
      <p>{words.text}</p>
      <LongText text={statement} label={words.label} className="statement" />
      <div className="actions">
        <CopyButton text={statement} label={words.label} caption={words.copy} />
      </div>
    </Card>
  )
}

/** The whole policy of a look, for whoever prepares one. */
export function PolicyForIt({ policy }: { readonly policy: string }) {
  const words = useWords().health.policy
  return (
    <Fold title={words.title} isOpen={false}>
      <p>{words.means}</p>
      <LongText text={policy} label={words.label} className="statement" />
      <div className="actions">
        <CopyButton text={policy} label={words.label} caption={words.copy} />
      </div>
    </Fold>
  )
}
