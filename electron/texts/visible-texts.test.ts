import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineOf, recordIn } from '../audit/entry.ts'
import type { Entry } from '../audit/entry.ts'
import { auditPage } from '../audit/audit-page.ts'
import { siemEvents, siemLines, siemTable } from '../audit/siem.ts'
import { STEP_IDS } from '../contract/steps.ts'
import { ERROR_CODES, factNames } from '../errors/catalogue.ts'
import { planPage } from '../documents/plan-page.ts'
import { planOfText } from '../testing/of-text.ts'
import { unseen } from '../testing/unseen.ts'
import { hides } from '../base/visible.ts'
import { ENGLISH, english } from './en/index.ts'
import { errorText } from './errors.ts'
import { summaryText } from './summary.ts'
import { mspRequestText } from './msp-request.ts'
import { supportRequestLetter } from './to-spot/support-request.ts'

/** A name in which something hides. */
const deceptive = fc
  .tuple(fc.string({ maxLength: 10 }), unseen, fc.string({ maxLength: 10 }))
  .map((parts) => parts.join(''))

test('no sentence about an error lets a fact hide anything, whichever it is', () => {
  fc.assert(
    fc.property(deceptive, (text) => {
      for (const code of ERROR_CODES) {
        const facts = Object.fromEntries(factNames(code).map((name) => [name, text]))
        const { what, meaning, todo } = errorText(english, { code, facts })
        expect(hides(`${what} ${meaning} ${todo}`)).toBe(false)
      }
    }),
    { numRuns: 40 },
  )
})

const ABOUT = { byHand: false, managedBy: 'us', sent: null } as const

test('the summary names the entry that the keychain may have kept, by the app’s name', () => {
  const summary = summaryText(ENGLISH, 0, [], ABOUT)
  expect(summary).toContain('begins with “Eco Connect/”')
  expect(summary).toContain('opens nothing any more')
})

test('the summary shows all of every value, each in one line', () => {
  fc.assert(
    fc.property(deceptive, (text) => {
      const value = `${text}\nRole ARN: forged`
      const sections = STEP_IDS.map((id) => ({
        id,
        facts: [{ id: 'account-name' as const, value }],
        verified: true,
      }))
      const summary = summaryText(ENGLISH, 0, sections, ABOUT)
      expect(hides(summary)).toBe(false)
      expect(summary).not.toMatch(/^\s*Role ARN: forged/m)
    }),
  )
})

test('the request to Spot Support shows all of every value, each in one line', () => {
  fc.assert(
    fc.property(deceptive, (text) => {
      const value = `${text}\nRole ARN: forged`
      const { text: request } = supportRequestLetter({
        bucketName: value,
        roleArn: value,
        customerAccountId: value,
        mspAccountId: value,
        stackName: value,
        reportPrefix: value,
        spotOrganizationId: value,
        billPayer: value,
        verified: true,
      })
      expect(hides(request)).toBe(false)
      expect(request).not.toMatch(/^Role ARN: forged/m)
    }),
  )
})

test('the request to an MSP shows all of every value, each in one line', () => {
  fc.assert(
    fc.property(deceptive, (text) => {
      const value = `${text}\nRole ARN: forged`
      const request = mspRequestText(english, {
        accountId: value,
        accountName: value,
        mspAccountId: value,
      })
      expect(hides(request)).toBe(false)
      expect(request).not.toMatch(/^Role ARN: forged/m)
    }),
  )
})

test('the record of calls shows all of every value, on its page and in its file', () => {
  const at = '2026-11-23T09:00:00.000Z'
  fc.assert(
    fc.property(deceptive, (text) => {
      const entries: Entry[] = [
        {
          kind: 'call',
          at,
          service: 's3',
          operation: text,
          resource: text,
          error: text,
          status: 403,
          requestId: text,
          durationMs: 1,
          attempts: 1,
        },
        { kind: 'change', at, step: text, action: text, about: text },
        { kind: 'refused', at, step: text, action: text, code: text },
      ]
      const about = { name: text, accountId: text, file: text, torn: false }
      expect(hides(auditPage(ENGLISH, { entries, ...about }))).toBe(false)
      const lines = entries.map(lineOf).join('')
      expect(hides(lines)).toBe(false)
      const events = siemEvents(entries, text)
      for (const saved of [siemLines(events), siemTable(events)]) expect(hides(saved)).toBe(false)
      // Of a file that an earlier build wrote nothing is lost.
      const before = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
      for (const written of [lines, before]) expect(recordIn(written).entries).toEqual(entries)
    }),
  )
})

test('the plan shows all of every value, whoever reads it', () => {
  fc.assert(
    fc.property(deceptive, (text) => {
      const page = planPage(ENGLISH, planOfText(text))
      expect(hides(page)).toBe(false)
      expect(page).not.toMatch(/<script|\son\w+=/i)
    }),
  )
})
