import type { Choices } from '../../checklist/state-file.ts'
import type { Step, StepContext } from '../../checklist/step.ts'
import type { TemplateReview } from '../../contract/ask/template.ts'
import type { Managed } from '../../contract/managed.ts'
import type { Fact } from '../../contract/facts.ts'
import type { AppError } from '../../errors/app-error.ts'
import { AppFailure, fail } from '../../errors/failure.ts'
import { nameHides } from '../../base/visible.ts'
import { isTemplateAllowed, requireOwnTemplate, requireOwnTemplates } from '../../managed/rules.ts'
import { MAX_TEMPLATE_BYTES } from '../../aws/cloudformation/limits.ts'
import { placeFacts, readTemplate } from '../../template/reading.ts'
import { reviewTemplate } from '../../template/review.ts'
import { approvalBy, approvalFacts, claimBeside } from './approval.ts'

const BUILT_IN_NAME = 'eco-role.template.json'

/** The role's template, read in plain words before anything is created from it. Needs no sign-in. */
export const template: Step<'template', 'save-file'> = {
  id: 'template',
  needs: ['plan'],
  appliesTo: () => null,

  async check(context) {
    const { review, problem } = templateToRead(context)
    const claim = claimBeside(context.choices(), review)
    const ask = { step: 'template' as const, review, claim }
    if (problem) return { kind: 'failed', error: problem, ask }
    const approved = approvalOf(context, review)
    if (!approved) return { kind: 'todo', ask }
    const evidence: Fact[] = [
      { id: 'template-file', value: review.fileName },
      { id: 'template-sha256', value: review.sha256, copy: true },
      { id: 'principals', value: review.principals.join(', ') },
      { id: 'asks-for-id', value: idAskedBy(review) },
      ...approvalFacts(approved, claim),
    ]
    return { kind: 'done', evidence, at: context.clock.now(), ask }
  },

  answers: {
    async approve(context, command) {
      const { review, problem } = templateToRead(context)
      if (problem?.code === 'set-by-organization' && command.sha256 !== review.sha256)
        throw new AppFailure(problem)
      if (command.sha256 !== review.sha256) throw fail('template-changed')
      refuseUnusable(review)
      const kept = problem ? { ownTemplate: null } : {}
      const approvedTemplate = await approvalBy(context, command.sha256)
      await context.remember({ ...kept, approvedTemplate })
    },
    'use-built-in': ({ remember }) => remember({ ownTemplate: null, approvedTemplate: null }),
    change: ({ remember }) => remember({ approvedTemplate: null }),
    async 'open-file'({ remember, desktop, managed }) {
      requireOwnTemplates(managed)
      const file = await desktop.chooseTemplate()
      if (!file) return
      const ownTemplate = ownTemplateOf(file)
      requireAllowed(managed, reviewOfOwn(ownTemplate))
      await remember({ ownTemplate, approvedTemplate: null })
    },
  },
  instant: {
    async 'save-file'(context) {
      const { fileName, body } = templateToRead(context).review
      // Exactly the bytes that were reviewed: whoever gets the file can compare its fingerprint.
      await context.desktop.saveFile(fileName, body)
      return null
    },
  },
}

/** Whether, and where, an external ID comes into it. */
function idAskedBy({ asksForId, externalIds }: TemplateReview): string {
  return asksForId === 'no' && externalIds.length > 0 ? 'written' : asksForId
}

/** Whether the person has agreed to these bytes. */
export const isApproved = (
  context: Pick<StepContext, 'choices' | 'managed'>,
  review: TemplateReview,
): boolean => approvalOf(context, review) !== null

/**
 * The person's approval of these bytes, null if there is none. What hides something is approved by
 * nobody, whatever the state file says, and neither is what the organization does not allow by now.
 */
function approvalOf(
  { choices, managed }: Pick<StepContext, 'choices' | 'managed'>,
  review: TemplateReview,
): Choices['approvedTemplate'] {
  const { sha256, unseen, obstacles } = review
  const { approvedTemplate: approved } = choices()
  if (!isAllowed(managed, review)) return null
  return approved?.sha256 === sha256 && unseen.length + obstacles.length === 0 ? approved : null
}

