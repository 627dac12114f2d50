import { z } from 'zod'
import { STEPS, type StepId } from '../contract/steps.ts'
import type { Ability } from '../contract/preflight.ts'
import { html, pageOf, type Html } from '../documents/html.ts'
import { PLAN_STYLE } from '../documents/plan-page.ts'
import type { Catalogue, Language } from '../texts/catalogue.ts'
import { localeOf } from '../texts/locale.ts'
import type { HandOverData } from './data.ts'
import { about, accountIn, costPart, footer, wholePlan, workPart } from './hand-over-file.ts'
import { factsTable, permissionsPart } from './parts.ts'

/** Where another step begins. */
const PART = 'article > h2 { margin-top: 4rem; font-size: 1.5rem; }'

export type AskedStep = { readonly step: StepId; readonly data: HandOverData }

/**
 * One page that asks another person to do several steps, in their order, with one policy for all the
 * permissions that are missing. It holds what a page for each of them would.
 */
export function requestForAll(
  language: Language,
  asked: readonly AskedStep[],
): { name: string; html: string } {
  const { locale, words } = language
  const [first] = asked
  if (!first) throw new Error('A request asks for at least one step')
  const { data } = first
  const texts = words.handOver
  const askedAt = localeOf(locale).dateInUtc(data.askedAt)
  const title = texts.together.title(asked.length)
  const doneInAws = asked.some(({ step }) => STEPS[step].doneInAws)
  const ability = together(asked.flatMap(({ data: { ability } }) => (ability ? [ability] : [])))
  const page = pageOf(
    { locale, title, also: '; img-src data:', more: PART + PLAN_STYLE },
    html`<header>
        <p class="from">${texts.from}</p>
        <h1>${title}</h1>
        <p>${texts.together.why}</p>
        ${factsTable(about(words, doneInAws, data, askedAt))}
        <ol>
          ${asked.map(({ step }) => html`<li>${words.steps[step].request.title}</li>`)}
        </ol>
      </header>
      <main>
        ${asked.map((one, index) => stepPart(words, one, [index + 1, asked.length]))}
        ${permissionsPart(words, { ...data, ability })}
      </main>
      ${footer(words, data, askedAt)} ${wholePlan(language, data)}`,
  )
  return { name: `${texts.together.fileName(accountIn(data))}.html`, html: page }
}

function stepPart(
  words: Catalogue,
  { step, data }: AskedStep,
  [number, total]: readonly [number, number],
): Html {
  const { title, why, whom } = words.steps[step].request
  const { together: texts, whom: label } = words.handOver
  return html`<article>
    <h2>${texts.part(number, total, title)}</h2>
    <p>${why}</p>
    ${factsTable([{ label, value: whom }])} ${workPart(words, step, data)} ${costPart(words, step)}
  </article>`
}

const policy = z.object({ Version: z.string(), Statement: z.array(z.unknown()) })

/** What is missing for several steps as if it were missing for one, with one policy for all of it. */
function together(abilities: readonly Ability[]): Ability | null {
  const [first] = abilities
  if (!first) return null
  const policies = abilities
    .filter(({ statement }) => statement !== '')
    .map(({ statement }) => policy.parse(JSON.parse(statement)))
  const Statement = policies.flatMap((one) => one.Statement)
  return {
    step: first.step,
    missing: abilities.flatMap(({ missing }) => missing),
    optional: abilities.flatMap(({ optional }) => optional),
    statement:
      policies[0] === undefined
        ? ''
        : JSON.stringify({ Version: policies[0].Version, Statement }, null, 2),
  }
}
