import { isOnThisComputer } from '../../start/development.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import { REGIONS, ownAddress, parseRegion, parseStartUrl } from './start-url.ts'

const refusal = (run: () => unknown): { code: string; field?: string } => {
  try {
    run()
  } catch (error) {
    return toAppError(error)
  }
  return { code: 'accepted' }
}

describe('a start URL', () => {
  test.each([
    ['https://d-90679c2f1a.awsapps.com/start', 'https://d-90679c2f1a.awsapps.com/start'],
    ['  D-90679C2F1A.awsapps.com ', 'https://d-90679c2f1a.awsapps.com/start'],
    ['https://northwind.awsapps.com/start/#/?tab=accounts', 'https://northwind.awsapps.com/start'],
    ['https://northwind.awsapps.com/start#', 'https://northwind.awsapps.com/start'],
    ['HTTPS://Northwind.AWSapps.com/start/', 'https://northwind.awsapps.com/start'],
    ['https://northwind .awsapps.com/ start', 'https://northwind.awsapps.com/start'],
    ['<https://northwind.awsapps.com/start>', 'https://northwind.awsapps.com/start'],
    ['https://d-c367.awsapps.cn/start', 'https://d-c367.awsapps.cn/start'],
    [
      'https://start.us-gov-home.awsapps.com/directory/northwind/x',
      'https://start.us-gov-home.awsapps.com/directory/northwind',
    ],
    [
      'https://identitycenter.amazonaws.com/ssoins-7223b9a1c0d5e6f4',
      'https://identitycenter.amazonaws.com/ssoins-7223b9a1c0d5e6f4',
    ],
  ])('is found in %s', (text, startUrl) => {
    expect(parseStartUrl(text)).toEqual({ startUrl })
  })

  const LISTED = [
    'AWS access portal URL (IPv4 only): https://d-9067672b2d.awsapps.com/start',
    'Dual-stack AWS access portal URL: https://ssoins-722347cfbf7ebdeb.portal.us-east-1.app.aws',
    'Username: dana',
  ]
  /** As they stand in public notes, mails and files of people who sign in there. */
  test.each([
    ['AWS access portal URL: https://d-9067672b2d.awsapps.com/start', 'd-9067672b2d'],
    [LISTED.join('\n'), 'd-9067672b2d'],
    ['sso_start_url = https://northwind.awsapps.com/start/#', 'northwind'],
    ['[AWS](https://northwind.awsapps.com/start/#/?tab=accounts)', 'northwind'],
    ['**https://northwind.awsapps.com/start**', 'northwind'],
    ['`https://northwind.awsapps.com/start`', 'northwind'],
    ['\u201Chttps://northwind.awsapps.com/start\u201D', 'northwind'],
    [
      'https://northwind.awsapps.com/start/#/console?account_id=418207315602&destination=https%3A%2F%2Feu-west-2.console.aws.amazon.com%2Fbilling',
      'northwind',
    ],
    [
      'https://northwind.awsapps.com/login/?client_id=0ea8&redirect_uri=https://portal.sso.ap-southeast-2.amazonaws.com/auth/wd&organization=northwind',
      'northwind',
    ],
  ])('is found in what was copied with it: %s', (text, name) => {
    expect(parseStartUrl(text)).toEqual({ startUrl: `https://${name}.awsapps.com/start` })
  })

  test('is the same with the dot that ends a whole name, and no company’s own', () => {
    const startUrl = 'https://northwind.awsapps.com/start'
    expect(parseStartUrl('https://northwind.awsapps.com./start')).toEqual({ startUrl })
    expect(ownAddress('https://northwind.awsapps.com./start')).toBeNull()
    expect(ownAddress('https://s3.amazonaws.com./start')).toBeNull()
    expect(ownAddress('https://s3.amazonaws-eusc.eu/start')).toBeNull()
  })

  test('tells its region when it has one', () => {
    const ipv4 = 'https://ssoins-722388f444baccc7.eu-west-1.portal.amazonaws.com'
    expect(parseStartUrl(`${ipv4}/#/?tab=accounts`)).toEqual({
      startUrl: ipv4,
      regionHint: 'eu-west-1',
    })
    const url = 'https://ssoins-7223b9a1.portal.eu-west-1.app.aws'
    expect(parseStartUrl(`${url}/#/console`)).toEqual({ startUrl: url, regionHint: 'eu-west-1' })
  })

  test.each([
    ['', 'start-url-empty'],
    ['   ', 'start-url-empty'],
    ['http://northwind.awsapps.com/start', 'start-url-scheme'],
    ['ftp://northwind.awsapps.com/start', 'start-url-scheme'],
    ['https://console.aws.amazon.com/billing', 'start-url-console'],
    ['https://us-east-1.console.aws.amazon.com/billing/home', 'start-url-console'],
    ['https://console.amazonaws-us-gov.com/', 'start-url-console'],
    ['https://console.amazonaws-eusc.eu/', 'start-url-console'],
    ['https://eusc-de-east-1.console.amazonaws-eusc.eu/billing/home', 'start-url-console'],
    ['https://eusc-de-east-1.signin.amazonaws-eusc.eu/platform/x/login', 'start-url-passing'],
    ['https://cn-north-1.signin.amazonaws.cn/platform/d-1/login', 'start-url-passing'],
    ['https://s3.amazonaws-eusc.eu/start', 'start-url-host'],
    ['jo.doe@northwind.example', 'start-url-email'],
    ['mailto:jo@northwind.example', 'start-url-email'],
    ['https://111122223333.signin.aws.amazon.com/console', 'start-url-console'],
    ['https://signin.aws/platform', 'start-url-console'],
    ['https://eu-west-2.sso.signin.aws/platform/d-9c674bea45/login?x=1', 'start-url-passing'],
    ['https://ap-northeast-1.signin.aws/platform/d-9567941301/login', 'start-url-passing'],
    ['https://us-east-1.signin.aws.amazon.com/platform/saml/d-9067672b2d', 'start-url-passing'],
    ['https://device.sso.us-east-1.amazonaws.com/?user_code=ABCD-EFGH', 'start-url-passing'],
    ['https://oidc.us-east-1.amazonaws.com/authorize?client_id=x', 'start-url-passing'],
    ['https://portal.sso.us-east-1.amazonaws.com/saml/assertion/x', 'start-url-passing'],
    ['https://signin.aws.amazon.com/switchrole?account=418207315602', 'start-url-console'],
    ['https://view.awsapps.com/start', 'start-url-personal'],
    ['https://evil.example/?u=https://northwind.awsapps.com/start', 'start-url-host'],
    ['Portal https://northwind.awsapps.evil.example/start', 'start-url-invalid'],
    ['https://awsapps.com/start', 'start-url-host'],
    ['https://northwind.awsapps.com.evil.example/start', 'start-url-host'],
    ['https://northwind.awsapps.com@evil.example/start', 'start-url-host'],
    ['https://northwind.awsapps.com:8443/start', 'start-url-host'],
    ['northwind', 'start-url-invalid'],
    ['https://', 'start-url-invalid'],
    ['http://127.0.0.1:8080', 'start-url-scheme'],
  ])('is refused: %s', (text, code) => {
    expect(refusal(() => parseStartUrl(text))).toMatchObject({ code, field: 'startUrl' })
  })

  test('may be on this computer for a simulator only', () => {
    const options = isOnThisComputer
    expect(parseStartUrl('http://127.0.0.1:8080/start/', options)).toEqual({
      startUrl: 'http://127.0.0.1:8080/start',
    })
    expect(refusal(() => parseStartUrl('http://10.0.0.1/start', options)).code).toBe(
      'start-url-scheme',
    )
  })

  test('stays the same when read again, and is never anything but AWS’s', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withFragments: true })), (text) => {
        try {
          const { startUrl } = parseStartUrl(text)
          expect(parseStartUrl(startUrl).startUrl).toBe(startUrl)
          expect(new URL(startUrl).hostname).toMatch(
            /\.(awsapps\.(com|cn)|app\.aws|amazonaws\.(com(\.cn)?|eu)|amazonwebservices\.(com\.cn|eu))$/,
          )
        } catch (error) {
          expect(toAppError(error).code).toMatch(/^start-url-/)
        }
      }),
    )
    const name = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/)
    const tail = fc.constantFrom('', '/', '/start', '/start/', '/start/#/', '/start?x=1#/a', '/a/b')
    fc.assert(
      fc.property(name, tail, (id, rest) => {
        expect(parseStartUrl(` ${id.toUpperCase()}.AwsApps.com${rest}`)).toEqual({
          startUrl: `https://${id}.awsapps.com/start`,
        })
      }),
    )
  })
})

test('a region is one of those with Identity Center', () => {
  expect(parseRegion(' EU-West-1 ')).toBe('eu-west-1')
  expect(REGIONS[0]).toBe('us-east-1')
  expect(new Set(REGIONS).size).toBe(REGIONS.length)
  for (const text of ['', 'europe', 'eu-west-99'])
    expect(refusal(() => parseRegion(text))).toMatchObject({
      code: 'region-unknown',
      field: 'region',
    })
})
