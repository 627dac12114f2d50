import { expect, it } from 'vitest'
import { judged, type Attempt, type Seen } from './refused.ts'

const start = (...words: string[]): Attempt => ({ name: 'eco-connect', words, variables: {} })
const good: Seen = {
  status: 64,
  said: 'Eco Connect was started with “--x”, which it does not accept, and has ended.\n',
  explained: null,
  programs: ['/proc/self/exe'],
  network: [],
  left: [],
}

it('a refused start passes', () => {
  expect(judged(start('--x'), good)).toEqual([])
})

it.each<[string, Partial<Seen>]>([
  ['goes on', { status: null }],
  ['says nothing', { said: '' }],
  ['explains nothing', { explained: 'no window' }],
  ['runs a program', { programs: ['/tmp/program'] }],
  ['connects', { network: ['connect 127.0.0.1:1'] }],
  ['writes secrets where it was told', { left: ['file sink'] }],
])('one that %s does not', (_what, seen) => {
  expect(judged(start('--ssl-key-log-file={sink}'), { ...good, ...seen })).not.toEqual([])
})

it('what Chromium makes before JavaScript is let pass, and nothing beside it', () => {
  const log = start(' --log-file={sink}')
  expect(judged(log, { ...good, left: ['file sink'] })).toEqual([])
  expect(judged(log, { ...good, left: ['file mark'] })).toEqual(['file mark'])
  const profile = start('-js-flags=--prof --logfile={sink}')
  expect(judged(profile, { ...good, left: ['file isolate-0x1-2-sink'] })).toEqual([])
})

it('a start that Chromium itself ends passes only when it says so', () => {
  const words = start('--no-zygote')
  const seen = { ...good, status: 1, said: 'Zygote cannot be disabled', explained: 'none' }
  expect(judged(words, seen)).toEqual([])
  expect(judged(words, { ...seen, said: '' })).not.toEqual([])
  expect(judged(start('--x'), seen)).not.toEqual([])
})
