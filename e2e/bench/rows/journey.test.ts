import { expect, it } from 'vitest'
import type { Timed } from '../calls.ts'
import { journeyOf } from './journey.ts'

const asked = (
  service: Timed['service'],
  operation: string,
  time: number,
  accountId?: string,
): Timed => ({ service, operation, accountId, time, answered: time + 100 })

const PAYER = '418207315602'
const SIGN_IN = [
  asked('sso-oidc', 'RegisterClient', 1000),
  asked('browser', 'AuthorizeDecision', 1500),
  asked('sso-oidc', 'CreateToken', 1700),
  asked('sso', 'ListAccounts', 1900),
  asked('sso', 'ListAccounts', 2100),
]

it('counts what must follow in each phase, and leaves out the time in the browser', () => {
  const creating = [
    asked('s3', 'GetBucketLocation', 3100, PAYER),
    asked('s3', 'CreateBucket', 3300, PAYER),
    asked('s3', 'GetBucketPolicy', 3500, PAYER),
    asked('s3', 'PutBucketPolicy', 3700, PAYER),
    asked('cur', 'PutReportDefinition', 3900, PAYER),
    asked('cur', 'DescribeReportDefinitions', 4100, PAYER),
  ]
  const { ms, least, chain } = journeyOf([...SIGN_IN, ...creating], [900, 3000, 4300])
  expect(chain.join(' ')).toBe(
    'RegisterClient CreateToken ListAccounts ' +
      'CreateBucket PutBucketPolicy PutReportDefinition DescribeReportDefinitions',
  )
  expect(least).toBe(20_000 + 7 * 100)
  expect(ms).toBe(4300 - 900 - (1600 - 1100))
})

it('has credentials before every signed call of the same phase', () => {
  const proving = [
    asked('sso', 'GetRoleCredentials', 3100),
    asked('sts', 'GetCallerIdentity', 3300, PAYER),
    asked('organizations', 'DescribeOrganization', 3500, PAYER),
  ]
  const { chain } = journeyOf([...SIGN_IN, ...proving], [3000, 4000])
  expect(chain.join(' ')).toBe('GetRoleCredentials GetCallerIdentity')
})

it('says so where nobody signed in', () => {
  expect(() => journeyOf([], [0, 1])).toThrow('in the browser')
})
