import { accountAsShown } from '../contract/console.ts'
import type { Catalogue, Language } from '../texts/catalogue.ts'
import { localeOf } from '../texts/locale.ts'
import { obstacleLine } from '../texts/purposes.ts'
import { notedText } from '../texts/noted.ts'
import type { Fate, PlanPaper } from '../texts/plan-paper.ts'
import { html, NOTHING, pageOf, type Html } from './html.ts'
import { planRows, type PlanRow } from './plan-rows.ts'
import { spotPart } from './plan-spot.ts'

/** Small enough that an ordinary plan is one sheet of A4. */
export const PLAN_STYLE = `
.plan { font-size: .92rem; line-height: 1.45; }
.plan h2 { margin: 1.2rem 0 .35rem; padding-bottom: .15rem; font-size: 1.1rem; }
.plan table { margin: .4rem 0; font-size: .86rem; }
.plan th, .plan td { padding: .25rem .5rem; }
.plan thead th { font-size: .8rem; }
.plan tbody th { width: auto; }
.plan .things tbody th { width: 28%; font-weight: 400; }
.plan .things td:nth-child(3) { width: 14%; }
.plan .things td:nth-child(4) { width: 19%; }
.plan .spot th { width: 1%; white-space: nowrap; }
.plan .about { display: grid; grid-template-columns: 1fr 1fr; gap: .2rem 1.5rem; margin: .4rem 0; }
.plan .about div { display: flex; gap: .5rem; }
.plan .about dt { flex: none; width: 5.2rem; font-weight: 600; }
.plan .about dd { margin: 0; }
.plan code { font-size: .8rem; }
.plan p { margin: .25rem 0; }
.plan ul { margin: .25rem 0; padding-left: 1.1rem; }
.plan li { margin: .12rem 0; }
.plan .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
.plan .box { margin: .5rem 0; padding: .4rem .8rem; }
.plan summary { font-size: 1.1rem; font-weight: 600; }
.plan .decision { display: none; }
@media (max-width: 44rem) { .plan .pair, .plan .about { display: block; } }
@media print {
  .plan { font: 8.3pt/1.2 "Liberation Sans", Arial, Helvetica, sans-serif; }
  .plan h1 { font-size: 14pt; margin: 0 0 .1rem; }
  .plan h2 { margin: .4rem 0 .1rem; font-size: 10pt; }
  .plan li { margin: .05rem 0; }
  .plan table { margin: .2rem 0; font-size: 7.9pt; }
  .plan th, .plan td { padding: .08rem .4rem; }
  .plan thead th { font-size: 8pt; }
  .plan .pair { grid-template-columns: 45fr 55fr; }
  .plan .from { font-size: 8pt; }
  .plan code { font-size: 7pt; }
  details.plan { break-before: page; }
  .plan .decision { display: block; break-inside: avoid; }
  .plan .decision td { height: 2.3rem; width: 25%; }
}
@page { margin: 10mm 13mm 11mm; }
`

/** The plan as a page of its own: no script, nothing loaded, and every value is text in it. */
export function planPage(language: Language, paper: PlanPaper): string {
  const { locale, words } = language
  const { title, from, noSecrets } = words.planPaper
  return pageOf(
    { locale, title, more: PLAN_STYLE },
    html`<div class="plan">
      <header>
        <p class="from">${from(paper.appVersion)} ${noSecrets}</p>
        <h1>${title}</h1>
      </header>
      <main>${planPart(language, paper)} ${decisionPart(words, paper)}</main>
    </div>`,
  )
}

/** All that the plan says, also as a part of a request to somebody else. */
export function planPart({ locale, words }: Language, paper: PlanPaper): Html {
  const { dateInUtc } = localeOf(locale)
  const { intro, tags } = words.planPaper
  const things = [paper.report, paper.bucket, paper.stack]
  const made: readonly Fate[] = ['create', 'create-unless', 'begun', 'created']
  const isMarked = things.some(({ fate }) => made.includes(fate))
  const isUnseen = things.some(({ fate }) => fate === 'create-unless')
  return html`<p>${intro}</p>
    ${aboutPart(words, paper, dateInUtc(paper.madeAt))} ${warnings(words, paper)}
    ${thingsTable(words, planRows(words, paper))}
    ${isUnseen ? html`<p class="soft">${words.planPaper.unless}</p>` : NOTHING}
    ${isMarked && paper.connectionId !== '' ? html`<p class="soft">${tags(paper.connectionId)}</p>` : NOTHING}
    ${spotPart(words, paper, dateInUtc)}
    <div class="pair">${untouchedPart(words, paper)} ${leavesPart(words, paper, dateInUtc)}</div>`
}

