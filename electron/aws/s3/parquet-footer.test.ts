import { tableFromArrays, tableToIPC } from 'apache-arrow'
import fc from 'fast-check'
import { Table, writeParquet, WriterPropertiesBuilder } from 'parquet-wasm/node'
import { describe, expect, it } from 'vitest'
import { reportParquet } from '../../../e2e/simulator/index.ts'
import type { FileReading } from '../../contract/report-file.ts'
import { LONGEST_FOOTER, readFooter, readTail, TAIL } from './parquet-footer.ts'

const HOUR = 60 * 60 * 1000
const START = Date.UTC(2026, 10, 1)
const MONTH = { start: START, lines: 50, unit: 'HOURLY', resources: true } as const

const lengthOf = (file: Uint8Array): number =>
  new DataView(file.buffer, file.byteOffset).getUint32(file.length - TAIL, true)
/** What of a file the app takes in. */
const footerOf = (file: Uint8Array): Uint8Array => file.subarray(-lengthOf(file) - TAIL)
const readingOf = (file: Uint8Array): FileReading => readFooter(footerOf(file))

/** The same columns by another writer, of Rust, which cuts texts in its statistics after 64 bytes. */
function byArrow(intervals: readonly string[], groupOf: number): Uint8Array {
  const table = tableFromArrays({
    'identity/TimeInterval': [...intervals],
    'lineItem/UsageStartDate': intervals.map((_, line) => new Date(START + line * HOUR)),
    'lineItem/ResourceId': intervals.map((_, line) => `${'x'.repeat(100)}${line}`),
  })
  const how = new WriterPropertiesBuilder().setMaxRowGroupSize(groupOf).build()
  return writeParquet(Table.fromIPCStream(tableToIPC(table, 'stream')), how)
}
const at = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z')
const interval = (start: number, length: number): string => `${at(start)}/${at(start + length)}`
const hours = (count: number): string[] =>
  Array.from({ length: count }, (_, line) => interval(START + line * HOUR, HOUR))

describe('the footer of a report’s file', () => {
  it('tells its lines and columns, and that each line is about one hour', () => {
    const reading = readingOf(reportParquet(MONTH))
    expect(reading).toEqual({
      kind: 'parquet',
      rows: 50,
      columns: 6,
      missing: [],
      interval: 'hour',
      until: START + 50 * HOUR,
    })
    expect(readingOf(reportParquet({ ...MONTH, groupOf: 7 }))).toEqual(reading)
  })

  it('says the same by another writer, and under AWS’s other names for the columns', () => {
    expect(readingOf(byArrow(hours(50), 20))).toEqual({
      kind: 'parquet',
      rows: 50,
      columns: 3,
      missing: [],
      interval: 'hour',
      until: START + 50 * HOUR,
    })
  })

  it('tells a daily report, and one without resource IDs', () => {
    const daily = reportParquet({ ...MONTH, unit: 'DAILY', lines: 3, resources: false })
    expect(readingOf(daily)).toMatchObject({
      missing: ['line_item_resource_id'],
      interval: 'day',
      until: START + 3 * 24 * HOUR,
    })
  })

  const unknown = { interval: 'not-known', until: null }
  it.each([
    ['are missing', { bare: true }],
    ['are cut to nothing that looks like one', { cutAfter: 12 }],
    // The greatest is then a time that is in no line: `2026-11-03T01:01`.
    ['are cut in the middle', { cutAfter: 16 }],
    ['are cut by a letter', { cutAfter: 40 }],
  ])('knows no interval where statistics %s', (_, change) => {
    expect(readingOf(reportParquet({ ...MONTH, ...change }))).toMatchObject({
      rows: 50,
      ...unknown,
    })
  })

  it('knows no interval of a report without lines', () => {
    expect(readingOf(reportParquet({ ...MONTH, lines: 0 }))).toMatchObject({ rows: 0, ...unknown })
  })

  it('takes a fee of a whole month for neither, and a mixture for nothing', () => {
    const month = interval(START, 30 * 24 * HOUR)
    expect(readingOf(byArrow([...hours(1), month], 9))).toMatchObject({ interval: 'hour' })
    expect(readingOf(byArrow([month], 9))).toMatchObject(unknown)
    // One group of rows that is not known makes the whole unknown.
    expect(readingOf(byArrow([...hours(4), 'later', 'now'], 4))).toMatchObject(unknown)
    const day = interval(START, 24 * HOUR)
    expect(readingOf(byArrow([...hours(1), day], 9))).toMatchObject(unknown)
    for (const odd of ['', `${at(START)}/`, interval(START, 0), interval(START, -HOUR), '2026-11'])
      expect(readingOf(byArrow([odd], 9))).toMatchObject(unknown)
  })
})

