import type { Choices } from '../../checklist/state-file.ts'
import type { Step } from '../../checklist/step.ts'
import type { PlanAsk } from '../../contract/ask/plan.ts'
import type { Fact } from '../../contract/facts.ts'
import { fail } from '../../errors/failure.ts'

/** Who manages the AWS account. Changeable until registration, so *done* shows the form too. */
export const plan: Step<'plan', never> = {
  id: 'plan',
  needs: [],
  appliesTo: () => null,
  async check({ choices, clock }) {
    const { plan: chosen } = choices()
    if (!chosen) return { kind: 'todo', ask: askOf(null) }
    const evidence: Fact[] = [{ id: 'managed-by', value: chosen.managedBy }]
    if (chosen.mspAccountId) evidence.push({ id: 'msp-account', value: chosen.mspAccountId })
    return { kind: 'done', evidence, at: clock.now(), ask: askOf(chosen) }
  },
  answers: {
    change: ({ remember }) => remember({ plan: null }),
    async choose({ remember }, { managedBy, mspAccountId: typed }) {
      const mspAccountId = managedBy === 'msp' ? parseMspAccount(typed) : ''
      await remember({ plan: { managedBy, mspAccountId } })
    },
  },
  instant: {},
}

function askOf(chosen: Choices['plan']): PlanAsk {
  return {
    step: 'plan',
    managedBy: chosen?.managedBy ?? null,
    mspAccountId: chosen?.mspAccountId ?? '',
  }
}

/** Twelve digits, typed with or without the spaces and dashes of AWS's own pages; '' if unknown. */
function parseMspAccount(text: string): string {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (digits === '' || /^\d{12}$/.test(digits)) return digits
  throw fail('msp-account-invalid', { typed: text.trim() }, { field: 'mspAccountId' })
}
