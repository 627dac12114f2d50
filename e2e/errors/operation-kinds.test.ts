import { expect, test } from 'vitest'
import { KNOWN_OPERATIONS } from '../../electron/audit/operations.ts'
import { calledOperations } from './called-operations.ts'

test('the record of calls knows of every operation whether it changes something', () => {
  const called = calledOperations().map(({ service, operation }) => `${service} ${operation}`)
  expect([...KNOWN_OPERATIONS].toSorted()).toEqual(called.toSorted())
})
