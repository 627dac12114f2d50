/*
 * The page of the window in which a person signs in to a proxy: a form, and no framework. What is typed
 * goes to the main process by a channel of this window's own and is gone from here with the answer.
 */
import { LONGEST_TYPED, TYPED } from '../electron/contract/proxy-question.ts'
import type { ProxyQuestionBridge, ProxyQuestionPage } from '../electron/contract/proxy-question.ts'

declare global {
  interface Window {
    readonly proxyQuestion: ProxyQuestionBridge
  }
}

function part<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof kind)) throw new Error(`proxy-sign-in.html has no #${id}`)
  return found
}

const say = (id: string, text: string): void => {
  part(id, HTMLElement).textContent = text
}

const form = part('form', HTMLFormElement)
const fields = {
  username: part('username', HTMLInputElement),
  password: part('password', HTMLInputElement),
  accept: part('accept', HTMLInputElement),
}
const send = part('send', HTMLButtonElement)
/** The question that is shown, 0 before the first one. */
let shown = 0
let page: ProxyQuestionPage | null = null
/** The proxy is being asked. */
let isBusy = false

function draw(next: ProxyQuestionPage): void {
  page = next
  document.documentElement.lang = next.locale
  document.documentElement.classList.toggle('more-contrast', next.highContrast)
  document.title = next.title
  for (const id of ['title', 'intro', 'problem', 'send', 'cancel'] as const) say(id, next[id])
  part('problem', HTMLElement).hidden = next.problem === ''
  say('username-label', next.username.label)
  say('username-hint', next.username.hint)
  say('password-label', next.password.label)
  say('password-hint', next.password.hint)
  part('warning', HTMLElement).hidden = next.warning === null
  say('readable', next.warning?.text ?? '')
  say('accept-label', next.warning?.accept ?? '')
  part('facts', HTMLElement).replaceChildren(...next.facts.flatMap(inPair))
  form.hidden = false
  if (next.number !== shown) ask(next)
  shown = next.number
}

/** A fact as a term and what is said of it; its direction of writing moves nothing around it. */
function inPair({ label, value }: ProxyQuestionPage['facts'][number]): HTMLElement[] {
  const term = document.createElement('dt')
  term.textContent = label
  const description = document.createElement('dd')
  const isolated = document.createElement('bdi')
  isolated.textContent = value
  description.append(isolated)
  return [term, description]
}

/** A question that was not shown before: what is typed already belonged to another one. */
function ask({ username }: ProxyQuestionPage): void {
  if (fields.username.value === '') fields.username.value = username.value
  fields.password.value = ''
  // What was agreed to holds for the next password as well: it is the same proxy in the same window.
  setBusy(false)
  for (const name of ['username', 'password', 'accept'] as const) told(name, '')
  const first = fields.username.value === '' ? fields.username : fields.password
  first.focus()
}

function setBusy(busy: boolean): void {
  isBusy = busy
  say('busy', busy ? (page?.busy ?? '') : '')
  for (const field of Object.values(fields)) field.readOnly = busy
  send.ariaDisabled = String(busy)
}

/** Tells beside a field what it lacks; '' for nothing. */
function told(name: keyof typeof fields, lacking: string): void {
  say(`${name}-missing`, lacking)
  fields[name].ariaInvalid = String(lacking !== '')
}

/** Why this cannot be sent; '' if it can. */
function flawOf(typed: string, missing: string, { unfit }: ProxyQuestionPage): string {
  if (typed === '') return missing
  if (typed.length > LONGEST_TYPED) return unfit.length
  return TYPED.test(typed) ? '' : unfit.characters
}

/** What is missing or cannot be sent, each told beside its field, and the first one under the keys. */
function isComplete(page: ProxyQuestionPage): boolean {
  const { missing, warning, unfit } = page
  const username = fields.username.value.trim()
  const colon = username.includes(':') ? (unfit.colon ?? '') : ''
  const flaws = {
    username: flawOf(username, missing.username, page) || colon,
    password: flawOf(fields.password.value, missing.password, page),
    accept: warning !== null && !fields.accept.checked ? missing.accept : '',
  }
  for (const name of ['username', 'password', 'accept'] as const) told(name, flaws[name])
  const first = (['username', 'password', 'accept'] as const).find((name) => flaws[name] !== '')
  if (first) {
    fields[first].focus()
    // One that has the focus already is not scrolled to by that.
    fields[first].scrollIntoView({ block: 'center' })
  }
  return first === undefined
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  if (!page || isBusy || !isComplete(page)) return
  const answer = {
    number: page.number,
    username: fields.username.value.trim(),
    password: fields.password.value,
    readableAccepted: fields.accept.checked,
  }
  fields.password.value = ''
  setBusy(true)
  void window.proxyQuestion.answer(answer)
})

const cancel = (): void => void window.proxyQuestion.answer(null)
part('cancel', HTMLButtonElement).addEventListener('click', cancel)
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') cancel()
})

window.proxyQuestion.onPage(draw)
void window.proxyQuestion.page().then(draw)
