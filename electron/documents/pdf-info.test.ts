import { expect, test } from 'vitest'
import { withOwnInfo } from './pdf-info.ts'

const at = Date.parse('2026-11-23T09:00:07Z')
const own = (text: string): string =>
  Buffer.from(
    withOwnInfo(Buffer.from(text, 'latin1'), { at, creator: 'Eco Connect 1.2.3' }),
  ).toString('latin1')

test('the dates of the information dictionary become the document’s, at the same length', () => {
  const info = (moment: string, zone: string): string =>
    `<</Title (x)\n/CreationDate (D:${moment}${zone})\n/ModDate (D:${moment}${zone})>>`
  expect(own(info('20261129161159', "+00'00'"))).toBe(info('20261123090007', "+00'00'"))
  expect(own(info('20261129161159', "-08'30'"))).toBe(info('20261123090007', "+00'00'"))
  expect(own(info('20261129161159', 'Z'))).toBe(info('20261123090007', 'Z'))
})

test('what made it is the app, and nothing of the computer stands there', () => {
  const before = '/Creator (Mozilla/5.0 \\(X11; Linux\\) Chrome/130)\n/Producer (Skia/PDF m130)'
  const after = own(before)
  expect(after).toMatch(/^\/Creator \(Eco Connect 1\.2\.3\) +\n\/Producer \(Skia\/PDF m130\)$/)
  expect(after).toHaveLength(before.length)
  expect(own('/Creator (short)')).toBe('/Creator (short)')
})

test('whatever else is in the file stays, byte for byte', () => {
  const other = `\u00e4\u00ff\u0000 /Title (\\(/ModDate \\(D:20261129161159Z\\)) (D:20261129161159Z)`
  expect(own(other)).toBe(other)
})
