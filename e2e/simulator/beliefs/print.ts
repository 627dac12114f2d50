/** `npm run --silent beliefs`: how much of the simulator is known, and what of it is guessed. */
import process from 'node:process'
import { certainties } from './belief.ts'
import { beliefs } from './index.ts'

const counts = certainties.map((certainty) => {
  const count = beliefs.filter((belief) => belief.certainty === certainty).length
  return `${String(count).padStart(4)}  ${certainty}`
})
const guesses = beliefs
  .filter(({ certainty }) => certainty === 'guess')
  .map(({ id, service, says, source }) => `${service}  ${id}\n  ${says}\n  Why: ${source}`)

process.stdout.write(
  [`${beliefs.length} beliefs`, ...counts, '', 'Guesses:', '', ...guesses, ''].join('\n'),
)
