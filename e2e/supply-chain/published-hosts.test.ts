import { expect, test } from 'vitest'
import { publishedList } from './published-hosts.ts'
import { HOSTS_TO_ALLOW } from '../../electron/network/hosts-to-allow.ts'

const allowed = [...HOSTS_TO_ALLOW.aws, ...HOSTS_TO_ALLOW.spot]
const covers = (pattern: string, host: string): boolean =>
  pattern.startsWith('*') ? host.endsWith(pattern.slice(1)) : host === pattern
const hosts = publishedList()
  .contacts.map(({ host }) => host)
  .filter((host) => !/\.(amazonaws\.com\.cn|amazonaws\.eu)$/.test(host))

test('whoever lets these through lets through every host that is contacted', () => {
  expect(hosts.filter((host) => !allowed.some((pattern) => covers(pattern, host)))).toEqual([])
})

test('none of them is for nothing', () => {
  expect(allowed.filter((pattern) => !hosts.some((host) => covers(pattern, host)))).toEqual([])
})
