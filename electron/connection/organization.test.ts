import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { SETTINGS, type SettingId } from '../managed/settings.ts'
import { CASES, ELSEWHERE, UNTRIED } from '../steps/testing/organization-cases.ts'
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

test('every setting is tried at a command here, or says where it is tried', () => {
  expect(settings.filter((setting) => !CASES[setting] && !ELSEWHERE[setting])).toEqual(UNTRIED)
  for (const [setting, file] of Object.entries(ELSEWHERE)) {
    const whole = path.join(import.meta.dirname, '../..', file)
    expect([setting, existsSync(whole) && readFileSync(whole, 'utf8').includes(setting)]).toEqual([
      setting,
      true,
    ])
  }
})
