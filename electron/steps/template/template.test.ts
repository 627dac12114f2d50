import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { noChoices } from '../../checklist/state-file.ts'
import { reviewTemplate } from '../../template/review.ts'
import { isApproved } from './template.ts'

const builtIn = readFileSync(
  new URL('../../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
const approvedAs = (body: string): boolean => {
  const review = reviewTemplate(body, 'file', 'own.json')
  const choices = () => ({ ...noChoices, approvedTemplate: review.sha256 })
  return isApproved({ choices }, review)
}

test('a template that hides something is not approved, whatever the state file says', () => {
  expect(approvedAs(builtIn)).toBe(true)
  const deceptive = builtIn.replace('s3:ListBucket', 's3:ListBucket\u200b')
  expect(deceptive).not.toBe(builtIn)
  expect(approvedAs(deceptive)).toBe(false)
})
