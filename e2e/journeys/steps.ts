import type { Page } from 'playwright'
import type { Scenario } from '../simulator/index.ts'
import { SPOT_DEMO_TOKEN } from '../simulator/index.ts'
import { chooseWay } from './keys.ts'
import { wordsIn } from './spoken.ts'
import { button, fill, line, open, panel, press, reaches } from './window.ts'

/** Called at each point worth a look: the tour takes a screenshot, tests pass nothing. */
export type Look = (name: string) => Promise<void>
const nothing: Look = () => Promise.resolve()

export async function choosePlan(
  window: Page,
  managedBy: Scenario['managedBy'],
  look: Look = nothing,
): Promise<void> {
  await reaches(window, 'plan', 'todo')
  await look('plan')
  await answerPlan(window, managedBy)
  await reaches(window, 'plan', 'done')
}

/** Says who manages the account. */
export async function answerPlan(window: Page, managedBy: Scenario['managedBy']): Promise<void> {
  await (await open(window, 'plan')).locator(`[data-answer="${managedBy}"]`).click()
  if (managedBy === 'msp') await press(window, 'plan', 'choose')
}

/** Signs in with the browser stand-in, then chooses the scenario's account and permission set. */
export async function signIn(
  window: Page,
  scenario: Scenario,
  options: { readonly look?: Look; readonly method?: 'browser' | 'device' } = {},
): Promise<void> {
  const { look = nothing, method = 'browser' } = options
  if (scenario.console !== undefined) return signInAtConsole(window, look)
  const { startUrl } = scenario.signIn
  await reaches(window, 'sign-in', 'todo')
  await look('sign-in')
  await fill(window, 'sign-in', (words) => words.signIn.startUrl, startUrl)
  if (method === 'device') await useCode(window)
  else await press(window, 'sign-in', 'start')
  await leftTheForm(window)
  await look('sign-in-waiting')
  if (method === 'device') await press(window, 'sign-in', 'open-link')
  await chooseAccountAndRole(window, scenario, look)
  await button(window, 'sign-in', 'accept-payer').or(lineAfter(window)).first().waitFor()
  await open(window, 'sign-in')
  await look('signed-in')
}

/** Signs in as to the AWS console, where the browser's stand-in is whoever the simulator says. */
async function signInAtConsole(window: Page, look: Look): Promise<void> {
  await reaches(window, 'sign-in', 'todo')
  await look('sign-in')
  await chooseWay(window, 'console')
  await look('sign-in-as-to-the-console')
  await press(window, 'sign-in', 'start-console')
  await button(window, 'sign-in', 'accept-root').or(lineAfter(window)).first().waitFor()
  await open(window, 'sign-in')
  await look('signed-in')
}

/** Chooses the scenario's account and permission set, as far as they are asked for. */
export async function chooseAccountAndRole(
  window: Page,
  { signIn: { accountId, permissionSet } }: Scenario,
  look: Look = nothing,
): Promise<void> {
  await leftTheForm(window)
  await reaches(window, 'sign-in', 'todo', 'done', 'failed')
  await chooseIfAsked(window, 'choose-account', accountId, look)
  await chooseIfAsked(window, 'choose-role', permissionSet, look)
}

/** The step's line where the sign-in has come to an end: `todo` means that a question is left. */
const lineAfter = (window: Page) =>
  line(window, 'sign-in').and(window.locator(':is([data-status="done"], [data-status="failed"])'))

/** The browser is waited for, or was so fast that nobody has seen it. */
async function leftTheForm(window: Page): Promise<void> {
  await line(window, 'sign-in')
    .and(window.locator('[data-status="acting"]'))
    .or(lineAfter(window))
    .or(button(window, 'sign-in', 'choose-account'))
    .or(button(window, 'sign-in', 'choose-role'))
    .first()
    .waitFor()
}

/** Takes the second way in: a code for a browser that is somewhere else. */
export async function useCode(window: Page): Promise<void> {
  const { signIn } = await wordsIn(window)
  await panel(window, 'sign-in').getByRole('button', { name: signIn.device }).click()
}

async function chooseIfAsked(
  window: Page,
  action: 'choose-account' | 'choose-role',
  text: string,
  look: Look,
): Promise<void> {
  await reaches(window, 'sign-in', 'todo', 'done', 'failed')
  const choice = button(window, 'sign-in', action).filter({ hasText: text })
  if (!(await choice.isVisible())) return
  await look(action)
  await choice.click()
  // The list goes away when the choice has been taken.
  await choice.waitFor({ state: 'detached' })
}

/** Reuses the fitting report if there is one, else creates what the form proposes. */
export async function settleReport(window: Page, look: Look = nothing): Promise<void> {
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'cost-report')
  await look('cost-report')
  const reuse = button(window, 'cost-report', 'reuse')
  await press(window, 'cost-report', (await reuse.count()) > 0 ? 'reuse' : 'create')
  await reaches(window, 'cost-report', 'done')
  await open(window, 'cost-report')
  await look('cost-report-done')
  await reaches(window, 'bucket', 'done', 'pending')
  await open(window, 'bucket')
  await look('bucket')
}

