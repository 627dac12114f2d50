import type { Choices } from '../../checklist/state-file.ts'
import type { Step, StepContext } from '../../checklist/step.ts'
import type { TemplateReview } from '../../contract/ask/template.ts'
import type { Fact } from '../../contract/facts.ts'
import { fail } from '../../errors/failure.ts'
import { MAX_TEMPLATE_BYTES } from '../../aws/cloudformation/limits.ts'
import { reviewTemplate } from '../../template/review.ts'

const BUILT_IN_NAME = 'eco-role.template.json'

/** The role's template, read in plain words before anything is created from it. Needs no sign-in. */
export const template: Step<'template', 'save-file'> = {
  id: 'template',
  needs: ['plan'],
  appliesTo: () => null,

  async check(context) {
    const review = currentTemplate(context)
    const ask = { step: 'template' as const, review }
    if (!isApproved(context, review)) return { kind: 'todo', ask }
    const evidence: Fact[] = [
      { id: 'template-file', value: review.fileName },
      { id: 'template-sha256', value: review.sha256, copy: true },
      { id: 'principals', value: review.principals.join(', ') },
    ]
    return { kind: 'done', evidence, at: context.clock.now(), ask }
  },

  answers: {
    async approve(context, command) {
      const { sha256, unseen, fileName } = currentTemplate(context)
      if (command.sha256 !== sha256) throw fail('template-changed')
      if (unseen.length > 0) throw fail('template-unseen', { file: fileName })
      await context.remember({ approvedTemplate: command.sha256 })
    },
    'use-built-in': ({ remember }) => remember({ ownTemplate: null, approvedTemplate: '' }),
    change: ({ remember }) => remember({ approvedTemplate: '' }),
    async 'open-file'({ remember, desktop }) {
      const file = await desktop.chooseTemplate()
      if (file) await remember({ ownTemplate: ownTemplateOf(file), approvedTemplate: '' })
    },
  },
  instant: {
    async 'save-file'(context) {
      const { fileName, body } = currentTemplate(context)
      // Exactly the bytes that were reviewed: whoever gets the file can compare its fingerprint.
      await context.desktop.saveFile(fileName, body)
      return null
    },
  },
}

/**
 * Whether the person has agreed to these bytes. What hides something is approved by nobody, whatever
 * the state file says.
 */
export function isApproved(
  { choices }: Pick<StepContext, 'choices'>,
  { sha256, unseen }: TemplateReview,
): boolean {
  return choices().approvedTemplate === sha256 && unseen.length === 0
}

/** A review takes a while, and every look at a stack needs it: those of a body are kept. */
const reviews = new Map<string, TemplateReview>()
const KEPT = 10

/** The template to review and to send: the user's own if one was opened, else the built-in one. */
export function currentTemplate(
  context: Pick<StepContext, 'choices' | 'builtInTemplate'>,
): TemplateReview {
  const { ownTemplate } = context.choices()
  return ownTemplate
    ? reviewOf('file', ownTemplate.fileName, ownTemplate.body)
    : builtInReview(context)
}

/** The template that ships with the app, which trusts Spot and nobody else. */
export function builtInReview({
  builtInTemplate,
}: Pick<StepContext, 'builtInTemplate'>): TemplateReview {
  return reviewOf('built-in', BUILT_IN_NAME, builtInTemplate)
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

function ownTemplateOf(file: {
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
