import { describe, expect, it } from 'vitest'
import { formatState, noChoices, parseState } from './state-file.ts'

const ID = '730915264418'
const ROLE = `arn:aws:iam::${ID}:role/Spot`
const stack = {
  accountId: ID,
  name: 'SpotEcoConnect',
  id: '',
  requestToken: '',
  templateSha256: '',
  roleName: '',
  policyName: '',
  externalId: '',
  bucketName: 'cloudharbor-cur',
}
const registered = {
  way: 'spot-support',
  at: 5,
  evidence: [{ id: 'role-arn', value: ROLE }],
  steps: [
    {
      id: 'sign-in',
      kind: 'done',
      at: 1,
      evidence: [{ id: 'management-account', value: '562910847733' }],
    },
  ],
  summaryFile: '/summary.txt',
  wiped: true,
}
const ofMsp = {
  plan: { managedBy: 'msp', mspAccountId: '' },
  account: { id: ID, name: 'Fabrikam', email: '' },
  stack,
  reportPrefix: 'cur',
  spotOrganizationId: '606079870158',
}
const read = (choices: object) => parseState(JSON.stringify({ version: 3, choices }))

describe('progress of the third version', () => {
  it('keeps the bucket that was told with the role as what the MSP answered', () => {
    const told = { accountId: ID, bucketName: 'cloudharbor-cur', prefix: 'cur', mspAccountId: '' }
    expect(read(ofMsp)?.mspReport).toEqual({ ...told, at: 0 })
    const ownRole = { accountId: ID, roleArn: ROLE, externalId: '', bucketName: 'another-cur' }
    const chosen = read({ ...ofMsp, ownRole })
    expect(chosen?.mspReport?.bucketName).toBe('another-cur')
    expect(chosen?.ownRole).toEqual({ accountId: ID, roleArn: ROLE, externalId: '' })
  })

  it('has no answer of an MSP where there is none, or for another account only', () => {
    expect(read({ ...ofMsp, stack: null })?.mspReport).toBeNull()
    expect(read({ ...ofMsp, stack: { ...stack, accountId: '1' } })?.mspReport).toBeNull()
    expect(read({ ...ofMsp, plan: { managedBy: 'us', mspAccountId: '' } })?.mspReport).toBeNull()
  })

  it('holds the request that was sent, and does not say how', () => {
    expect(read({ ...ofMsp, registered })?.registered).toMatchObject({
      way: 'spot-support',
      confirmedAt: null,
      sent: {
        how: null,
        request: {
          bucketName: 'cloudharbor-cur',
          roleArn: ROLE,
          customerAccountId: ID,
          mspAccountId: '562910847733',
          stackName: 'SpotEcoConnect',
          reportPrefix: 'cur',
          spotOrganizationId: '606079870158',
          billPayer: '',
          verified: true,
        },
      },
    })
    const bySpot = { ...registered, way: 'spot-api' }
    expect(read({ ...ofMsp, registered: bySpot })?.registered?.sent).toBeNull()
  })

  it('is otherwise as it was, and none of it is read as an answer twice', () => {
    const saved = parseState(formatState(read(ofMsp) ?? noChoices))
    expect(saved).toEqual(read(ofMsp))
    expect(read({})).toEqual(noChoices)
    expect(parseState('{"version":3}')).toBeNull()
  })
})