describe('the last bytes of a file', () => {
  const tail = (length: number, magic: string): Uint8Array => {
    const bytes = new Uint8Array(TAIL)
    new DataView(bytes.buffer).setUint32(0, length, true)
    bytes.set(Buffer.from(magic), 4)
    return bytes
  }
  it.each([
    ['a footer', tail(100, 'PAR1'), 1000, { kind: 'footer', length: 100 }],
    ['an encrypted one', tail(100, 'PARE'), 1000, { kind: 'encrypted' }],
    ['something else', tail(100, 'ab\r\n'), 1000, { kind: 'cut' }],
    ['a file of four letters', new Uint8Array(Buffer.from('PAR1')), 4, { kind: 'cut' }],
    ['a footer longer than its file', tail(989, 'PAR1'), 1000, { kind: 'damaged' }],
    ['no footer', tail(0, 'PAR1'), 1000, { kind: 'damaged' }],
    ['the longest', tail(LONGEST_FOOTER, 'PAR1'), 1e9, { kind: 'footer', length: LONGEST_FOOTER }],
    ['a longer one', tail(LONGEST_FOOTER + 1, 'PAR1'), 1e9, { kind: 'too-large' }],
  ])('tell %s', (_, bytes, size, expected) => {
    expect(readTail(bytes, size)).toEqual(expected)
  })
})

describe('a footer of somebody who means harm', () => {
  const honest = footerOf(reportParquet({ ...MONTH, groupOf: 20 }))
  const damaged = { kind: 'unread', because: 'damaged' }
  const withTail = (body: Uint8Array): Uint8Array => {
    const bytes = new Uint8Array(body.length + TAIL)
    bytes.set(body)
    new DataView(bytes.buffer).setUint32(body.length, body.length, true)
    bytes.set(Buffer.from('PAR1'), body.length + 4)
    return bytes
  }
  /** What may come of it: a reading, whatever the bytes are. */
  const isReading = (reading: FileReading): void => {
    if (reading.kind === 'unread') {
      expect(reading).toEqual(damaged)
      return
    }
    expect(reading.rows).toBeGreaterThanOrEqual(0)
    expect(['hour', 'day', 'not-known']).toContain(reading.interval)
  }

  it('is a reading wherever bytes of an honest one are changed', () => {
    const change = fc.record({ place: fc.nat(honest.length - TAIL - 1), byte: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        const bytes = Uint8Array.from(honest)
        for (const { place, byte } of changes) bytes[place] = byte
        isReading(readFooter(bytes))
      }),
      { numRuns: 3000 },
    )
  })

  it('is a reading wherever an honest one is cut, doubled or turned', () => {
    const body = honest.subarray(0, -TAIL)
    fc.assert(
      fc.property(fc.nat(body.length), fc.nat(body.length), (from, to) => {
        isReading(readFooter(withTail(body.subarray(0, from))))
        const turned = Buffer.concat([body.subarray(to), body.subarray(0, from)])
        isReading(readFooter(withTail(turned)))
      }),
      { numRuns: 500 },
    )
  })

  it('is a reading of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (body) =>
        isReading(readFooter(withTail(body))),
      ),
      { numRuns: 3000 },
    )
  })

  it.each([
    // Field 1, a whole number, that never ends: the reader would build it up bit by bit.
    ['a number of a million bytes', Buffer.from(`16${'80'.repeat(1e6)}00`, 'hex')],
    ['structures in structures', new Uint8Array(1e6).fill(0x1c)],
    ['a list of two billion', Uint8Array.of(0x19, 0xf5, 0xff, 0xff, 0xff, 0xff, 0x07)],
    ['lists that all promise the rest', new Uint8Array(1e6).fill(0x19)],
    [
      'more empty structures than memory is for',
      Buffer.from(`19fcc08db701${'00'.repeat(3e6)}`, 'hex'),
    ],
    ['a text longer than the rest', Uint8Array.of(0x18, 0xff, 0xff, 0xff, 0xff, 0x0f)],
    ['a map', Uint8Array.of(0x1b, 1, 0x55, 1, 1, 0)],
  ])('is refused for %s', (_, body) => {
    expect(readFooter(withTail(body))).toEqual(damaged)
  })

  it('is refused where its groups have other lines than the file', () => {
    const file = reportParquet({ ...MONTH, lines: 3 })
    const body = footerOf(file)
    // The number of lines in the file and in its group: 3, in Thrift's way of counting 6.
    const places = [...body.keys()].filter((at) => body[at] === 0x16 && body[at + 1] === 6)
    const changed = Uint8Array.from(body)
    changed[(places[0] ?? 0) + 1] = 8
    expect(readFooter(body)).toMatchObject({ rows: 3 })
    expect(readFooter(changed)).toEqual(damaged)
  })
})
