import type { TemplateReview } from '../contract/ask/template.ts'
import type { PlanPaper } from '../texts/plan-paper.ts'

/** What is shown of a template and of a plan, with one text wherever a text comes from outside. */

const FOUND = { id: 'x', access: 'write' as const }
const actionOf = (text: string) => ({ text, may: 'reveals' as const, grows: true })

export const templateOfText = (text: string): TemplateReview => ({
  source: 'file',
  fileName: text,
  sha256: text,
  bytes: 1,
  body: text,
  principals: [text],
  externalIds: [text],
  statements: [
    { ...FOUND, actions: [actionOf(text)], resources: [text] },
    { ...FOUND, id: text, access: 'read', actions: [actionOf(text)], resources: [text, text] },
  ],
  actionData: { version: text, date: text },
  unseen: [text],
  capability: 'CAPABILITY_IAM',
  obstacles: [
    { kind: 'unresolved', what: text, line: 1, column: 1 },
    { kind: 'misread', written: text, read: text, line: 1, column: 1 },
  ],
  resources: [{ logicalId: text, type: text, name: text, when: text, isForSpot: true }],
  asksForId: 'no',
  managed: [{ name: text, version: text, when: text }],
  managedData: { version: text, date: text },
  parameters: [],
})

export const planOfText = (text: string): PlanPaper => {
  const planned = { fate: 'created', proof: 'proven' } as const
  return {
    madeAt: 0,
    stage: 'begun',
    managedBy: 'msp',
    byHand: false,
    appVersion: text,
    connection: text,
    connectionId: text,
    accountId: text,
    accountName: text,
    billPayer: text,
    roleArn: text,
    refusedTemplate: text,
    report: { ...planned, name: text, prefix: text, others: [text, text] },
    bucket: { ...planned, name: text, isNew: true },
    bucketPolicy: planned,
    stack: { ...planned, name: text, others: [text], values: [{ name: text, value: text }] },
    resources: [
      { ...planned, kind: 'role', name: text, logicalId: text, when: text },
      { ...planned, kind: 'policy', name: '', logicalId: text, when: text },
    ],
    externalId: { kind: 'value', value: text },
    registration: { kind: 'to-do' },
    template: templateOfText(text),
    approved: { by: text, at: 0 },
  }
}
