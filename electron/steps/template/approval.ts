import type { Choices } from '../../checklist/state-file.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { ClaimedApproval, TemplateReview } from '../../contract/ask/template.ts'
import type { Fact } from '../../contract/facts.ts'
import { toAppError } from '../../errors/failure.ts'
import { isOf } from '../../errors/catalogue.ts'

type Approved = NonNullable<Choices['approvedTemplate']>

/** Who approves it: AWS is asked at that moment, as only its word names somebody. */
export async function approvalBy(context: StepContext, sha256: string): Promise<Approved> {
  return { sha256, by: await whoIs(context), at: context.clock.now() }
}

/** The caller's ARN; '' while nobody is signed in, null where AWS cannot be asked. Throws `cancelled`. */
async function whoIs({ choices, session, identity, signal }: StepContext): Promise<string | null> {
  try {
    if (choices().byHand || !(await session.signedIn())) return ''
    return (await identity.caller(signal)).arn
  } catch (error) {
    const { code } = toAppError(error)
    if (signal.aborted || code === 'cancelled') throw error
    // Agreeing takes no sign-in: whom AWS does not name is told as such, and the approval counts.
    return isOf(code, 'signed-out') ? '' : null
  }
}

/** What a file claims about an approval, beside the text that is shown. */
export function claimBeside(
  { claimedApproval }: Choices,
  { sha256 }: TemplateReview,
): ClaimedApproval | null {
  return claimedApproval && { ...claimedApproval, isSame: claimedApproval.sha256 === sha256 }
}

/** By whom it is approved and when, and what a file claims. */
export function approvalFacts(approved: Approved, claim: ClaimedApproval | null): Fact[] {
  const { by, at } = approved
  const moment = at === null ? 'not-kept' : new Date(at).toISOString()
  return [
    { id: 'approved-by', value: byWhom(by, at) },
    { id: 'approved-at', value: moment },
    ...(claim ? claimFacts(claim) : []),
  ]
}

function byWhom(by: string | null, at: number | null): string {
  if (by === null) return at === null ? 'not-kept' : 'not-known'
  return by === '' ? 'not-signed-in' : by
}

const claimFacts = ({ from, at, sha256, isSame }: ClaimedApproval): Fact[] => [
  { id: 'claimed-by', value: from === '' ? 'nobody' : from },
  { id: 'claimed-at', value: new Date(at).toISOString() },
  { id: 'claimed-text', value: isSame ? 'same' : 'other' },
  ...(isSame ? [] : [{ id: 'claimed-sha256' as const, value: sha256, copy: true }]),
]
