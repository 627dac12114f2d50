import { withoutRequest } from '../../checklist/hand-over.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { Step } from '../../checklist/step.ts'
import type { PlanAsk } from '../../contract/ask/plan.ts'
import type { Fact } from '../../contract/facts.ts'
import { parseMspAccount } from '../shared/msp.ts'

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
    async choose({ choices, remember }, { managedBy, mspAccountId: typed }) {
      const mspAccountId = managedBy === 'msp' ? parseMspAccount(typed) : ''
      const before = choices().plan?.managedBy
      // An MSP is asked for its own report, and a colleague for one of ours.
      const isOther = before !== undefined && before !== managedBy
      const moot = isOther ? withoutRequest('cost-report', choices()) : null
      await remember({ plan: { managedBy, mspAccountId }, ...moot })
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
