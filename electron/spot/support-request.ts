/** A `mailto:` link that opens the request in the mail program; the person fills in the address. */
export function mailtoLink(subject: string, body: string): string {
  const lines = body.replaceAll(/\r?\n/g, '\r\n')
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`
}
