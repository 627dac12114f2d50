import { visible } from '../../electron/base/visible.ts'
import type { AppError } from '../../electron/errors/app-error.ts'

/** AWS, Spot and this computer's programs are asked in English, and answer so. */
export const FOREIGN = 'en'

/** Facts of an error that are what another program said, in its own words. */
const SAID = ['message', 'reason', 'because', 'description', 'error', 'cause', 'finding']

/** What others said in an error, as it stands in its sentences: prose, and neither a name nor a code. */
export function saidIn({ facts }: Pick<AppError, 'facts'>): readonly string[] {
  return Object.entries(facts)
    .filter(([name]) => SAID.includes(name))
    .map(([, text]) => visible(text))
    .filter((text) => /\S\s+\S/.test(text))
}

/** A text in quotation marks, of whichever language. */
const QUOTED = /([“„])([^“”„]+)(?=[“”])/g

/**
 * A text in parts: every other one, from the second on, is a quotation of something that was said. It may
 * be quoted without what is wrapped around it.
 */
export function byTongue(text: string, said: readonly string[]): readonly string[] {
  const parts: string[] = []
  let end = 0
  for (const match of text.matchAll(QUOTED)) {
    const quoted = match[2] ?? ''
    if (!/\s/.test(quoted) || !said.some((one) => one.includes(quoted))) continue
    const start = match.index + 1
    parts.push(text.slice(end, start), quoted)
    end = start + quoted.length
  }
  return [...parts, text.slice(end)]
}
