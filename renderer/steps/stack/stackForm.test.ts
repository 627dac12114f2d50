import { describe, expect, it } from 'vitest'
import type {
  AdoptableStack,
  ExistingRole,
  StackForm,
} from '../../../electron/contract/ask/stack.ts'
import { FAILED_STACK, FORM, parameter, stackAsk } from '../../checklist/testing/stack.ts'
import {
  changesAs,
  formOf,
  isAboutTold,
  isBlocked,
  isIdOpen,
  isPolicyTaken,
  isRoleTaken,
  roleToShow,
  shownFields,
} from './stackForm.ts'

const ROLE: ExistingRole = {
  arn: 'arn:aws:iam::418207315602:role/SpotRole',
  name: 'SpotRole',
  trustedPrincipals: [],
  externalIds: [],
  trustsRight: true,
}
const ITS_STACK: AdoptableStack = {
  id: 'arn',
  name: 'Other',
  status: 'CREATE_COMPLETE',
  roleArn: ROLE.arn,
  createdHere: false,
}

describe('the fields of the form', () => {
  it('are the name of the stack and what the template knows', () => {
    expect(shownFields(stackAsk({ parameters: [] }))).toEqual(['stackName'])
    expect(
      shownFields(
        stackAsk({
          parameters: [parameter('EcoId', 'externalId'), parameter('RoleName', 'roleName')],
        }),
      ),
    ).toEqual(['stackName', 'roleName', 'externalId'])
  })

  it('never ask for the bucket, which is known by then', () => {
    expect(shownFields(stackAsk())).not.toContain('bucketName')
  })

  it('are sent without the spaces around them', () => {
    expect(formOf((name: keyof StackForm) => ` ${FORM[name]}\t`)).toEqual(FORM)
  })
})

describe('a problem', () => {
  const about = (field: string) => ({ code: 'external-id-invalid', facts: {}, field }) as const

  it('belongs to the form that was sent', () => {
    expect(isAboutTold('told', about('externalId'))).toBe(true)
    expect(isAboutTold('new', about('externalId'))).toBe(false)
    expect(isAboutTold('existing', about('externalId'))).toBe(false)
    expect(isAboutTold('', undefined)).toBe(false)
  })

  it('with the bucket belongs where the only field for it is', () => {
    expect(isAboutTold('told', about('bucketName'))).toBe(false)
  })
})

describe('a policy that is there', () => {
  it('has taken its name, unless it is that of a stack to use', () => {
    const ask = stackAsk({ takenPolicy: FORM.policyName })
    expect(isPolicyTaken(ask, FORM)).toBe(true)
    expect(isPolicyTaken(ask, { ...FORM, policyName: 'Mine' })).toBe(false)
    expect(isPolicyTaken(stackAsk(), { ...FORM, policyName: '' })).toBe(false)
    const offered = { existingRole: ROLE, adoptable: [ITS_STACK] }
    expect(isPolicyTaken({ ...ask, ...offered }, FORM)).toBe(false)
  })
})

describe('a role that is there', () => {
  it('is shown, and its name is taken', () => {
    const ask = stackAsk({ existingRole: ROLE })
    expect(roleToShow(ask)).toBe(ROLE)
    expect(isRoleTaken(ask, FORM)).toBe(true)
    expect(isRoleTaken(ask, { ...FORM, roleName: 'Mine' })).toBe(false)
  })

  it('is not offered twice when its stack is offered', () => {
    const ask = stackAsk({ existingRole: ROLE, adoptable: [ITS_STACK] })
    expect(roleToShow(ask)).toBeNull()
    expect(isRoleTaken(ask, FORM)).toBe(false)
    expect(
      roleToShow(stackAsk({ existingRole: ROLE, adoptable: [{ ...ITS_STACK, roleArn: 'x' }] })),
    ).toBe(ROLE)
  })

  it('is shown beside its stack when it trusts somebody else', () => {
    const existingRole = { ...ROLE, trustsRight: false }
    expect(roleToShow(stackAsk({ existingRole, adoptable: [ITS_STACK] }))).toBe(existingRole)
  })

  it('is none when the name is free', () => {
    expect(roleToShow(stackAsk())).toBeNull()
    expect(isRoleTaken(stackAsk(), FORM)).toBe(false)
  })
})

describe('a failed stack', () => {
  it('stands in the way of its own name alone', () => {
    const ask = stackAsk({ failedStack: FAILED_STACK })
    expect(isBlocked(ask, FORM)).toBe(true)
    expect(isBlocked(ask, { ...FORM, stackName: 'Mine' })).toBe(false)
    expect(isBlocked(stackAsk(), FORM)).toBe(false)
  })
})

describe('the changes', () => {
  const parameters = [
    parameter('RoleName', 'roleName'),
    parameter('EcoExternalId', 'externalId'),
    parameter('CostCenter', 'own'),
    parameter('Set', 'default'),
  ]
  const changed = (facts: Record<string, string>, form = FORM) =>
    changesAs(stackAsk({ parameters, changes: [{ id: 'create-role', facts }] }), form, {
      values: { CostCenter: '42' },
      shown: 'CostCenter = 42',
    })[0]?.facts

  it('have what is typed in the place of each parameter', () => {
    expect(
      changed({ name: '${RoleName}', principals: '${CostCenter}, ${Set}', logicalId: 'Role' }),
    ).toEqual({ name: 'SpotRole', principals: '42, ${Set}', logicalId: 'Role' })
    expect(changed({ externalId: '${EcoExternalId}' })).toEqual({ externalId: 'external' })
    expect(changed({ externalId: '${EcoExternalId}' }, { ...FORM, externalId: '' })).toEqual({
      externalId: '',
    })
  })

  it('name the stack as it is typed, with the values that it gets', () => {
    const ask = stackAsk({ changes: [{ id: 'create-stack', facts: { stack: 'Old' } }] })
    expect(changesAs(ask, FORM, { values: {}, shown: 'A = 1' })).toEqual([
      { id: 'create-stack', facts: { stack: 'SpotEcoConnect', values: 'A = 1' } },
    ])
  })
})

describe('an external ID', () => {
  it('is decided about only where it can be left out, and is', () => {
    const empty = { ...FORM, externalId: '' }
    expect(isIdOpen(stackAsk(), empty)).toBe(true)
    expect(isIdOpen(stackAsk(), FORM)).toBe(false)
    expect(isIdOpen(stackAsk({ asksForId: 'needed' }), empty)).toBe(false)
    expect(isIdOpen(stackAsk({ asksForId: 'no' }), empty)).toBe(false)
  })
})
