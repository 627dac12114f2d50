import Badge from '@cloudscape-design/components/badge'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { FactId } from '../../electron/contract/steps.ts'
import type { TermId } from '../../electron/contract/help.ts'
import type { Fact } from '../../electron/contract/facts.ts'
import type { Language } from '../../electron/texts/catalogue.ts'
import { useIsSpot } from './spotPrincipals.ts'
import { momentInWords } from './time.ts'
import { CopyButton } from './CopyButton.tsx'
import { Isolated } from './Isolated.tsx'
import { notedText } from '../../electron/texts/noted.ts'
import { reportSettings } from '../../electron/texts/report-settings.ts'
import { factValue } from '../../electron/texts/facts.ts'
import { Settings } from './Settings.tsx'
import { Term } from './Term.tsx'
import { useLanguage, useWords } from './words.ts'

/** Facts that list who is trusted, with a comma between. */
const TRUST_FACTS: readonly FactId[] = ['trust', 'principals']

/** The word in a fact's label that Help explains. */
const TERMS: Partial<Readonly<Record<FactId, TermId>>> = {
  'permission-set': 'permission-set',
  'management-account': 'management-account',
  prefix: 'prefix',
  'bucket-encryption': 'sse-s3',
  manifest: 'manifest',
  'template-sha256': 'fingerprint',
  'role-arn': 'arn',
  'simulated-read': 'simulation',
}

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
  const language = useLanguage()
  const isShort = (fact: Fact): boolean => shownValue(language, fact).length <= SHORT
  const short = facts.filter(isShort)
  const long = facts.filter((fact) => !isShort(fact))
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
  const words = useWords()
  return (
    <KeyValuePairs
      columns={columns}
      ariaLabel={label}
      items={facts.map((fact) => ({
        label: words.facts.labels[fact.id],
        info: termOf(fact),
        value: <FactValue fact={fact} />,
      }))}
    />
  )
}

function termOf({ id }: Fact) {
  const term = TERMS[id]
  return term && <Term id={term} />
}

function FactValue({ fact }: { readonly fact: Fact }) {
  const language = useLanguage()
  const { words } = language
  const settings = fact.id === 'report-settings' ? reportSettings(words, fact.value) : null
  if (settings)
    return (
      <div data-fact={fact.id}>
        <Settings settings={settings.map((setting) => ({ ...setting, copy: false }))} />
      </div>
    )
  return (
    <span className="fact-value" data-fact={fact.id}>
      {TRUST_FACTS.includes(fact.id) ? (
        <TrustList principals={fact.value.split(', ')} />
      ) : (
        <span>
          <Isolated text={shownValue(language, fact)} />
        </span>
      )}
      {fact.copy === true && <CopyButton text={fact.value} label={words.facts.labels[fact.id]} />}
    </span>
  )
}

/** Who may use a role: each ARN, with the name of those that are Spot's. */
export function TrustList({ principals }: { readonly principals: readonly string[] }) {
  const words = useWords()
  const isSpot = useIsSpot()
  return (
    <span>
      {principals.map((principal) => (
        <span key={principal} className="trusted">
          <Isolated text={notedText(words, principal)} />
          {isSpot(principal) && <Badge color="grey">{words.facts.spotAccount}</Badge>}
        </span>
      ))}
    </span>
  )
}

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** The value in words: codes by the texts, times in the person's own time zone. */
function shownValue(language: Language, { id, value }: Fact): string {
  if (value === '') return '—'
  if (ISO_TIME.test(value)) return momentInWords(language, Date.parse(value))
  return factValue(language.words, id, value)
}