/** Throws what stands against approving a template, with its place. */
function refuseUnusable({ fileName: file, unseen, obstacles, body }: TemplateReview): void {
  if (unseen.length > 0) throw fail('template-unseen', { file, ...hiddenPlace(body) })
  const [obstacle] = obstacles
  if (!obstacle) return
  const place = placeFacts(obstacle)
  switch (obstacle.kind) {
    case 'unresolved':
      throw fail('template-unresolved', { file, what: obstacle.what, ...place })
    case 'unfilled':
      throw fail('template-unfilled', { file, what: obstacle.what, ...place })
    case 'closed':
      throw fail('template-closed', { file, ...place })
    case 'misread': {
      const { written, read } = obstacle
      throw fail('template-misread', { file, written, read, ...place })
    }
  }
}

function hiddenPlace(body: string): { line?: string; column?: string } {
  return placeFacts(readTemplate(body, '').ofText(nameHides))
}

type TemplateContext = Pick<StepContext, 'choices' | 'builtInTemplate' | 'earlierTemplates'>

/** A review takes a while, and every look at a stack needs it: those of a body are kept. */
const reviews = new Map<string, TemplateReview>()
const KEPT = 10

/** Whether the organization lets anybody use it: what comes with the app always, another by its bytes. */
function isAllowed(managed: Managed, { source, sha256 }: TemplateReview): boolean {
  return source === 'built-in' || isTemplateAllowed(managed, sha256)
}

/** Throws `set-by-organization` for a template of the person's own that may not be used. */
export function requireAllowed(managed: Managed, { source, sha256 }: TemplateReview): void {
  if (source !== 'built-in') requireOwnTemplate(managed, sha256)
}

/** How a file of the person's own is read. */
export const reviewOfOwn = ({ fileName, body }: NonNullable<Choices['ownTemplate']>) =>
  reviewOf('file', fileName, body)

/** The template to review and to send: the user's own if one was opened, else the built-in one. */
export function currentTemplate(context: TemplateContext): TemplateReview {
  const { ownTemplate } = context.choices()
  return ownTemplate ? reviewOfOwn(ownTemplate) : builtInReview(context)
}

/**
 * What the person is shown: a file that was opened by an earlier build may be refused by now, or not be
 * allowed any more, and then it is told why, beside the template that can be used instead.
 */
export function templateToRead(context: TemplateContext & Pick<StepContext, 'managed'>): {
  readonly review: TemplateReview
  readonly problem: AppError | null
} {
  try {
    const review = currentTemplate(context)
    requireAllowed(context.managed, review)
    return { review, problem: null }
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error
    return { review: builtInReview(context), problem: error.error }
  }
}

/**
 * The template that ships with the app, which trusts Spot and nobody else. One of an earlier build
 * stays in use where the person has approved it: an update takes no approval back.
 */
export function builtInReview({
  choices,
  builtInTemplate,
  earlierTemplates,
}: TemplateContext): TemplateReview {
  const builtIn = (body: string): TemplateReview => reviewOf('built-in', BUILT_IN_NAME, body)
  const { approvedTemplate } = choices()
  const approved = earlierTemplates
    .map(builtIn)
    .find(({ sha256 }) => sha256 === approvedTemplate?.sha256)
  return approved ?? builtIn(builtInTemplate)
}

function reviewOf(
  source: TemplateReview['source'],
  fileName: string,
  body: string,
): TemplateReview {
  const key = JSON.stringify([source, fileName, body])
  const kept = reviews.get(key)
  if (kept) return kept
  const review = reviewTemplate(body, source, fileName)
  if (reviews.size >= KEPT) reviews.clear()
  reviews.set(key, review)
  return review
}

/** A file as it is kept to be reviewed. Throws `template-too-large`, and what it breaks otherwise. */
export function ownTemplateOf(file: {
  name: string
  bytes: Uint8Array
}): NonNullable<Choices['ownTemplate']> {
  const { name, bytes } = file
  if (bytes.length > MAX_TEMPLATE_BYTES) {
    throw fail('template-too-large', {
      file: name,
      bytes: String(bytes.length),
      limit: String(MAX_TEMPLATE_BYTES),
    })
  }
  let body: string
  try {
    body = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch (cause) {
    throw fail('template-not-parsable', { file: name, reason: 'not a text file' }, { cause })
  }
  reviewTemplate(body, 'file', name)
  return { fileName: name, body }
}
