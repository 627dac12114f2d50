import { expect, test } from 'vitest'
import { z } from 'zod'
import { sha256Of } from '../../template/review.ts'
import { builtInTemplate } from '../testing/ground.ts'
import { outcomeOf } from '../testing/organization.ts'
import { rememberedConnections } from '../testing/remembered.ts'
import { askOf, create } from '../testing/stack-scene.ts'

const connections = rememberedConnections()
const ID = 'tulip-41'
const SPOT = 'arn:aws:iam::884866656237:root'
const ANYBODY_ELSE = { Effect: 'Allow', Principal: { AWS: SPOT }, Action: 'sts:AssumeRole' }
const asking = (operator: string, value: unknown) => ({
  ...ANYBODY_ELSE,
  Condition: { [operator]: { 'sts:ExternalId': value } },
})
const TYPED = { Ref: 'ExternalId' }

const templateSchema = z.looseObject({
  Parameters: z.record(z.string(), z.unknown()),
  Conditions: z.unknown(),
  Resources: z.looseObject({
    SpotFinOpsRole: z.looseObject({ Properties: z.record(z.string(), z.unknown()) }),
  }),
})

/** The template that comes with the app with another trust, which asks for an external ID of the form or has one written. */
function templateWith(trust: readonly object[], isTyped: boolean): Buffer {
  const template = templateSchema.parse(JSON.parse(builtInTemplate))
  const { Properties } = template.Resources.SpotFinOpsRole
  Properties['AssumeRolePolicyDocument'] = { Version: '2012-10-17', Statement: trust }
  delete template.Conditions
  if (!isTyped) delete template.Parameters['ExternalId']
  return Buffer.from(JSON.stringify(template))
}

/** What is asked of AWS, and told, where somebody creates a role of a template although an external ID is required. */
async function creating(template: Buffer, externalId: string) {
  const remembered = await connections.proven()
  const opened = await remembered.open({ template, managed: { externalIdRequired: true } })
  return outcomeOf(opened, {
    async act({ door }) {
      await door({ step: 'stack', action: 'change' })
      await door({ step: 'template', action: 'open-file' })
      const sha256 = sha256Of(template.toString('utf8'))
      await door({ step: 'template', action: 'approve', sha256 })
      const names = { stackName: 'Another', roleName: 'another', policyName: 'another' }
      await door(create(askOf(opened.status('stack')), { ...names, externalId }))
    },
  })
}

test.each<readonly [string, readonly object[], string]>([
  ['asks for any at all', [asking('StringLike', '*')], ''],
  ['asks only whoever has one', [asking('StringEqualsIfExists', TYPED)], ID],
  ['asks some, by a written one', [asking('StringEquals', ID), ANYBODY_ELSE], ''],
  ['asks some, by a typed one', [asking('StringEquals', TYPED), ANYBODY_ELSE], ID],
])('where an external ID is required, no role is created that %s', async (_how, trust, typed) => {
  const { told, asked } = await creating(templateWith(trust, typed !== ''), typed)
  expect([...told]).toContain('set-by-organization RequireExternalId')
  expect(asked).not.toContain('CreateStack')
})

test('one that asks everybody is created, also where the template has it written', async () => {
  const { told, asked } = await creating(templateWith([asking('StringEquals', ID)], false), '')
  expect([...told]).not.toContain('set-by-organization RequireExternalId')
  expect(asked).toContain('CreateStack')
})
