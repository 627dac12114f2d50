import Badge from '@cloudscape-design/components/badge'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { Fact } from '../../electron/contract/facts.ts'
import { factLabel, factValue, SPOT_ACCOUNT, TRUST_FACTS } from '../../electron/texts/en/facts.ts'
import { useIsSpot } from './spotPrincipals.ts'
import { momentInWords } from './time.ts'
import { CopyButton } from './CopyButton.tsx'
import { Isolated } from './Isolated.tsx'

/** Longest value that shares a row with another. */
const SHORT = 34

/** Proven facts as labelled values, with a copy button where one is asked for; long ones last. */
export function Facts({
  facts,
  label,
}: {
  readonly facts: readonly Fact[]
  readonly label: string
}) {
  const short = facts.filter((fact) => shownValue(fact).length <= SHORT)
  const long = facts.filter((fact) => shownValue(fact).length > SHORT)
  return (
    <div className="facts stack-m">
      {short.length > 0 && <Pairs facts={short} label={label} columns={2} />}
      {long.length > 0 && <Pairs facts={long} label={label} columns={1} />}
    </div>
  )
}

function Pairs({
  facts,
  label,
  columns,
}: {
  readonly facts: readonly Fact[]
  readonly label: string
  readonly columns: number
}) {
  return (
    <KeyValuePairs
      columns={columns}
      ariaLabel={label}
      items={facts.map((fact) => ({
        label: factLabel(fact.id),
        value: <FactValue fact={fact} />,
      }))}
    />
  )
}

function FactValue({ fact }: { readonly fact: Fact }) {
  return (
    <span className="fact-value" data-fact={fact.id}>
      {TRUST_FACTS.includes(fact.id) ? (
        <TrustList principals={fact.value.split(', ')} />
      ) : (
        <span>
          <Isolated text={shownValue(fact)} />
        </span>
      )}
      {fact.copy === true && <CopyButton text={fact.value} label={factLabel(fact.id)} />}
    </span>
  )
}

/** Who may use a role: each ARN, with the name of those that are Spot's. */
export function TrustList({ principals }: { readonly principals: readonly string[] }) {
  const isSpot = useIsSpot()
  return (
    <span>
      {principals.map((principal) => (
        <span key={principal} className="trusted">
          <Isolated text={principal} />
          {isSpot(principal) && <Badge color="grey">{SPOT_ACCOUNT}</Badge>}
        </span>
      ))}
    </span>
  )
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** The value in words: codes by the texts, times in the person's own time zone. */
function shownValue({ id, value }: Fact): string {
  if (value === '') return '—'
  return ISO_TIME.test(value) ? momentInWords(Date.parse(value)) : factValue(id, value)
}