export async function approveTemplate(window: Page, look: Look = nothing): Promise<void> {
  await reaches(window, 'template', 'todo')
  await open(window, 'template')
  await look('template')
  await press(window, 'template', 'approve')
  await reaches(window, 'template', 'done')
}

/** From an open plan to a role that is proven: all that comes before the registration. */
export async function untilRegistration(
  window: Page,
  scenario: Scenario,
  look: Look = nothing,
): Promise<void> {
  await choosePlan(window, scenario.managedBy, look)
  await approveTemplate(window, look)
  await signIn(window, scenario, { look })
  await settleReport(window, look)
  await createStack(window, { look })
  await reaches(window, 'stack', 'done')
}

/** Creates the role as it is proposed; ends when AWS is at work on the stack, or has finished. */
export async function createStack(
  window: Page,
  options: { readonly look?: Look } = {},
): Promise<void> {
  const { look = nothing } = options
  await reaches(window, 'stack', 'todo')
  await open(window, 'stack')
  await look('stack')
  await press(window, 'stack', 'create')
  await reaches(window, 'stack', 'pending', 'done', 'failed')
  await open(window, 'stack')
  if (look === nothing) return
  const halfway = panel(window, 'stack').locator('tbody tr').nth(4)
  const over = window.locator(
    '[data-step="stack"]:is([data-status="done"], [data-status="failed"])',
  )
  await halfway.or(over).first().waitFor()
  await look('stack-running')
}

/** Gives Spot's API the demonstration's token, chooses the first account, and sends. */
async function send(window: Page, look: Look): Promise<void> {
  await reaches(window, 'registration', 'todo', 'failed')
  await open(window, 'registration')
  await look('registration')
  await fill(
    window,
    'registration',
    ({ registration }) => registration.sendToSpot.token,
    SPOT_DEMO_TOKEN,
  )
  await press(window, 'registration', 'connect')
  await button(window, 'registration', 'send').first().waitFor()
  await look('registration-account')
  await press(window, 'registration', 'send')
}

/** Sends the registration through Spot's API, refused by it as the test arranged. */
export async function sendInVain(window: Page): Promise<void> {
  await send(window, nothing)
  await reaches(window, 'registration', 'failed')
}

/** Sends the registration through Spot's API with the demonstration's token. */
export async function sendToSpot(window: Page, look: Look = nothing): Promise<void> {
  await send(window, look)
  await reaches(window, 'registration', 'done')
  await look('registered')
}

/** What the MSP of the scenario `msp` answers. */
export const MSP_BUCKET = 'cloudharbor-fabrikam-cur'

/** Sends the request to the MSP, as far as one can see here, and waits. */
export async function askMsp(window: Page, look: Look = nothing): Promise<void> {
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'cost-report')
  await look('ask-msp')
  await press(window, 'cost-report', 'copy-request')
  await press(window, 'cost-report', 'confirm-request-sent')
  await reaches(window, 'cost-report', 'pending')
  await open(window, 'cost-report')
  await look('waiting-for-msp')
}

/** Enters what the MSP has answered. */
export async function enterMspAnswer(window: Page, look: Look = nothing): Promise<void> {
  await reaches(window, 'cost-report', 'todo', 'pending')
  const form = await open(window, 'cost-report')
  const { answer } = (await wordsIn(window)).askMsp
  const bucket = form.getByLabel(answer.bucket)
  if (!(await bucket.isVisible())) await form.getByText(answer.titleBefore).click()
  await bucket.fill(MSP_BUCKET)
  await form.getByLabel(answer.prefix, { exact: true }).fill('cur')
  await press(window, 'cost-report', 'answer')
  await reaches(window, 'bucket', 'skipped')
  await open(window, 'cost-report')
  await look('msp-answered')
  await open(window, 'bucket')
  await look('bucket-of-msp')
}

/** Completes the support request, copies it, and confirms that it was sent. */
export async function requestFromSupport(window: Page, look: Look = nothing): Promise<void> {
  await reaches(window, 'registration', 'todo')
  await open(window, 'registration')
  await look('support-request')
  await fill(
    window,
    'registration',
    (words) => words.registration.supportRequest.organization,
    '606079870158',
  )
  await press(window, 'registration', 'copy-request')
  await button(window, 'registration', 'confirm-request-sent').and(enabled(window)).waitFor()
  await look('support-request-copied')
  await press(window, 'registration', 'confirm-request-sent')
  await reaches(window, 'registration', 'pending')
  await open(window, 'registration')
  await look('waiting-for-spot')
}

const enabled = (window: Page) => window.locator('button:not([aria-disabled="true"], :disabled)')
