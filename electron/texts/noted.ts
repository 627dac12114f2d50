import type { Catalogue } from './catalogue.ts'

type Words = Catalogue['template']['noted']

/**
 * What a review of a template or of a policy notes about a name, in words. The review writes its
 * remarks around the name in a notation of its own (`template/review.ts`, `aws/iam/roles.ts`), which
 * files of the app keep; what does not look like a remark is shown as it is.
 */
export function notedText({ template }: Catalogue, text: string): string {
  return conditional(template.noted, text)
}

/** `X (by A or B)`, `X (if A and not B)`. */
function conditional(words: Words, text: string): string {
  const [, whom, ways] = /^(.+) \(by ([^()]+)\)$/s.exec(text) ?? []
  if (whom !== undefined && ways !== undefined)
    return words.by(conditional(words, whom), ways.split(' or '))
  const [, what, conditions] = /^(.+) \(if ([^()]+)\)$/s.exec(text) ?? []
  if (what === undefined || conditions === undefined) return prefixed(words, text)
  const cases = conditions.split(' and ').map((one) => {
    const not = /^not (.+)$/.exec(one)?.[1]
    return not === undefined ? one : words.not(not)
  })
  return words.when(conditional(words, what), cases)
}

/** `under a condition never all but X`, `attached to Users: X`, `not understood: X`. */
function prefixed(words: Words, text: string): string {
  const rest = (prefix: string): string | null =>
    text.startsWith(prefix) ? text.slice(prefix.length) : null
  const conditionally = rest('under a condition never ')
  if (conditionally !== null) return words.neverUnderCondition(prefixed(words, conditionally))
  const never = rest('never ')
  if (never !== null) return words.never(prefixed(words, never))
  const allBut = rest('all but ')
  if (allBut !== null) return words.allBut(prefixed(words, allBut))
  const [, property, whom] = /^attached to (Users|Groups|Roles|RoleName): (.*)$/s.exec(text) ?? []
  if (property !== undefined && whom !== undefined)
    return words.attachedTo(property, prefixed(words, whom))
  const strange = rest('not understood: ')
  return strange === null ? text : notUnderstood(words, strange)
}

/** `X (default of A: a) (default of B: b)`. */
function notUnderstood(words: Words, text: string): string {
  const [, what = text, name, value] = /^(.*) \(default of (\w+): ([^()]*)\)$/s.exec(text) ?? []
  if (name === undefined || value === undefined) return words.notUnderstood(text)
  return words.withDefault(notUnderstood(words, what), name, value)
}
