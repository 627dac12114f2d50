import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defaultProvider } from '../../electron/aws/client/no-own-credentials.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { BROUGHT } from './advisories.ts'
import { type Locked, readLock, runtimeOf } from './lock.ts'
import { shippedIn } from './shipped.ts'

const CLIENT = '@aws-sdk/client-cost-and-usage-report-service'

const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8')
const shipped = shippedIn(read('resources/security/dependencies.md'))
const refOf = ({ name, version }: Locked): string => `${name}@${version}`

const parts = runtimeOf(readLock()).filter(({ name }) =>
  /^@(aws|aws-sdk|aws-crypto|smithy)\//.test(name),
)

/**
 * AWS ends a generation of the SDK together with the Node.js that it is made for: those before 18.
 * What names no Node.js counts as ended too, so that a part has to prove its age.
 */
const isEnded = ({ engines }: Locked): boolean =>
  Number(/\d+/.exec(engines['node'] ?? '')?.[0] ?? 0) < 18

test('of the SDK, the report client alone is of a generation that has ended', () => {
  const ended = parts.filter((part) => shipped.includes(refOf(part)) && isEnded(part))
  expect(ended.map(refOf)).toEqual([`${CLIENT}@3.332.0`])
})

test('no part of the SDK that looks for credentials is shipped', () => {
  expect(shipped.filter((ref) => /credential-provider|token-providers/.test(ref))).toEqual([])
})

test('of the clients that AWS keeps for its own providers, only that of the sign-in service is used', () => {
  const used = readdirSync(path.join(repositoryRoot, 'electron'), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...read(`electron/${file}`).matchAll(/'@aws-sdk\/nested-clients\/?([^']*)'/g),
    ])
    .map(([, client]) => client)
  expect(new Set(used)).toEqual(new Set(['signin']))
})

test('what stands in for them says that a client was made without credentials', async () => {
  await expect(defaultProvider()()).rejects.toThrow('made without credentials')
})

describe('the overrides', () => {
  const { overrides, dependencies } = z
    .object({
      overrides: z.record(z.string(), z.record(z.string(), z.string())),
      dependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(read('package.json')))
  const own = overrides[CLIENT] ?? {}
  const asked = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read(`node_modules/${CLIENT}/package.json`))).dependencies

  test('are for the report client, and for all that it asks for', () => {
    expect(Object.keys(overrides)).toEqual([CLIENT])
    // tslib is asked for by a range, and is new.
    expect(Object.keys(own)).toEqual(Object.keys(asked).filter((name) => name !== 'tslib'))
  })

  test.each(BROUGHT)('keep out $name, which the report client asks for through $by', ({ by }) => {
    const name = by.slice(0, by.lastIndexOf('@'))
    expect(`${name}@${asked[name]}`).toBe(by)
    expect(own).toHaveProperty([name])
  })

  test.each(Object.entries(own))('%s is pinned: %s', (name, pinned) => {
    if (pinned.startsWith('$')) expect(dependencies[pinned.slice(1)]).toMatch(/^\d/)
    else expect(pinned).toMatch(/^(npm:@smithy\/[\w-]+@)?\d+\.\d+\.\d+$/)
    // What has another name now kept its own.
    if (pinned.startsWith('npm:')) expect(pinned).toContain(`/${name.replace('@aws-sdk/', '')}@`)
  })

  test('are what the lockfile has', () => {
    const found = new Map(
      runtimeOf(readLock()).map(({ place, name, version }) => [place, `${name}@${version}`]),
    )
    for (const [name, pinned] of Object.entries(own)) {
      const version = pinned.startsWith('$') ? (dependencies[pinned.slice(1)] ?? '') : pinned
      const wanted = version.startsWith('npm:') ? version.slice(4) : `${name}@${version}`
      const nearest =
        found.get(`node_modules/${CLIENT}/node_modules/${name}`) ??
        found.get(`node_modules/${name}`)
      expect(nearest).toBe(wanted)
    }
  })
})
