import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSignInHost, portalAt } from './aws-hosts.ts'

const INSTANCE = 'ssoins-722388f444baccc7'

describe('an access portal', () => {
  test.each([
    ['https://northwind.awsapps.com/start', 'https://northwind.awsapps.com/start', ''],
    ['https://d-c367000000.awsapps.cn/start/#/', 'https://d-c367000000.awsapps.cn/start', ''],
    [
      `https://${INSTANCE}.portal.eu-west-1.app.aws/`,
      `https://${INSTANCE}.portal.eu-west-1.app.aws`,
      'eu-west-1',
    ],
    [
      `https://${INSTANCE}.portal.cn-north-1.app.amazonwebservices.com.cn`,
      `https://${INSTANCE}.portal.cn-north-1.app.amazonwebservices.com.cn`,
      'cn-north-1',
    ],
    [
      `https://${INSTANCE}.portal.eusc-de-east-1.api.amazonwebservices.eu/#/x`,
      `https://${INSTANCE}.portal.eusc-de-east-1.api.amazonwebservices.eu`,
      'eusc-de-east-1',
    ],
    [
      `https://${INSTANCE}.eu-west-1.portal.amazonaws.com/#/?tab=accounts`,
      `https://${INSTANCE}.eu-west-1.portal.amazonaws.com`,
      'eu-west-1',
    ],
    [
      `https://${INSTANCE}.us-gov-west-1.portal.amazonaws.com`,
      `https://${INSTANCE}.us-gov-west-1.portal.amazonaws.com`,
      'us-gov-west-1',
    ],
    [
      `https://${INSTANCE}.cn-north-1.portal.amazonaws.com.cn`,
      `https://${INSTANCE}.cn-north-1.portal.amazonaws.com.cn`,
      'cn-north-1',
    ],
    [
      `https://${INSTANCE}.eusc-de-east-1.portal.amazonaws.eu`,
      `https://${INSTANCE}.eusc-de-east-1.portal.amazonaws.eu`,
      'eusc-de-east-1',
    ],
    [
      'https://start.us-gov-home.awsapps.com/directory/northwind/x',
      'https://start.us-gov-home.awsapps.com/directory/northwind',
      '',
    ],
    [
      'https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/x',
      'https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/x',
      '',
    ],
    [
      'https://start.cn-north-1.home.awsapps.cn/directory/x',
      'https://start.cn-north-1.home.awsapps.cn/directory/x',
      '',
    ],
    ['https://start.home.awsapps.cn/directory/x', 'https://start.home.awsapps.cn/directory/x', ''],
    [
      'https://identitycenter.amazonaws.com/SSOINS-722388f444baccc7/x',
      `https://identitycenter.amazonaws.com/${INSTANCE}`,
      '',
    ],
    [
      `https://identitycenter.us-gov.amazonaws.com/${INSTANCE}`,
      `https://identitycenter.us-gov.amazonaws.com/${INSTANCE}`,
      '',
    ],
    [
      `https://identitycenter.amazonaws.eu/${INSTANCE}`,
      `https://identitycenter.amazonaws.eu/${INSTANCE}`,
      '',
    ],
  ])('is at %s', (address, startUrl, region) => {
    expect(portalAt(new URL(address))).toEqual({ startUrl, region })
  })

  test.each([
    'https://awsapps.com/start',
    'https://app.aws/',
    'https://portal.amazonaws.com/',
    'https://eu-west-1.portal.amazonaws.com/',
    'https://a.b.eu-west-1.portal.amazonaws.com/',
    'https://ssoins-1.eu-west-1.s3.amazonaws.com/',
    'https://ssoins-1.eu-west-1.portal.amazonaws.com.evil.example/',
    'https://ssoins-1.portal.eu-west-1.app.aws.evil.example/',
    'https://ssoins-1.portal.evil.app.aws/',
    'https://start.us-gov-home.awsapps.com/start',
    'https://start.evil.awsapps.com/directory/x',
    'https://start.awsapps.com/start',
    'https://identitycenter.amazonaws.com/',
    'https://identitycenter.amazonaws.de/ssoins-1',
    'https://northwind.awsapps.de/start',
  ])('is not at %s', (address) => {
    expect(portalAt(new URL(address))).toBeNull()
  })
})

describe('a page to sign in on', () => {
  test.each([
    'oidc.eu-central-1.amazonaws.com',
    'oidc.eusc-de-east-1.amazonaws.eu',
    'oidc-fips.us-gov-west-1.api.aws',
    'device.sso.us-east-1.amazonaws.com',
    'eu-west-1.signin.aws',
    'eu-west-1.sso.signin.aws',
    'us-east-1.signin.aws.amazon.com',
    'signin.aws.amazon.com',
    'us-gov-west-1.signin-fips.amazonaws-us-gov.com',
    'us-gov-east-1.sso.signin.amazonaws-us-gov.com',
    `${INSTANCE}.eu-west-1.portal.amazonaws.com`,
  ])('may be on %s', (host) => {
    expect(isSignInHost(host)).toBe(true)
  })

  test.each([
    'signin.aws',
    'evil.signin.aws',
    'eu-west-1.evil.signin.aws',
    '111122223333.signin.aws.amazon.com',
    'eu-west-1.signin.aws.evil.example',
    'oidc.eu-west-1.amazonaws.eu.evil.example',
    'bucket.s3.amazonaws.com',
    'evil.amazonaws-us-gov.com',
  ])('is not on %s', (host) => {
    expect(isSignInHost(host)).toBe(false)
  })
})

test('no host under another domain passes, whatever is before or behind it', () => {
  const known = fc.constantFrom(
    'northwind.awsapps.com',
    `${INSTANCE}.portal.eu-west-1.app.aws`,
    `${INSTANCE}.eu-west-1.portal.amazonaws.com`,
    'eu-west-1.sso.signin.aws',
    'identitycenter.amazonaws.com',
  )
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/)
  fc.assert(
    fc.property(known, label, label, (host, before, top) => {
      expect(isSignInHost(`${host}.${before}.${top}`)).toBe(false)
      expect(isSignInHost(`${host}${before}`)).toBe(false)
    }),
  )
})
