/** What stands where a secret stood. */
export const MASK = '[hidden]'

/** Members that hold secrets in what is sent to AWS and in what comes back, in lower case. */
const SECRET_MEMBERS: ReadonlySet<string> = new Set([
  'accesstoken',
  'refreshtoken',
  'idtoken',
  'clientsecret',
  'code',
  'codeverifier',
  'devicecode',
  'proofkey',
  'secretaccesskey',
  'sessiontoken',
])

/** Shorter ones would hide ordinary words; no real secret is so short. */
const SHORTEST = 8
/** A message may quote a part of a secret: so many of its characters in a row are hidden too. */
const PIECE = 16

/** What is a secret by its look, whoever it belongs to. */
const BY_LOOK: readonly (readonly [RegExp, string])[] = [
  [/\b(A[KS]IA)[A-Z0-9]{12,124}\b/g, `$1${MASK}`],
  [/\b(Bearer\s+)[\w.~+/=-]{8,}/gi, `$1${MASK}`],
  [/\b(x-amz-security-token["']?\s*[:=]\s*["']?)[\w+/=%-]{16,}/gi, `$1${MASK}`],
  // Session tokens of STS, tokens of IAM Identity Center, and JSON web tokens begin like this.
  [/\b(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[\w+/=%-]{16,}/g, MASK],
  [/\bao[ar]AAAA[\w+/=:.-]{16,}/g, MASK],
  // Refresh tokens of AWS Sign-In, and the key that belongs to one.
  [/\bASOR[\w+/=-]{16,}/g, MASK],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, MASK],
  [/\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g, MASK],
  // The parser of JSON quotes what it could not read, which may be the middle of a secret.
  [/(Unexpected token) .{1,12}, .{1,80} is not valid JSON/gs, '$1: not valid JSON'],
]

/** The secrets among the members of a request or reply, as far as three levels down. */
export function secretsIn(value: unknown, levels = 3): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || levels === 0) return []
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    if (typeof member !== 'string') return secretsIn(member, levels - 1)
    return SECRET_MEMBERS.has(name.toLowerCase()) ? [member] : []
  })
}

/** `text` without these secrets, without long pieces of them, and without what looks like one. */
export function masked(text: string, secrets: readonly string[] = []): string {
  let safe = text
  const forms = secrets
    .filter(({ length }) => length >= SHORTEST)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
  // Whole ones first, whatever they have in common with each other.
  for (const form of forms) safe = safe.replaceAll(form, MASK)
  for (const form of forms) safe = withoutPieces(safe, form)
  for (const [look, instead] of BY_LOOK) safe = safe.replaceAll(look, instead)
  return safe
}

function withoutPieces(text: string, secret: string): string {
  if (secret.length <= PIECE || text.length < PIECE) return text
  const pieces = new Set<string>()
  for (let at = 0; at + PIECE <= secret.length; at += 1) pieces.add(secret.slice(at, at + PIECE))
  let safe = ''
  let kept = 0
  for (let at = 0; at + PIECE <= text.length; at += 1) {
    if (!pieces.has(text.slice(at, at + PIECE))) continue
    let end = at + PIECE
    while (end < text.length && pieces.has(text.slice(end + 1 - PIECE, end + 1))) end += 1
    safe += text.slice(kept, at) + MASK
    kept = end
    at = end - 1
  }
  return safe + text.slice(kept)
}
