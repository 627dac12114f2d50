import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ACTING, REVEALING } from '../../electron/aws/iam/action-reasons.ts'
import { managedData, managedPolicy } from '../../electron/aws/iam/managed-policies.ts'
import { classOfAction } from '../../electron/aws/iam/policy-actions.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { compare, printed } from './comparison.ts'
import {
  isCarried,
  MANAGED_PACKAGE,
  MANAGED_TABLE,
  managedTableOf,
  readManaged,
} from './managed.ts'
import { PACKAGE, readPublished } from './published.ts'
import { TABLE, tableOf } from './table.ts'

const published = await readPublished()
const found = compare(published)

test('the app’s table is of the version that package.json asks for', () => {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'),
  )
  expect(manifest).toHaveProperty(['devDependencies', PACKAGE], published.version)
  expect(
    readFileSync(TABLE, 'utf8') === tableOf(published),
    'The table is not of the installed data. Run "npm run actions -- --renew".',
  ).toBe(true)
})

test('the app’s table of AWS’s own policies is of the version that package.json asks for', () => {
  const manifest: unknown = JSON.parse(
    readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'),
  )
  expect(manifest).toHaveProperty(['devDependencies', MANAGED_PACKAGE], managedData().version)
  const policies = readManaged()
  expect(
    readFileSync(MANAGED_TABLE, 'utf8') === managedTableOf(policies),
    'The table is not of the installed data. Run "npm run actions -- --renew".',
  ).toBe(true)
  const carried = policies.filter(isCarried)
  expect(carried.length).toBeGreaterThan(200)
  // Every one of them is found by its ARN, whole, and none that is not in the table.
  for (const policy of policies) {
    const shown = isCarried(policy) ? policy : { version: '', statements: [] }
    const { version, statements } = shown
    expect(managedPolicy(policy.arn)).toMatchObject({ version, statements })
  }
})

test('nothing that AWS calls Write, Tagging or Permissions management is shown as reading', () => {
  expect(found.actions).toBeGreaterThan(20_000)
  expect(found.readingThatWrite).toEqual([])
})

test('nothing that AWS calls Read or List is shown as more without a reason', () => {
  expect(found.withoutReason).toEqual([])
})

test('every action that AWS knows is known to the app', () => {
  expect(found.unknown).toEqual([])
})

test('every reason is about an action that AWS calls Read or List, and is a sentence', () => {
  expect(found.idleReasons).toEqual([])
  for (const reason of [REVEALING, ACTING].flatMap(Object.values))
    expect(reason).toMatch(/^[A-Z].{10,}\.$/)
  expect(Object.keys(ACTING).filter((action) => action in REVEALING)).toEqual([])
})

test('the last line is the verdict', () => {
  expect(printed(found).trim().split('\n').at(-1)).toBe(
    `${published.actions.length} actions, 0 shown as reading that write, 0 shown as writing without a reason`,
  )
})

test('a difference is seen in both directions', () => {
  const turned = {
    ...published,
    actions: published.actions.map((action) => {
      const name = `${action.service}:${action.name}`
      if (name === 's3:GetObject') return { ...action, level: 'Write' as const }
      if (name === 's3:PutObject') return { ...action, level: 'Read' as const }
      return name === 'ssm:GetParameter' ? { ...action, level: 'Tagging, Write' as const } : action
    }),
  }
  expect(compare(turned)).toMatchObject({
    readingThatWrite: ['s3:GetObject', 'ssm:GetParameter'],
    withoutReason: ['s3:PutObject'],
    idleReasons: ['ssm:GetParameter'],
  })
})

/** What looks like an action and is a key of conditions. */
const KEYS = /^(aws:|sts:(ExternalId|RoleSessionName)$)/

test('every action that the app’s own code names is known to AWS', () => {
  const folder = path.join(repositoryRoot, 'electron')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  )
  const services = new Set(published.actions.map(({ service }) => service))
  const named = files.flatMap((file) =>
    [
      ...readFileSync(path.join(folder, file), 'utf8').matchAll(
        /['"`](?<action>[a-z][a-z0-9-]+:[A-Z][A-Za-z]+)['"`]/g,
      ),
    ].map(({ groups }) => groups?.['action'] ?? ''),
  )
  const actions = [...new Set(named)].filter(
    (action) => services.has(action.split(':')[0] ?? '') && !KEYS.test(action),
  )
  expect(actions).toContain('s3:ListBucket')
  expect(actions.filter((action) => classOfAction(action, ['*']) === 'not-known')).toEqual([])
})
