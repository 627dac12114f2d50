import { NO_STAND_IN } from './stand-in.ts'
import { isOnThisComputer } from '../start/development.ts'
import { describe, expect, it } from 'vitest'
import { consoleLink, outsideLink, signInLink } from './links.ts'

const NEVER = [
  'javascript:alert(1)',
  'file:///etc/passwd',
  'smb://server/share',
  'ms-msdt:/id',
  'ssh://host',
  'data:text/html,x',
  'app://eco-connect/index.html',
  'vscode://open',
  'ftp://console.aws.amazon.com/',
  'http://console.aws.amazon.com/',
  'https://example.com/',
  'https://console.aws.amazon.com.evil.example/',
  'https://evilconsole.aws.amazon.com/',
  'https://docs.aws.amazon.com.evil.example/',
  'http://docs.aws.amazon.com/',
  'https://console.aws.amazon.com@evil.example/',
  'https://user:password@console.aws.amazon.com/',
  'https://console.aws.amazon.com:8443/',
  'https://console.aws.amazon.com./',
  String.raw`https://evil.example\@console.aws.amazon.com/`,
  'https://bucket.s3.amazonaws.com/',
  'https://sso.s3.amazonaws.com/',
  'https://signin.s3-us-west-2.amazonaws.com/',
  'https://oidc.evil.us-east-1.amazonaws.com/',
  'https://evil.oidc.us-east-1.amazonaws.com/',
  'https://notawsapps.com/start',
]

describe('links that the page may have opened', () => {
  it.each([
    'https://console.aws.amazon.com/billing/home?#/reports',
    'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks',
    'https://console.spotinst.com',
    'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSOrganizationsReadOnlyAccess.html',
  ])('%s', (link) => {
    expect(consoleLink(link)).toBe(new URL(link).href)
  })

  it.each([...NEVER, 'mailto:someone@example.com', 'https://acme.awsapps.com/start', 'x', ''])(
    'but not “%s”',
    (link) => {
      expect(() => consoleLink(link)).toThrow('invalid-command')
    },
  )
})

describe('links that the system is asked to open', () => {
  it.each([
    'https://oidc.eu-central-1.amazonaws.com/authorize?response_type=code',
    'https://oidc.us-gov-west-1.amazonaws.com/authorize',
    'https://oidc.cn-north-1.amazonaws.com.cn/authorize',
    'https://device.sso.us-east-1.amazonaws.com/?user_code=ABCD-EFGH',
    'https://d-1234567890.awsapps.com/start/#/device?user_code=ABCD-EFGH',
    'https://start.us-gov-home.awsapps.com/directory/acme',
    'https://ssoins-722388f444baccc7.eu-west-1.portal.amazonaws.com/#/device?user_code=ABCD-EFGH',
    'https://eu-west-1.signin.aws/platform',
    'https://eu-west-1.sso.signin.aws/platform',
    'https://ssoins-0123456789abcdef.portal.eu-central-1.app.aws',
    'https://identitycenter.amazonaws.com/ssoins-0123456789abcdef',
    'https://console.spotinst.com',
    'mailto:support@spot.io?subject=a&body=b',
  ])('%s', (link) => {
    expect(outsideLink(link, NO_STAND_IN)).toBe(new URL(link).href)
  })

  it.each([...NEVER, 'http://127.0.0.1:8080/authorize'])('but not “%s”', (link) => {
    expect(() => outsideLink(link, NO_STAND_IN)).toThrow(/^refused to open a [\w-]+: link$/)
  })

  it('plain http to this computer, in unpackaged builds alone', () => {
    expect(outsideLink('http://127.0.0.1:8080/authorize', isOnThisComputer)).toContain(
      '127.0.0.1:8080',
    )
    for (const link of [...NEVER, 'http://127.0.0.1.evil.example/', 'https://127.0.0.1/'])
      expect(() => outsideLink(link, isOnThisComputer)).toThrow('refused')
  })
})

describe('sign-in pages that AWS tells', () => {
  it.each([
    'https://device.sso.us-east-1.amazonaws.com/?user_code=ABCD-EFGH',
    'https://northwind.awsapps.com/start/#/device?user_code=ABCD-EFGH',
    'https://oidc.cn-north-1.amazonaws.com.cn/device',
    'https://ssoins-722388f444baccc7.eu-west-1.portal.amazonaws.com/#/device?user_code=ABCD-EFGH',
    'https://eu-west-1.sso.signin.aws/device',
  ])('%s', (link) => {
    expect(signInLink(link, NO_STAND_IN)).toBe(link)
  })

  it.each([
    ...NEVER,
    'mailto:someone@example.com',
    'https://console.aws.amazon.com/',
    'http://127.0.0.1:4566/device',
    '',
    'x',
  ])('are not %s', (link) => {
    expect(() => signInLink(link, NO_STAND_IN)).toThrow('aws-reply-unreadable')
  })

  it('are on this computer only where a simulator may be', () => {
    expect(signInLink('http://127.0.0.1:4566/device', isOnThisComputer)).toBe(
      'http://127.0.0.1:4566/device',
    )
    expect(() => signInLink('http://127.0.0.2/device', isOnThisComputer)).toThrow(
      'aws-reply-unreadable',
    )
  })
})
