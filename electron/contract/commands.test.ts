import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commandSchema } from './commands.ts'
import type { Command } from './commands.ts'

const examples: readonly Command[] = [
  { step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' },
  { step: 'sign-in', action: 'start', startUrl: 'x', region: 'us-east-1', method: 'device' },
  { step: 'sign-in', action: 'copy-link' },
  {
    step: 'cost-report',
    action: 'create',
    reviewed: '',
    reportName: 'a',
    bucketName: 'b',
    prefix: 'c',
    bucketIsNew: true,
  },
  { step: 'template', action: 'approve', sha256: 'x' },
  {
    step: 'stack',
    action: 'create',
    acknowledged: true,
    stackName: 'a',
    roleName: 'b',
    policyName: 'c',
    externalId: '',
    bucketName: 'd',
    withoutExternalId: true,
    values: { CostCenter: '42' },
  },
  { step: 'registration', action: 'connect', token: 't' },
  { step: 'bucket', action: 'check' },
  { step: 'bucket', action: 'repair', reviewed: 'x' },
  { step: 'stack', action: 'hand-over', language: 'en' },
  { step: 'stack', action: 'use-role', roleArn: 'a', externalId: '' },
  {
    step: 'sign-in',
    action: 'use-keys',
    block: 'a',
    accessKeyId: '',
    secretAccessKey: '',
    sessionToken: '',
  },
  { step: 'connections', action: 'rename', id: 'a', name: 'b' },
  { step: 'disconnect', action: 'remove', item: 'bucket', name: 'b', withObjects: true },
  { step: 'app', action: 'reopen' },
  { step: 'vault', action: 'retry' },
  { step: 'vault', action: 'forget' },
  { step: 'app', action: 'copy', text: 'x' },
]

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value

describe('the door for commands', () => {
  it.each(examples)('lets $step $action through unchanged', (command) => {
    expect(commandSchema.parse(command)).toEqual(command)
  })

  it('refuses members that nobody asked for', () => {
    for (const command of examples) {
      expect(commandSchema.safeParse({ ...command, extra: 1 }).success).toBe(false)
    }
  })

  it('refuses anything else without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(commandSchema.safeParse(input).success).toBe(false)
      }),
    )
  })

  it('refuses a command with one member of another type', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...examples),
        fc.nat(),
        fc.oneof(fc.constant(null), fc.integer(), fc.array(fc.string()), fc.object()),
        (command, position, value) => {
          const names = Object.keys(command)
          const name = names[position % names.length] ?? 'step'
          const before = Object.entries(command).find(([one]) => one === name)?.[1]
          fc.pre(typeOf(value) !== typeOf(before))
          expect(commandSchema.safeParse({ ...command, [name]: value }).success).toBe(false)
        },
      ),
    )
  })
})
