import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { NOT_MANAGED } from '../contract/managed.ts'
import { settingsThatDecide } from '../managed/decides.ts'
import { SETTINGS, type SettingId } from '../managed/settings.ts'
import { CASES, ELSEWHERE, FIELD_OF, IN_WINDOW } from '../steps/testing/organization-cases.ts'
import { outcomeOf } from '../steps/testing/organization.ts'
import { rememberedConnections } from '../steps/testing/remembered.ts'

const connections = rememberedConnections()
const isSetting = (name: string): name is SettingId => Object.hasOwn(SETTINGS, name)
const settings = Object.keys(SETTINGS).filter(isSetting)
const cases = settings.flatMap((setting) =>
  (CASES[setting] ?? []).map((one) => [setting, one.name, one] as const),
)

describe('what an organization has decided counts at the command', () => {
  it.each(cases)('%s: %s, forbidden', async (setting, _name, one) => {
    const remembered = await connections[one.from]()
    const opened = await remembered.open({ ...one.since, managed: one.forbids })
    const { told, asked } = await outcomeOf(opened, one)
    expect([...told]).toContain(one.told ?? `set-by-organization ${setting}`)
    if (one.never) expect(asked.filter((each) => one.never?.includes(each))).toEqual([])
    else expect(asked).toEqual(one.asked ?? [])
  })

  it.each(cases)('%s: %s, allowed', async (setting, _name, one) => {
    const remembered = await connections[one.from]()
    const opened = await remembered.open({ ...one.since, managed: one.allows })
    const { told, asked } = await outcomeOf(opened, one)
    expect([...told]).not.toContain(one.told ?? `set-by-organization ${setting}`)
    expect([...told].filter((one) => one.startsWith('set-by-organization'))).toEqual([])
    if (one.goesOnTo !== undefined) expect(asked).toContain(one.goesOnTo)
  })
})

test('every case is about its setting: what it forbids is decided by that one', () => {
  for (const [setting, name, { forbids }] of cases)
    expect([name, settingsThatDecide({ ...NOT_MANAGED, ...forbids })]).toEqual([
      name,
      expect.arrayContaining([setting]),
    ])
})

test('nothing can be decided by no setting', () => {
  const seen = new Set<string>()
  settingsThatDecide(
    new Proxy(NOT_MANAGED, {
      get(managed, name, receiver): unknown {
        seen.add(String(name))
        return Reflect.get(managed, name, receiver)
      },
    }),
  )
  expect([...seen].toSorted()).toEqual(Object.keys(NOT_MANAGED).toSorted())
})

const textOf = (file: string): string =>
  readFileSync(path.join(import.meta.dirname, '../..', file), 'utf8')

/** The tests of a file, each as it is written: from its name to the next one's. */
const testsIn = (file: string): readonly string[] =>
  textOf(file)
    .split(/^\s*(?:test|it)(?:\.\w+)*\(/m)
    .slice(1)

test.each(settings)('%s is tried: here at a command, or by a test elsewhere', (setting) => {
  const file = ELSEWHERE[setting]
  if (CASES[setting]) return expect(CASES[setting].length).toBeGreaterThan(0)
  if (file === undefined)
    return expect(textOf(IN_WINDOW)).toMatch(new RegExp(`^ +'${setting}',$`, 'm'))
  const field = FIELD_OF[setting]
  const made = new RegExp(`\\b${setting}:|${field === undefined ? '(?!)' : `\\b${field}\\b`}`)
  const tried = testsIn(file).filter((one) => made.test(one) && one.includes('expect('))
  expect(tried.length).toBeGreaterThan(0)
})
