/** Payloads from the page through the real process boundary; all others are in electron/shell/ipc.test.ts. */
import fc from 'fast-check'
import { expect, test } from './journeys/fixture.ts'
import { choosePlan } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'
import { sampleSeed } from './load/sample.ts'

type Outcome = { readonly accepted: number; readonly refused: number; readonly thrown: number }

const commands = [
  { step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' },
  { step: 'sign-in', action: 'start', startUrl: 'x', region: 'us-east-1', method: 'browser' },
  { step: 'template', action: 'approve', sha256: 'x' },
  { step: 'registration', action: 'connect', token: 'x' },
  { step: 'connections', action: 'remove', id: 'x' },
  { step: 'file', action: 'use', id: 'x' },
  { step: 'disconnect', action: 'remove', item: 'bucket', withObjects: true },
  { step: 'app', action: 'wipe' },
]
/** No command, each: a stranger among the members, a member of another type, or anything at all. */
const payloads = fc.oneof(
  fc.jsonValue(),
  fc
    .tuple(
      fc.constantFrom(...commands),
      // Not `__proto__`: the bridge drops that member, so that what arrives is the command alone.
      fc.constantFrom('constructor', 'toString', 'hasOwnProperty', 'x', ''),
      fc.jsonValue(),
    )
    .map(([command, name, value]): unknown =>
      JSON.parse(
        `{${JSON.stringify(name)}:${JSON.stringify(value)},${JSON.stringify(command).slice(1)}`,
      ),
    ),
  fc
    .tuple(fc.constantFrom(...commands), fc.nat(9), fc.oneof(fc.integer(), fc.object()))
    .map(([command, position, value]): unknown => {
      const names = Object.keys(command)
      return { ...command, [names[position % names.length] ?? 'step']: value }
    }),
)

test('the app stays usable under hundreds of payloads that are no command', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window, app } = await scene.start()
  await reaches(window, 'plan', 'todo')
  const generated = fc
    .sample(payloads, { numRuns: 500, seed: sampleSeed() })
    .map((payload) => JSON.stringify(payload))
  const outcome = await window.evaluate(async (texts): Promise<Outcome> => {
    const bridge = Reflect.get(globalThis, 'ecoConnect') as {
      send: (command: unknown) => Promise<{ accepted: boolean }>
    }
    const command = { step: 'app', action: 'wipe' }
    const cyclic: Record<string, unknown> = { ...command }
    cyclic['self'] = cyclic
    let deep: unknown = 'end'
    for (let level = 0; level < 5000; level += 1) deep = [deep]
    const odd: unknown[] = [
      undefined,
      10n,
      NaN,
      Symbol('s'),
      () => command,
      cyclic,
      deep,
      { ...command, deep },
      new Map(Object.entries(command)),
      new Set(['app', 'wipe']),
      new Date(0),
      /wipe/,
      new Error('wipe'),
      new Uint8Array(1_000_000),
      'x'.repeat(20_000_000),
      { ...command, text: 'x'.repeat(20_000_000) },
      { step: 'app', action: 'copy', text: 'x'.repeat(100_001) },
      Array.from({ length: 500_000 }, () => 'x'),
      Object.assign([], command),
      Object.create(command),
      { ...command, toJSON: () => command },
      { step: new String('app'), action: 'wipe' },
      { step: ['app'], action: ['wipe'] },
      new Proxy({}, { get: () => 'wipe' }),
      {
        get step() {
          throw new Error('thrown by a getter')
        },
      },
      document.body,
      globalThis,
      new Blob(['x']),
      new ImageData(1, 1),
      Promise.resolve(command),
    ]
    const count = { accepted: 0, refused: 0, thrown: 0 }
    for (const payload of [...texts.map((text): unknown => JSON.parse(text)), ...odd]) {
      try {
        count[(await bridge.send(payload)).accepted ? 'accepted' : 'refused'] += 1
      } catch {
        count.thrown += 1
      }
    }
    return count
  }, generated)
  expect(outcome.accepted).toBe(0)
  expect(outcome.refused).toBeGreaterThan(500)

  const flood = await window.evaluate(async () => {
    const bridge = Reflect.get(globalThis, 'ecoConnect') as {
      send: (command: unknown) => Promise<{ accepted: boolean; error?: { code: string } }>
    }
    const command = { step: 'stack', action: 'check' }
    const replies = await Promise.all(Array.from({ length: 3000 }, () => bridge.send(command)))
    return [...new Set(replies.map(({ accepted, error }) => (accepted ? 'accepted' : error?.code)))]
  })
  expect(flood.length).toBeGreaterThan(0)
  expect(flood.filter((word) => word === 'unexpected' || word === undefined)).toEqual([])

  expect(scene.simulator.requests).toEqual([])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await choosePlan(window, 'us')
  await reaches(window, 'sign-in', 'todo')
})
