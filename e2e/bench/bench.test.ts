import { describe, expect, it } from 'vitest'
import { compare, median } from './compare.ts'
import { proportionalSize } from './memory.ts'

describe('median', () => {
  it('takes the middle, or the mean of the two middles', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([10, 1, 2, 3])).toBe(2.5)
    expect(() => median([])).toThrow('needs a value')
  })
})

describe('compare', () => {
  it('measures in turn, swaps who is first, and leaves warm-ups out', async () => {
    const order: string[] = []
    const figures = { ours: [900, 30, 36], bare: [900, 20, 20] }
    const result = await compare({ id: 'x', limit: 1.3, warmUps: 1 }, 2, (app) => {
      order.push(app)
      return Promise.resolve(figures[app].shift() ?? 0)
    })
    expect(order).toEqual(['bare', 'ours', 'ours', 'bare', 'bare', 'ours'])
    expect(result).toEqual({ id: 'x', ours: 33, bare: 20, limit: 1.3, ratio: 1.65 })
  })
})

it('reads the proportional size from a smaps rollup', () => {
  const rollup =
    '55d0-7ffc ---p 00000000 00:00 0 [rollup]\nRss: 900 kB\nPss:   432 kB\nPss_Anon: 8 kB\n'
  expect(proportionalSize(rollup)).toBe(432)
  expect(proportionalSize('')).toBe(0)
})
