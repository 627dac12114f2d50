import { describe, expect, it } from 'vitest'
import { plainName, withoutFonts } from './built.ts'
import { compared, counted, grown } from './figures.ts'
import { ticksIn } from './processor-time.ts'
import { kilobytesOf } from './memory-of.ts'
import { inRounds, turn } from './rounds.ts'
import { table } from './table.ts'

const figure = { what: 'a thing', unit: 'ms', goal: 1.1, limit: 'light is not faster' } as const

describe('rounds', () => {
  it('have each of two come first as often as the other, whoever else is measured', () => {
    for (const names of [
      ['ours', 'bare'],
      ['ours', 'bare', 'before'],
      ['ours', 'bare', 'before', 'floor'],
    ]) {
      const orders = Array.from({ length: 2 * names.length }, (_, round) => turn(names, round))
      for (const one of names)
        for (const other of names.filter((name) => name !== one)) {
          const first = orders.filter((order) => order.indexOf(one) < order.indexOf(other))
          expect(first, `${one} before ${other}`).toHaveLength(names.length)
        }
    }
  })

  it('measure one after the other, and leave warm-ups out', async () => {
    const order: string[] = []
    const measured = (name: string, figures: number[]) => () => {
      order.push(name)
      return Promise.resolve(figures.shift() ?? 0)
    }
    const subjects = {
      ours: measured('ours', [900, 30, 36]),
      bare: measured('bare', [900, 20, 20]),
    }
    const figures = await inRounds(subjects, { rounds: 2, warmUps: 1 })
    expect(order.join(' ')).toBe('ours bare bare ours bare ours')
    expect(figures('ours')).toEqual([30, 36])
    expect(figures('bare')).toEqual([20, 20])
  })
})

describe('a goal', () => {
  it('is met by what the bound says, not by the estimate', () => {
    const close = compared({ ...figure, against: 'other' }, [105, 106, 107], [100, 100, 100])
    expect(close).toMatchObject({ met: true, ours: { median: 106 } })
    const noisy = compared({ ...figure, against: 'other' }, [90, 106, 120], [100, 100, 100])
    expect(noisy.ratio).toBeLessThan(1.1)
    expect(noisy).toMatchObject({ met: false })
  })

  it('of null is always met', () => {
    expect(counted({ ...figure, goal: null }, 1e9).met).toBe(true)
    expect(counted(figure, 1.1).met).toBe(true)
    expect(counted(figure, 1.11).met).toBe(false)
    expect(grown(figure, [10, 11, 12, 13]).met).toBe(true)
    expect(grown(figure, [10, 30, 12, 33]).met).toBe(false)
  })
})

it('the table has a line for each result, and says of a miss why', () => {
  const results = [
    compared({ ...figure, against: 'a bare window' }, [100, 101, 102], [100, 100, 100]),
    counted({ ...figure, what: 'another', unit: 'kB' }, 268.4),
  ]
  const text = table([{ id: 'start-up', title: '', seconds: 61.4, met: false, results }])
  expect(text.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | ').trim())).toEqual([
    '| what | against | ours | other | ratio or value | 95 % below | goal',
    'start-up (61 s)',
    '| a thing | a bare window | 101 ms (101–102) | 100 ms (100–100) | 1.01 × | 1.04 × | 1.10 × | met',
    '| another | 268 kB | 268 | 1.10 kB | MISSED',
    '| light is not faster',
    '',
  ])
})

it('reads the processor’s time of a process whose name is odd, its ended children’s included', () => {
  const stat = '77 (a) b (c)) S 1 77 77 0 -1 4194560 900 8 1 0 31 12 5 2 20 0 9 0 8123 1 2'
  expect(ticksIn(stat)).toBe(31 + 12 + 5 + 2)
  expect(ticksIn('')).toBe(0)
})

describe('what was built', () => {
  it('has names without the marks of contents', () => {
    const names = ['mount-DNFC-o3L.js', 'error-sentence-Be5Ft-Df.js', 'index-7NPXhvwg.js', 'en.js']
    expect(names.map(plainName)).toEqual(['mount.js', 'error-sentence.js', 'index.js', 'en.js'])
  })

  it('is weighed without fonts, but with other images', () => {
    const font = '@font-face{src:url(data:font/woff2;base64,d09GMg==) format("woff2")}'
    const icon = '.a{background:url("data:image/svg+xml;utf8,<svg/>")}'
    expect(withoutFonts(font + icon)).toBe(`@font-face{src:url() format("woff2")}${icon}`)
  })
})

it('reads sizes from a smaps rollup', () => {
  const rollup =
    '55d0-7ffc ---p 00000000 00:00 0 [rollup]\nRss: 900 kB\nPss:   432 kB\nPss_Anon: 8 kB\n'
  expect(kilobytesOf('Pss', rollup)).toBe(432)
  expect(kilobytesOf('Pss_Anon', rollup)).toBe(8)
  expect(kilobytesOf('Pss', '')).toBe(0)
})
