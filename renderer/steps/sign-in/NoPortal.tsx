import type { SignInWay } from '../../../electron/contract/ask/sign-in.ts'
import { recognised } from '../../../electron/contract/pasted.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { useWords } from '../../parts/words.ts'

/** Whoever signs in on a page of one account may have no portal at all. */
export const seemsWithoutPortal = (typed: string): boolean => {
  const kind = recognised('portal', typed)?.kind
  return kind === 'sign-in-page' || kind === 'console-page'
}

/** Nor may whoever was asked for a portal's address and had none, or only one's own. */
export const toldNoPortal = (problem: AppError | undefined): boolean =>
  problem?.code === 'start-url-empty' || problem?.code === 'start-url-email'

/**
 * Leads to the sign-in as in the AWS console, or to the form for keys where that is switched off; nowhere
 * where both are.
 */
export function NoPortal({ ways }: { readonly ways: readonly SignInWay[] }) {
  const words = useWords()
  const draft = useDraft('sign-in', { way: '' })
  const way = (['console', 'keys'] as const).find((one) => ways.includes(one))
  if (!way) return null
  const next = way === 'console' ? 'button[data-action="start-console"]' : 'textarea'
  const show = (): void => {
    draft.set('way', way)
    // This button goes, and takes the focus along.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(next)?.focus())
  }
  return (
    <ActionButton action="no-portal" onClick={show}>
      {way === 'console' ? words.signIn.atConsole.noPortal : words.pasted.keysInstead}
    </ActionButton>
  )
}
