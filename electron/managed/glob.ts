/**
 * Whether a name is like a pattern, as a whole: `*` stands for any characters, also none, and `?` for
 * one. Takes at most as many steps as the name is long, times the pattern's length.
 */
export function isLike(name: string, pattern: string): boolean {
  let at = 0
  let place = 0
  /** Behind the last `*`, and the first character that it does not stand for yet. */
  let star = -1
  let behind = 0
  while (at < name.length) {
    const asked = pattern[place]
    if (asked === '*') {
      star = place += 1
      behind = at
    } else if (asked !== undefined && (asked === '?' || asked === name[at])) {
      at += 1
      place += 1
    } else if (star >= 0) {
      at = behind += 1
      place = star
    } else return false
  }
  return /^\**$/.test(pattern.slice(place))
}
