import { fail } from '../../../errors/failure.ts'

/** Far more than `state=…&code=…` with the longest code of 512 characters, as base64. */
const LONGEST = 4096
const BASE64 = /^[A-Za-z0-9+/_-]{8,}={0,2}$/

/**
 * The code that AWS's page shows in the browser of another device: base64 of `state=…&code=…`. Blanks
 * and line ends of the way it came by do not matter. Throws `console-code-malformed`, and
 * `console-code-foreign` for one of another sign-in: somebody else's may have been sent here.
 */
export function codeIn(pasted: string, state: string): string {
  const text = pasted.replaceAll(/\s+/g, '')
  const malformed = () => fail('console-code-malformed', {}, { field: 'code' })
  if (text.length > LONGEST || !BASE64.test(text)) throw malformed()
  const answer = new URLSearchParams(Buffer.from(text, 'base64').toString('utf8'))
  const code = answer.get('code')
  const came = answer.get('state')
  if (!code || !came) throw malformed()
  if (came !== state) throw fail('console-code-foreign', {}, { field: 'code' })
  return code
}
