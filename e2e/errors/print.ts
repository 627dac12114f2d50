import { english } from '../../electron/texts/en/index.ts'
import type { ListedError, ListedOperation, Listing } from './listing.ts'
import type { Outcome } from './provoke.ts'

const INDENT = '      '

/** What became of an error, in the words that a person reads. */
function outcomeLines(outcome: Outcome): string[] {
  if (outcome.kind === 'handled') return [`handled: ${outcome.result}`]
  const { error, text, generic } = outcome
  return [
    `${error.code}${generic ? '   <-- FALLS THROUGH' : ''}`,
    `${INDENT}${text.what}`,
    `${INDENT}${text.meaning}`,
    `${INDENT}${text.todo} (${english.errors.who[text.who]})`,
  ]
}

function errorLines({ provocation, modelled, outcomes }: ListedError): string[] {
  const { code, message } = provocation
  const words = message === `The service answered ${code}.` ? '' : ` “${message}”`
  const name = `    ${code}${words}${modelled ? '' : ' (not in the model)'}`
  const said = outcomes.map(({ way, outcome }) => ({ way, lines: outcomeLines(outcome) }))
  const [first] = said
  const same = said.every(({ lines }) => lines.join('\n') === first?.lines.join('\n'))
  if (first && same) return [`${name} → ${first.lines[0]}`, ...first.lines.slice(1)]
  return said.flatMap(({ way, lines: [head, ...rest] }) => [`${name}, ${way} → ${head}`, ...rest])
}

function operationLines({ operation, files, errors }: ListedOperation): string[] {
  return [`  ${operation} (${files.join(', ')})`, ...errors.flatMap(errorLines)]
}

const fallsThrough = ({ outcomes }: ListedError): boolean =>
  outcomes.some(({ outcome }) => outcome.kind === 'told' && outcome.generic)

/** Why the list cannot be trusted to be whole; empty is good. */
const gapsIn = (listing: Listing): string[] => [
  ...listing.withoutContract.map((key) => `${key} is called, and the contract does not know it`),
  ...listing.withoutDriver.map((key) => `${key} is called, and nothing here makes it fail`),
  ...listing.unnoticed.map((key) => `${key} was sent, and was not found in the code`),
]

/** The whole list as text, and whether every error has words of its own. */
export function printed(listing: Listing): { readonly text: string; readonly complete: boolean } {
  const lines: string[] = []
  const services = [...new Set(listing.operations.map(({ service }) => service))]
  for (const service of services) {
    const operations = listing.operations.filter((one) => one.service === service)
    lines.push(service, ...operations.flatMap(operationLines), '')
  }
  if (listing.neverCalled.length > 0)
    lines.push(`Only the simulator knows, the app never calls: ${listing.neverCalled.join(', ')}`)
  const gaps = gapsIn(listing)
  lines.push(...gaps.map((gap) => `GAP: ${gap}`))
  const errors = listing.operations.flatMap((one) => one.errors)
  const fallen = errors.filter(fallsThrough).length
  lines.push(
    `${errors.length} errors of ${listing.operations.length} operations, ${fallen} fall through`,
  )
  return { text: lines.join('\n'), complete: fallen === 0 && gaps.length === 0 }
}