function aboutPart({ planPaper: texts }: Catalogue, paper: PlanPaper, madeAt: string): Html {
  const { accountId, accountName, connection, managedBy, byHand, stage } = paper
  const account =
    accountId === ''
      ? texts.accountUnknown
      : texts.accountOf(accountAsShown(accountId), accountName)
  const pairs = [
    [texts.account, account],
    [texts.managed, texts.managedBy[managedBy ?? 'unknown']],
    [texts.state, `${texts.stages[stage]} ${texts.asOf(madeAt)}`],
    [texts.how, texts.ways[byHand ? 'by-hand' : 'app']],
  ] as const
  return html`${connection === '' ? NOTHING : html`<p>${texts.connection(connection)}</p>`}
    <dl class="about">
      ${pairs.map(
        ([label, value]) =>
          html`<div>
            <dt>${label}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>`
}

/** What whoever approves has to know before all else. */
function warnings(words: Catalogue, { billPayer, refusedTemplate, template }: PlanPaper): Html {
  const { paidElsewhere, refusedTemplate: refused, unusable } = words.planPaper
  const against = [
    ...template.unseen.map((text) => notedText(words, text)),
    ...template.obstacles.map((one) => obstacleLine(words, one)),
  ]
  const lines = [
    ...(billPayer === '' ? [] : [html`<p>${paidElsewhere(billPayer)}</p>`]),
    ...(refusedTemplate === '' ? [] : [html`<p>${refused(refusedTemplate)}</p>`]),
    ...(against.length === 0 ? [] : [html`<p>${unusable}</p>`, list(against)]),
  ]
  return lines.length === 0 ? NOTHING : html`<div class="box warn">${lines}</div>`
}

function thingsTable({ planPaper: { columns } }: Catalogue, rows: readonly PlanRow[]): Html {
  return html`<table class="things">
    <thead>
      <tr>
        ${columns.map((label) => html`<th scope="col">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ what, name, unnamed, settings, state, cost }) =>
          html`<tr>
            <th scope="row">
              <strong>${what}</strong><br />${name === '' ? unnamed : html`<code>${name}</code>`}
            </th>
            <td>${settings.map((one) => html`${one} `)}</td>
            <td>${state}</td>
            <td>${cost}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

const list = (lines: readonly string[]): Html =>
  html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`

function untouchedPart({ planPaper: { untouched } }: Catalogue, { managedBy }: PlanPaper): Html {
  const msp = managedBy === 'msp' ? [untouched.mspLine] : []
  return html`<section>
    <h2>${untouched.title}</h2>
    ${list([...untouched.lines, ...msp])}
  </section>`
}

function leavesPart(
  { planPaper: { leaves } }: Catalogue,
  paper: PlanPaper,
  dateInUtc: (at: number) => string,
): Html {
  const { accountId, bucket, roleArn, managedBy, registration } = paper
  const { unknown } = leaves
  const values = [
    accountId === '' ? unknown.accountId : leaves.accountId(accountId),
    bucket.name === '' ? unknown.bucket : leaves.bucket(bucket.name),
    roleArn === '' ? unknown.role : leaves.role(roleArn),
    ...(managedBy === 'msp' ? [leaves.mspToo] : []),
  ]
  return html`<section>
    <h2>${leaves.title}</h2>
    <p>
      ${managedBy === 'msp' ? leaves.byRequest : leaves.toSpot} ${leaves.values(values)}
      ${registrationLine(leaves.states, registration, dateInUtc)}
    </p>
    ${list(leaves.lines)}
  </section>`
}

function registrationLine(
  states: Catalogue['planPaper']['leaves']['states'],
  registration: PlanPaper['registration'],
  dateInUtc: (at: number) => string,
): string {
  switch (registration.kind) {
    case 'to-do':
      return states['to-do']
    case 'registered':
      return states.registered(dateInUtc(registration.at))
    case 'asked-spot':
      return registration.confirmed
        ? states.confirmed(dateInUtc(registration.at))
        : states.asked(dateInUtc(registration.at))
  }
}

/** For whoever signs on paper: this is drawn in print only. */
export function decisionPart(
  { planPaper: { decision } }: Catalogue,
  { template }: PlanPaper,
): Html {
  const { name, date, signature, remarks } = decision
  return html`<section class="decision">
    <h2>${decision.title}</h2>
    <p>
      ${decision.about(`${template.sha256.slice(0, 16)}…`)} &#160; ☐ ${decision.approved} &#160; ☐
      ${decision.refused}
    </p>
    <table>
      <tbody>
        <tr>
          ${[name, date, signature, remarks].map((label) => html`<td>${label}</td>`)}
        </tr>
      </tbody>
    </table>
  </section>`
}
