import { randomUUID } from 'node:crypto'
import { masked } from '../base/masking.ts'
import type { HandOverFile, Proposal } from '../contract/hand-over-file.ts'
import { fail } from '../errors/failure.ts'
import { shownOf } from '../hand-over/opening.ts'
import { requireAccount } from '../managed/rules.ts'
import { ownTemplateOf, requireAllowed, reviewOfOwn } from '../steps/template/template.ts'
import { acting, isOver, removing, type AtWork } from './at-work.ts'

/**
 * Takes what a file of somebody else says, opened at `openedAt` (ms), as what to fill into the forms,
 * until the app ends. Approves nothing, signs nobody in and starts nothing; the record notes where it
 * comes from, and an approval that it claims is kept as claimed. Throws `registered`,
 * `busy`, `hand-over-other-account`, `set-by-organization`, and what stands against a template that comes along.
 */
export async function propose(at: AtWork, file: HandOverFile, openedAt: number): Promise<void> {
  if (isOver(at)) throw fail('registered', { step: 'connections' })
  if (acting(at) || removing(at)) throw fail('busy', { step: 'connections' })
  const { id: account = '' } = at.engine.choices().account ?? {}
  if (!fits(file.accountId, account))
    throw fail('hand-over-other-account', { account, named: file.accountId })
  requireAllowedIn(at, file)
  await takeTemplate(at, file)
  await keepClaim(at, file, openedAt)
  note(at, file)
  at.proposal.current = { id: randomUUID(), content: shownOf(file) }
  at.onChange()
}

/** What is proposed for the connection, as long as it is about its account. */
export function proposalOf(at: AtWork): Proposal | null {
  const { current } = at.proposal
  const { id: account = '' } = at.engine.choices().account ?? {}
  return current && !isOver(at) && fits(current.content.accountId, account) ? current : null
}

/** Nothing is taken of a file that is about an account, or brings a template, that is not allowed here. */
function requireAllowedIn({ managed }: AtWork, { accountId, template }: HandOverFile): void {
  if (accountId !== '') requireAccount(managed, accountId)
  if (template?.body !== undefined) requireAllowed(managed, reviewOfOwn(ownTemplateIn(template)))
}

/** The template that comes along, as it is kept. Throws as `ownTemplateOf` does. */
const ownTemplateIn = ({ fileName, body = '' }: NonNullable<HandOverFile['template']>) =>
  ownTemplateOf({ name: fileName, bytes: Buffer.from(body, 'utf8') })

const fits = (named: string, account: string): boolean =>
  named === '' || account === '' || named === account

/** A template that comes along is there to be read, unless another one is approved here already. */
async function takeTemplate({ engine }: AtWork, { template }: HandOverFile): Promise<void> {
  const { approvedTemplate, ownTemplate } = engine.choices()
  if (template?.body === undefined || approvedTemplate !== null) return
  if (ownTemplate?.body === template.body) return
  await engine.remember({ ownTemplate: ownTemplateIn(template) })
  await lookAtTemplate(engine)
}

/** An approval that the file claims is nobody's word but its sender's. */
async function keepClaim(
  { engine }: AtWork,
  { template, from }: HandOverFile,
  at: number,
): Promise<void> {
  if (!template?.approved) return
  const { sha256 } = template
  await engine.remember({ claimedApproval: { sha256, from: from.name, at } })
  await lookAtTemplate(engine)
}

/** Of a step whose turn has not come this is refused: it is read when it has. */
async function lookAtTemplate(engine: AtWork['engine']): Promise<void> {
  await engine.command({ step: 'template', action: 'check' })
}

const LONGEST_NAME = 200

function note({ audit }: AtWork, { from, kind, template }: HandOverFile): void {
  const name = masked(from.name).slice(0, LONGEST_NAME)
  audit.note({ step: 'file', action: 'use', about: `${kind}, from: ${name} (not verified)` })
  if (!template?.approved) return
  const about = `sha256 ${template.sha256}, by: ${name} (claimed by file, not verified)`
  audit.note({ step: 'template', action: 'claimed', about })
}
