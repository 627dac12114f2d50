import { describe, expect, it } from 'vitest'
import { chainOf, lookOf, roundsOf, type Timed } from './calls.ts'

const asked = (operation: string, time: number, answered: number | undefined): Timed => ({
  service: 's3',
  operation,
  accountId: undefined,
  time,
  answered,
})
const named = (rounds: readonly Timed[][]): string[][] =>
  rounds.map((round) => round.map(({ operation }) => operation))

describe('roundsOf', () => {
  it('puts together what was begun before the first answer', () => {
    const log = [asked('a', 0, 100), asked('b', 3, 90), asked('c', 95, 195), asked('d', 101, 201)]
    expect(named(roundsOf(log))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('tells what follows an answer from what was begun with it, in whatever order it is written', () => {
    const log = [asked('c', 200, 300), asked('a', 0, 100), asked('b', 100, 200)]
    expect(named(roundsOf(log))).toEqual([['a'], ['b'], ['c']])
    expect(roundsOf([])).toEqual([])
  })

  it('waits for no answer that never came', () => {
    const log = [asked('hangs', 0, undefined), asked('a', 10, 110), asked('b', 120, 220)]
    expect(named(roundsOf(log))).toEqual([['hangs', 'a'], ['b']])
  })
})

describe('chainOf', () => {
  const needs = (table: Record<string, string[]>) => (request: Timed) =>
    table[request.operation] ?? []

  it('is the longest way through what was asked, and not the order of asking', () => {
    const log = [asked('put', 0, 1), asked('list', 2, 3), asked('sign', 4, 5), asked('read', 6, 7)]
    const table = { put: ['sign'], read: ['put'], list: ['sign'] }
    expect(chainOf(log, needs(table))).toEqual(['sign', 'put', 'read'])
  })

  it('counts once what is asked again and again, and nothing that was not asked', () => {
    const log = [asked('look', 0, 1), asked('look', 2, 3), asked('look', 4, 5)]
    expect(chainOf(log, needs({ look: ['create'] }))).toEqual(['look'])
    expect(chainOf([], needs({}))).toEqual([])
  })

  it('refuses needs that go round', () => {
    const log = [asked('a', 0, 1), asked('b', 2, 3)]
    expect(() => chainOf(log, needs({ a: ['b'], b: ['a'] }))).toThrow('need itself')
  })
})

describe('lookOf', () => {
  const log = [
    asked('before', 0, 50),
    asked('a', 100, 200),
    asked('b', 201, 301),
    asked('c', 310, 410),
  ]

  it('has what was begun in it and answered before its end', () => {
    const look = lookOf(log, { start: 100, end: 320 }, ['a', 'b'])
    expect(look).toMatchObject({ ms: 220, rounds: 2 })
    expect(look.requests.map(({ operation }) => operation)).toEqual(['a', 'b'])
  })

  it('refuses one that was over before it had read what it has to', () => {
    expect(() => lookOf(log, { start: 100, end: 320 }, ['a', 'c'])).toThrow('answer to c')
  })
})
