import { expect, test } from 'vitest'
import { placesOnMac, writtenInPlist } from './mac.ts'

const AT = { place: '/Library/Managed Preferences/com.example.app.plist', version: '1.2.3' }

test('what is forced for a user comes before what is forced for the computer', () => {
  expect(placesOnMac({ user: 'dana', domain: 'com.example.app' })).toEqual([
    '/Library/Managed Preferences/dana/com.example.app.plist',
    '/Library/Managed Preferences/com.example.app.plist',
  ])
})

test.each(['..', '.', '', 'a/b', '../etc', 'a\\b'])(
  'no folder is made of the name “%s”',
  (user) => {
    expect(placesOnMac({ user, domain: 'com.example.app' })).toEqual([
      '/Library/Managed Preferences/com.example.app.plist',
    ])
  },
)

test('what a profile says of itself is no setting', async () => {
  const plist = Buffer.from('bplist00')
  const written = await writtenInPlist(AT, plist, async (given) => {
    expect(given).toBe(plist)
    return '{"PayloadUUID": "1", "PayloadVersion": 1, "AllowSpotApi": false, "Payload": 1}'
  })
  expect([...written.values]).toEqual([
    ['AllowSpotApi', false],
    ['Payload', 1],
  ])
})

test('what is no property list, or has dates in it, is refused', async () => {
  const failing = () => Promise.reject(new Error('invalid object in plist'))
  await expect(writtenInPlist(AT, Buffer.from('x'), failing)).rejects.toMatchObject({
    error: { code: 'policy-unusable', facts: { cause: 'not-plist', place: AT.place } },
  })
})
