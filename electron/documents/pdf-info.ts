/** A PDF's date (ISO 32000-1, 7.9.4), as Chromium's writer has it: to the second, with the zone. */
const DATE = /(\/(?:CreationDate|ModDate) \(D:)\d{14}(?:[+-]\d{2}'\d{2}'?|Z)/g
/** A string of a PDF, with what is escaped in it. */
const CREATOR = /\/Creator \((?:[^\\()]|\\.)*\)/g

/**
 * A PDF of Chromium's with the document's own date (ms since the epoch) in place of the moment of printing,
 * which is all that two prints of one page differ in; and with the app's name (`creator`, ASCII) in place
 * of Chromium's, which tells the operating system. Everything is as long as before, so that the offsets in
 * the file's table stay right. Only the information dictionary has such entries in the clear: in a title
 * their parenthesis would be escaped, and what pages show is compressed. What is written otherwise stays.
 */
export function withOwnInfo(
  pdf: Uint8Array,
  { at, creator }: { readonly at: number; readonly creator: string },
): Uint8Array {
  const digits = new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const text = Buffer.from(pdf).toString('latin1')
  const own = text
    .replaceAll(DATE, (found, entry: string) => {
      const zone = found.slice(entry.length + digits.length)
      return `${entry}${digits}${zone === 'Z' ? zone : zone.replaceAll(/[+-]\d{2}'\d{2}/g, "+00'00")}`
    })
    .replaceAll(CREATOR, (found) => {
      const entry = `/Creator (${creator.replaceAll(/[\\()]/g, '')})`
      return entry.length > found.length ? found : entry.padEnd(found.length)
    })
  return Buffer.from(own, 'latin1')
}
