import { expect, test } from 'vitest'
import { NO_STAND_IN } from '../network/stand-in.ts'
import { judged } from './judge.ts'
import { type RegistryValue, TYPES, writtenInRegistry } from './registry.ts'

const dword = (number: number): Uint8Array => {
  const data = Buffer.alloc(4)
  data.writeUInt32LE(number)
  return data
}
const sz = (text: string): Uint8Array => Buffer.from(`${text}\0`, 'utf16le')
const multi = (...texts: readonly string[]): Uint8Array =>
  Buffer.from([...texts.map((one) => `${one}\0`), '\0'].join(''), 'utf16le')

const valueOf = (name: string, type: number, data: Uint8Array): unknown =>
  writtenInRegistry([{ name, type, data }]).values.get(name)

test('a switch is 1 or 0, and a number a number', () => {
  expect(valueOf('AllowSpotApi', TYPES.number, dword(1))).toBe(true)
  expect(valueOf('AllowSpotApi', TYPES.number, dword(0))).toBe(false)
  expect(valueOf('AllowSpotApi', TYPES.number, dword(2))).toBe(2)
  expect(valueOf('AuditRetentionDays', TYPES.number, dword(1))).toBe(1)
  expect(valueOf('AuditRetentionDays', TYPES.number, dword(0xffff_ffff))).toBe(0xffff_ffff)
  // As it lies in a part of a larger buffer.
  const data = new Uint8Array([9, 9, 1, 0, 0, 0]).subarray(2)
  expect(valueOf('AllowSpotApi', TYPES.number, data)).toBe(true)
})

test('a text is whole, with any letters, and without its end', () => {
  expect(valueOf('SupportContact', TYPES.text, sz('Jürgen Łuczak 日本'))).toBe('Jürgen Łuczak 日本')
  expect(valueOf('SupportContact', TYPES.text, Buffer.from('no end', 'utf16le'))).toBe('no end')
  expect(valueOf('SupportContact', TYPES.text, sz('a\0b'))).toBe('a\0b')
})

test('a list is its texts, with those that are empty', () => {
  expect(valueOf('AllowedRegions', TYPES.list, multi('eu-central-1', 'us-east-1'))).toEqual([
    'eu-central-1',
    'us-east-1',
  ])
  expect(valueOf('AllowedRegions', TYPES.list, multi('eu-central-1', '', 'us-east-1'))).toEqual([
    'eu-central-1',
    '',
    'us-east-1',
  ])
  expect(valueOf('AllowedRegions', TYPES.list, multi())).toEqual([])
})

test.each<readonly [string, RegistryValue]>([
  [
    'a text that Windows would fill with variables',
    { name: 'CliFolder', type: 2, data: sz('%A%') },
  ],
  ['bytes', { name: 'CliFolder', type: 3, data: sz('/a') }],
  ['a long number', { name: 'AuditRetentionDays', type: 11, data: Buffer.alloc(8, 1) }],
  ['half a number', { name: 'AuditRetentionDays', type: TYPES.number, data: Buffer.alloc(2, 1) }],
  ['half a character', { name: 'CliFolder', type: TYPES.text, data: Buffer.from([0x2f]) }],
  ['half a pair', { name: 'CliFolder', type: TYPES.text, data: Buffer.from([0x00, 0xd8]) }],
  ['a switch as text', { name: 'SessionOnly', type: TYPES.text, data: sz('1') }],
  ['a text as list', { name: 'CliFolder', type: TYPES.list, data: multi('/a') }],
  ['a list as text', { name: 'AllowedRegions', type: TYPES.text, data: sz('us-east-1') }],
])('%s is no value of a setting', (_what, value) => {
  const source = { at: { place: 'p', version: 'v' }, written: writtenInRegistry([value]) }
  const judge = () => judged([source], { isStandIn: NO_STAND_IN, home: '/home/dana' })
  expect(judge).toThrow('policy-unusable')
  expect(judge).toThrow(
    expect.objectContaining({
      error: expect.objectContaining({
        facts: expect.objectContaining({ cause: 'value', setting: value.name }),
      }),
    }),
  )
})

test('a setting is known in any case, and a value without a name by that of the editor', () => {
  const { values } = writtenInRegistry([
    { name: 'allowspotAPI', type: TYPES.number, data: dword(0) },
    { name: '', type: TYPES.text, data: sz('x') },
    { name: 'allowspots', type: TYPES.number, data: dword(0) },
  ])
  expect([...values]).toEqual([
    ['AllowSpotApi', false],
    ['(Default)', 'x'],
    ['allowspots', 0],
  ])
})
