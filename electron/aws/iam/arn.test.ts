import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import { parseAssumedRole, permissionSetOf } from '../../base/arn.ts'
import { formatRoleArn, parseRoleArn } from './role-arn.ts'

test('a role’s ARN and its parts are the same thing', () => {
  const parts = fc.record({
    partition: fc.constantFrom('aws', 'aws-cn', 'aws-us-gov'),
    accountId: fc.stringMatching(/^\d{12}$/),
    path: fc.stringMatching(/^\/([a-zA-Z0-9/-]{1,20}\/)?$/),
    name: fc.stringMatching(/^[\w+=,.@-]{1,64}$/),
  })
  fc.assert(
    fc.property(parts, (role) => {
      expect(parseRoleArn(` ${formatRoleArn(role)}\n`)).toEqual(role)
      expect(parseRoleArn(`"${formatRoleArn(role)}"`)).toEqual(role)
    }),
  )
})

test('anything else is refused, and never crashes', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((s) => `arn:aws:iam::1:role/${s}`),
      ),
      (text) => {
        expect(() => parseRoleArn(text)).toThrow('role-arn-invalid')
        expect(parseAssumedRole(text)).toBeNull()
      },
    ),
  )
  for (const text of [
    'arn:aws:iam::418207315602:user/dana',
    'arn:aws:iam::41820731560:role/x',
    'arn:aws:iam::418207315602:role/',
    `arn:aws:iam::418207315602:role/${'x'.repeat(65)}`,
  ]) {
    try {
      parseRoleArn(text)
      expect.unreachable()
    } catch (error) {
      expect(toAppError(error)).toMatchObject({ code: 'role-arn-invalid', facts: { value: text } })
    }
  }
})

test('finds the person and the permission set in the ARN of a session', () => {
  const arn =
    'arn:aws:sts::418207315602:assumed-role/AWSReservedSSO_Billing_Admin_0123456789abcdef/dana.levi'
  const assumed = parseAssumedRole(arn)
  expect(assumed?.sessionName).toBe('dana.levi')
  expect(permissionSetOf(assumed?.roleName ?? '')).toBe('Billing_Admin')
  expect(permissionSetOf('MyRole')).toBe('MyRole')
})
