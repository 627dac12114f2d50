import { expect, test } from 'vitest'
import { ENGLISH, english } from './en/index.ts'
import { notedText } from './noted.ts'
import { pseudoLanguage } from './pseudo.ts'

const REMARKS = [
  'arn:aws:iam::627743545735:root (if HasExternalId)',
  's3:PutObject (if A and not B and C)',
  'Federated:cognito-identity.amazonaws.com (by sts:AssumeRoleWithSAML or sts:TagSession)',
  'Service:x.amazonaws.com (if A) (by sts:AssumeRoleWithSAML)',
  'all but s3:Get* (if not A)',
  'under a condition never all but s3:PutObject',
  'never iam:PassRole',
  'attached to Users: dana',
  'attached to Roles: not understood: {"Ref":"Other"}',
  'not understood: “arn:aws:s3:::x”',
  'not understood: {"Ref":"A","Fn::Sub":"${B}"} (default of A: one) (default of B: two)',
  'not understood: {"Ref":"A"} (default of A: one) (if Wide)',
]
const NAMES = [
  'arn:aws:iam::627743545735:root',
  's3:GetObject',
  '*',
  'Service:ec2.amazonaws.com',
  'S3CURBucket',
  'arn:aws:iam::aws:policy/never mind',
]

test('English says what a review notes, word for word', () => {
  for (const text of [...REMARKS, ...NAMES]) expect(notedText(english, text)).toBe(text)
})

test('another language says it in its own words, and leaves names alone', () => {
  const { words } = pseudoLanguage(ENGLISH)
  for (const text of NAMES) expect(notedText(words, text)).toBe(text)
  for (const text of REMARKS) {
    const said = notedText(words, text)
    expect(said).toMatch(/^⟦.*⟧$/s)
    expect(said).not.toMatch(
      /not understood|default of|\(if |\(by |all but|never|attached|condition /,
    )
  }
})
