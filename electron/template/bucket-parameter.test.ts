import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { isBucketName } from '../aws/client/bucket-name.ts'

const file = new URL('../../resources/eco-role.template.json', import.meta.url)
const { CostAndUsageBucket: rule } = z
  .object({
    Parameters: z.object({
      CostAndUsageBucket: z.object({
        AllowedPattern: z.string(),
        MinLength: z.number(),
        MaxLength: z.number(),
      }),
    }),
  })
  .parse(JSON.parse(readFileSync(file, 'utf8'))).Parameters

/** As CloudFormation judges a parameter: its pattern has to fit the whole value. */
const takes = (value: string): boolean =>
  new RegExp(`^(?:${rule.AllowedPattern})$`).test(value) &&
  value.length >= rule.MinLength &&
  value.length <= rule.MaxLength

test('the template takes every name that the steps call one of a bucket', () => {
  const name = fc.stringMatching(/^[A-Za-z0-9._-]{3,255}$/)
  fc.assert(
    fc.property(name, (text) => {
      if (isBucketName(text)) expect(takes(text)).toBe(true)
    }),
  )
})

test('and nothing that would mean more than one bucket in the ARN of its policy', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      if (/[^A-Za-z0-9._-]/.test(text)) expect(takes(text)).toBe(false)
    }),
  )
  for (const text of ['*', 'a*b', 'a?b', '${aws:username}', 'abc/*', 'abc\n', 'a:b', 'a,b', ''])
    expect(takes(text)).toBe(false)
})
