import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { keptText, type Kind, readKept, versionOf } from './kept.ts'

/** Three versions of a file that counts: once as text, then as a number, now with its unit. */
const wordsShape = z.object({ count: z.string().regex(/^\d{1,9}$/) })
const numberShape = z.object({ count: z.int().min(0) })
const nowShape = z.object({ count: z.int().min(0), unit: z.enum(['piece', 'box']) })
const kind: Kind<z.infer<typeof nowShape>> = {
  content: nowShape,
  unnumbered: 1,
  earlier: [
    (file) => ({ count: Number(wordsShape.parse(file).count) }),
    (file) => ({ ...numberShape.parse(file), unit: 'piece' }),
  ],
}
const text = (file: unknown): string => JSON.stringify(file)
const count = fc.nat(999_999_999)

describe('what is kept', () => {
  it('has one version more than there are earlier ones', () => {
    expect(versionOf(kind)).toBe(3)
    expect(versionOf({ earlier: [] })).toBe(1)
  })

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(count, fc.constantFrom('piece' as const, 'box' as const), (count, unit) => {
        const content = { count, unit }
        expect(readKept(keptText(content, kind), kind)).toEqual({ kind: 'read', content })
      }),
    )
  })

  it('makes a file of each earlier version today’s, whatever is in it', () => {
    fc.assert(
      fc.property(count, (count) => {
        const read = { kind: 'read', content: { count, unit: 'piece' } }
        expect(readKept(text({ count: `${count}` }), kind)).toEqual(read)
        expect(readKept(text({ version: 1, count: `${count}` }), kind)).toEqual(read)
        expect(readKept(text({ version: 2, count }), kind)).toEqual(read)
      }),
    )
  })

  it('reads a file by the rules of its own version and of no other', () => {
    for (const file of [
      { version: 1, count: 7 },
      { version: 2, count: '7' },
      { version: 2, count: -1 },
      { version: 3, count: 7 },
      { version: 0, count: '7' },
      { version: 1.5, count: 7 },
      { version: '2', count: 7 },
      { version: null, count: '7' },
    ])
      expect(readKept(text(file), kind), text(file)).toEqual({ kind: 'unreadable' })
  })

  it('knows any later version as newer, whatever else the file holds', () => {
    const later = fc.double({ min: 3, noNaN: true, noDefaultInfinity: true, minExcluded: true })
    fc.assert(
      fc.property(later, fc.dictionary(fc.string(), fc.jsonValue()), (version, rest) => {
        expect(readKept(text({ ...rest, version }), kind)).toEqual({ kind: 'newer' })
      }),
    )
  })

  it('never throws on anything, and takes no damage for a later version', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (damage) => {
        const { kind: found } = readKept(damage, kind)
        const stated = /^\s*\{[^]*"version"/.test(damage)
        expect(['read', 'unreadable', ...(stated ? ['newer'] : [])]).toContain(found)
      }),
    )
  })

  it('is the same twice: reading changes nothing of a file or of what comes after', () => {
    fc.assert(
      fc.property(count, (count) => {
        const old = text({ version: 2, count })
        const once = readKept(old, kind)
        expect(readKept(old, kind)).toEqual(once)
        if (once.kind !== 'read') throw new Error('not read')
        expect(readKept(keptText(once.content, kind), kind)).toEqual(once)
      }),
    )
  })
})
