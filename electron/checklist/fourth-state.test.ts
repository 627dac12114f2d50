import { expect, it } from 'vitest'
import { formatState, noChoices, parseState } from './state-file.ts'

const SHA = 'a'.repeat(64)
const read = (choices: object, version = 4) => parseState(JSON.stringify({ version, choices }))

it.each([1, 2, 3, 4])(
  'an approval in progress of version %i stays, without a name or a time',
  (version) => {
    const choices = read({ approvedTemplate: SHA, label: 'Northwind' }, version)
    expect(choices?.approvedTemplate).toEqual({ sha256: SHA, by: null, at: null })
    expect(choices).toMatchObject({
      label: 'Northwind',
      claimedApproval: null,
      provenEarlier: null,
    })
  },
)

it('what was not approved, or taken back, is not approved', () => {
  expect(read({})).toEqual(noChoices)
  expect(read({ approvedTemplate: '' })).toEqual(noChoices)
})

it('is refused where it is no file of that version', () => {
  expect(read({ approvedTemplate: { sha256: SHA, by: '', at: 1 } })).toBeNull()
})

it('stays as it is once it is one of the fifth', () => {
  const approvedTemplate = { sha256: SHA, by: 'arn:aws:iam::418207315602:user/dana', at: 7 }
  const saved = { ...noChoices, approvedTemplate }
  expect(parseState(formatState(saved))).toEqual(saved)
})
