import { expect, test } from 'vitest'
import { accessOf } from './access.ts'

const gone = (id: 'stack' | 'report') => ({ id, name: `old-${id}`, at: 1, proven: true })
const left = (id: 'stack' | 'bucket', state: 'there' | 'unread' | 'unmarked' = 'there') => ({
  id,
  name: `left-${id}`,
  state,
})

test.each([
  ['ended', [gone('stack')], [left('bucket')]],
  ['stands', [gone('report')], [left('stack')]],
  ['stands', [gone('report')], [left('stack', 'unmarked')]],
  // A second stack, as “Create another one” makes it, lets Spot in as the first did.
  ['stands', [gone('stack')], [left('stack')]],
  ['unread', [gone('stack')], [left('stack', 'unread')]],
  // Taken back before the role was created, or with a role of somebody else's.
  ['none', [gone('report')], [left('bucket')]],
] as const)('access through what was created: %s', (access, removed, remaining) => {
  expect(accessOf({ removed, left: remaining })).toBe(access)
})
