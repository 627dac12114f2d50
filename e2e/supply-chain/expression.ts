import { SPDX } from '@cyclonedx/cyclonedx-library'

/** A licence of one's own, as SPDX writes it where its list has none. Source: SPDX 2.3, annex D. */
const OWN = /^LicenseRef-[\w.-]+$/
const TOKEN = /\(|\)|[^\s()]+/g

/**
 * Whether a text is a licence expression of SPDX: ids of its list or `LicenseRef-…`, joined by AND, OR and
 * parentheses. `WITH` an exception is not taken: nothing here has one, and its list is another one.
 */
export function isLicenceExpression(text: string): boolean {
  const tokens = text.match(TOKEN) ?? []
  let at = 0
  const term = (): boolean => {
    const token = tokens[at++] ?? ''
    if (token !== '(') return SPDX.isSupportedSpdxId(token.replace(/\+$/, '')) || OWN.test(token)
    return expression() && tokens[at++] === ')'
  }
  const expression = (): boolean => {
    if (!term()) return false
    while (tokens[at] === 'AND' || tokens[at] === 'OR') {
      at += 1
      if (!term()) return false
    }
    return true
  }
  return expression() && at === tokens.length
}
