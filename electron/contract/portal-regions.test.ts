import { describe, expect, test } from 'vitest'
import { REGIONS } from '../aws/client/regions.ts'
import { regionsFor } from './portal-regions.ts'

const GOV = ['us-gov-west-1', 'us-gov-east-1']
const CHINA = ['cn-north-1', 'cn-northwest-1']
const SOVEREIGN = ['eusc-de-east-1']
const APART = [...GOV, ...CHINA, ...SOVEREIGN]

describe('the regions in which a portal can be', () => {
  test.each([
    ['https://start.us-gov-home.awsapps.com/directory/northwind', GOV],
    ['start.us-gov-west-1.us-gov-home.awsapps.com/directory/northwind', GOV],
    ['https://ssoins-1.us-gov-east-1.portal.amazonaws.com', GOV],
    ['https://ssoins-1.portal.us-gov-west-1.app.aws/#/', GOV],
    ['https://identitycenter.us-gov.amazonaws.com/ssoins-1', GOV],
    ['https://start.home.awsapps.cn/directory/northwind', CHINA],
    ['https://northwind.awsapps.cn/start', CHINA],
    ['https://ssoins-1.cn-north-1.portal.amazonaws.com.cn', CHINA],
    ['https://identitycenter.amazonaws.com.cn/ssoins-1', CHINA],
    ['https://ssoins-1.portal.cn-north-1.app.amazonwebservices.com.cn', CHINA],
    ['https://identitycenter.amazonaws.eu/ssoins-1', SOVEREIGN],
    ['https://ssoins-1.portal.eusc-de-east-1.api.amazonwebservices.eu', SOVEREIGN],
  ])('are those of its partition: %s', (address, expected) => {
    expect(regionsFor(address, REGIONS)).toEqual(expected)
  })

  test.each([
    'https://northwind.awsapps.com/start',
    ' HTTPS://Northwind.awsapps.com/start ',
    'https://ssoins-1.portal.eu-west-1.app.aws',
    'https://ssoins-1.eu-west-1.portal.amazonaws.com',
    'https://identitycenter.amazonaws.com/ssoins-1',
  ])('are the commercial ones: %s', (address) => {
    expect(regionsFor(address, REGIONS)).toEqual(REGIONS.filter((one) => !APART.includes(one)))
  })

  test.each(['', 'https://aws.northwind.example/start', 'https://', 'northwind.awsapps', 'x@y.eu'])(
    'are all where the address does not tell: %s',
    (address) => {
      expect(regionsFor(address, REGIONS)).toEqual(REGIONS)
    },
  )
})
