import { describe, expect, test } from 'vitest'
import type { AskRedirect } from '../../network/redirect.ts'
import { NO_STAND_IN } from '../../network/stand-in.ts'
import { createFindPortal } from './portal-address.ts'
import { NOT_MANAGED } from '../../contract/managed.ts'

const PORTAL = 'https://ssoins-722388f444baccc7.eu-west-1.portal.amazonaws.com'

/** Finds a portal behind addresses that lead where `leads` says, and notes what was asked. */
function finder(leads: string | null = null) {
  const asked: string[] = []
  const ask: AskRedirect = async ({ href }) => {
    asked.push(href)
    return leads === null ? null : new URL(leads)
  }
  return { asked, find: createFindPortal(ask, NO_STAND_IN, NOT_MANAGED) }
}

describe('a typed address', () => {
  test.each([
    [`${PORTAL}/#/?tab=accounts`, { startUrl: PORTAL, regionHint: 'eu-west-1' }],
    ['northwind.awsapps.com', { startUrl: 'https://northwind.awsapps.com/start' }],
  ])('of AWS is asked nothing: %s', async (typed, portal) => {
    const { find, asked } = finder()
    expect(await find(typed)).toEqual(portal)
    expect(asked).toEqual([])
  })

  test.each(['https://aws.northwind.example/start', ' aws.northwind.example/start '])(
    'of the company itself leads to its portal: %s',
    async (typed) => {
      const { find, asked } = finder(`${PORTAL}/#/`)
      expect(await find(typed)).toEqual({
        startUrl: PORTAL,
        regionHint: 'eu-west-1',
        ledFrom: 'aws.northwind.example',
      })
      expect(asked).toEqual(['https://aws.northwind.example/start'])
    },
  )

  test.each([
    ['nowhere', null, 'start-url-leads-nowhere'],
    ['to the console', 'https://console.aws.amazon.com/', 'start-url-leads-elsewhere'],
    [
      'to a stranger',
      'https://northwind.awsapps.com.evil.example/start',
      'start-url-leads-elsewhere',
    ],
    ['to itself', 'https://aws.northwind.example/login', 'start-url-leads-elsewhere'],
    ['off the protected way', 'http://northwind.awsapps.com/start', 'start-url-leads-elsewhere'],
    [
      'to a portal with a password',
      'https://a:b@northwind.awsapps.com/start',
      'start-url-leads-elsewhere',
    ],
  ])('that leads %s is refused', async (_, leads, code) => {
    const { find } = finder(leads)
    await expect(find('https://aws.northwind.example/start')).rejects.toMatchObject({
      error: { code, field: 'startUrl' },
    })
  })

  test.each(['ERR_NAME_NOT_RESOLVED', 'ERR_CONNECTION_REFUSED', 'ERR_CERT_AUTHORITY_INVALID'])(
    'that cannot be asked (%s) is told beside the field, with what the network said',
    async (name) => {
      const find = createFindPortal(
        () => Promise.reject(new Error(`net::${name}`)),
        NO_STAND_IN,
        NOT_MANAGED,
      )
      await expect(find('https://northwind.awsapps.con/start')).rejects.toMatchObject({
        error: { code: 'start-url-unreachable', field: 'startUrl', detail: { code: name } },
      })
    },
  )

  test('that nobody wants to know any more ends as cancelled', async () => {
    const cancelled = Object.assign(new Error('cancelled'), { name: 'AbortError' })
    const find = createFindPortal(() => Promise.reject(cancelled), NO_STAND_IN, NOT_MANAGED)
    await expect(find('https://aws.northwind.example')).rejects.toBe(cancelled)
  })

  test.each([
    ['', 'start-url-empty'],
    ['http://aws.northwind.example/start', 'start-url-scheme'],
    ['https://console.aws.amazon.com/', 'start-url-console'],
    ['jo@northwind.example', 'start-url-email'],
    ['https://user:pass@aws.northwind.example/', 'start-url-host'],
    ['https://aws.northwind.example:8443/', 'start-url-host'],
    ['northwind', 'start-url-invalid'],
    ['https://start.us-gov-home.awsapps.com/wrong', 'start-url-host'],
    ['https://bucket.s3.amazonaws.com/start', 'start-url-host'],
  ])('that cannot be one is not even asked: %s', async (typed, code) => {
    const { find, asked } = finder(PORTAL)
    await expect(find(typed)).rejects.toMatchObject({ error: { code, field: 'startUrl' } })
    expect(asked).toEqual([])
  })
})
