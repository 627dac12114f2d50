/**
 * Finds pages of Help by words. There are some sixty short pages, so each is looked through anew: an
 * index, and a library that keeps one, would be more to review than what they save.
 */
import { plainWords, type Topic } from '../../electron/texts/help.ts'

/** A page that was found, best first. */
export type Found = {
  readonly topic: Topic
  /** The words of its text that were looked for, as `plainWords` writes them. */
  readonly hits: ReadonlySet<string>
  /** The first sentence in which one of them stands. */
  readonly excerpt: string
}

/** How much it counts where a word stands, and how well it fits. */
const PLACES = { title: 8, names: 5, brief: 2, text: 1 } as const
const FITS = { same: 4, begins: 3, within: 2, misspelt: 1 } as const
type Fit = keyof typeof FITS

type Page = {
  readonly topic: Topic
  readonly places: readonly (readonly [weight: number, words: ReadonlySet<string>])[]
}

function pageOf(topic: Topic): Page {
  const { title, awsName, also, brief, parts } = topic
  const text = parts.flatMap((part) => [part.title, ...part.points]).join(' ')
  return {
    topic,
    places: [
      [PLACES.title, new Set(plainWords(title))],
      [PLACES.names, new Set(plainWords(`${awsName} ${also}`))],
      [PLACES.brief, new Set(plainWords(brief))],
      [PLACES.text, new Set(plainWords(text))],
    ],
  }
}

/** What one of the words that were typed comes to on one page. */
type Match = { readonly score: number; readonly hits: readonly string[] }

/**
 * The pages for what was typed; none for nothing. `small` are words that say nothing, as they stand in
 * questions: they count only where nothing else was typed, and so do words that are on no page.
 */
export function search(topics: readonly Topic[], typed: string, small: string): readonly Found[] {
  const pages = topics.map(pageOf)
  const asked = [...new Set(plainWords(typed))]
  const idle = new Set(plainWords(small))
  const telling = asked.filter((word) => !idle.has(word))
  const counted = (telling.length > 0 ? telling : asked)
    .map((word) => matchesOf(pages, word))
    .filter((matches) => matches.size > 0)
  const found = pages.flatMap((page) => {
    const matches = counted.flatMap((one) => one.get(page) ?? [])
    if (matches.length === 0) return []
    const score = matches.reduce((sum, match) => sum + match.score, 0)
    const hits = new Set(matches.flatMap((match) => match.hits))
    return [{ topic: page.topic, hits, excerpt: excerptOf(page.topic, hits), score, matches }]
  })
  // Pages with all of the words, where there are some.
  const most = Math.max(0, ...found.map(({ matches }) => matches.length))
  return found
    .filter(({ matches }) => matches.length === most)
    .toSorted((one, other) => other.score - one.score || lengthOf(one) - lengthOf(other))
    .map(({ topic, hits, excerpt }) => ({ topic, hits, excerpt }))
}

/** Of two that fit alike, the one whose title says little else. */
const lengthOf = ({ topic }: { readonly topic: Topic }): number => plainWords(topic.title).length

/**
 * The pages with one word. What is like it, or what it is made of, counts only where nothing is it, begins
 * with it or has it within.
 */
function matchesOf(pages: readonly Page[], word: string): ReadonlyMap<Page, Match> {
  const right = matching(pages, (other) => (other === word ? 'same' : begins(other, word)))
  if (right.size > 0) return right
  return matching(pages, (other) => (isLike(other, word) || holds(word, other) ? 'misspelt' : null))
}

/** So long that it is hardly in another word by chance. */
const PART = 5

/** Whether a word is made of others, of which this is one: German writes them as one. */
const holds = (word: string, part: string): boolean => part.length >= PART && word.includes(part)

function begins(other: string, word: string): Fit | null {
  if (word.length > 1 && other.startsWith(word)) return 'begins'
  return holds(other, word) ? 'within' : null
}

function matching(
  pages: readonly Page[],
  fitOf: (other: string) => Fit | null,
): ReadonlyMap<Page, Match> {
  const found = new Map<Page, Match>()
  for (const page of pages) {
    const hits = page.places.flatMap(([weight, words]) =>
      [...words].flatMap((other) => {
        const fit = fitOf(other)
        return fit ? [{ other, score: weight * FITS[fit] }] : []
      }),
    )
    if (hits.length === 0) continue
    const score = Math.max(...hits.map((hit) => hit.score))
    found.set(page, { score, hits: hits.map(({ other }) => other) })
  }
  return found
}

/** Whether two words differ by a slip of the hand or two: a letter more, less, other or exchanged. */
function isLike(one: string, other: string): boolean {
  const allowed = other.length < 4 ? 0 : other.length < 8 ? 1 : 2
  return allowed > 0 && slips(one, other, allowed) <= allowed
}

/** How many such slips are between two words, as far as it is not more than `most` (optimal string alignment). */
function slips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const at = (rowsBack: number, column: number): number =>
        (rowsBack === 0 ? row : (rows[i - rowsBack] ?? []))[column] ?? Infinity
      const same = one[i - 1] === other[j - 1] ? 0 : 1
      const exchanged = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      row[j] = Math.min(
        at(1, j) + 1,
        at(0, j - 1) + 1,
        at(1, j - 1) + same,
        exchanged ? at(2, j - 2) + 1 : Infinity,
      )
    }
    rows.push(row)
  }
  return rows[one.length]?.[other.length] ?? Infinity
}

function excerptOf({ brief, parts }: Topic, hits: ReadonlySet<string>): string {
  const sentences = [brief, ...parts.flatMap(({ points }) => points)]
  const has = (sentence: string): boolean => plainWords(sentence).some((word) => hits.has(word))
  return sentences.find(has) ?? brief
}
