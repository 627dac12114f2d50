/** Ten thousand accounts behind a portal: usable from the first page on, and never more than a hundred drawn. */
import type { Page } from 'playwright'
import { expect, test } from './journeys/fixture.ts'
import { speak } from './journeys/language.ts'
import { pictured } from './journeys/pictured.ts'
import { choosePlan } from './journeys/steps.ts'
import { button, fill, panel, press } from './journeys/window.ts'
import { newAccount, type World } from './simulator/world.ts'

const ACCOUNTS = 10_000
const PAYER = '418207315602'
const DRAWN = 100

/** The account that pays comes last: on the hundredth page. */
function tenThousand({ accounts, sso }: World): void {
  const assignments = sso.users.get('dana.levi')?.assignments
  const roles = assignments?.get(PAYER) ?? []
  assignments?.clear()
  for (let number = 1; number < ACCOUNTS; number += 1) {
    const id = String(200_000_000_000 + number)
    // The last ones begin with what is first in the alphabet.
    const name = number < 9000 ? `Workload ${number}` : `Archive ${number}`
    accounts.set(id, newAccount({ id, name, email: `aws+${number}@northwind.example` }))
    assignments?.set(id, ['ReadOnlyAccess'])
  }
  assignments?.set(PAYER, roles)
}

const rows = (window: Page) => button(window, 'sign-in', 'choose-account')
const firstIds = (window: Page): Promise<(string | null)[]> =>
  rows(window).evaluateAll((all) => all.slice(0, 5).map((row) => row.getAttribute('data-account')))

test('ten thousand accounts can be searched and chosen from while they come, and after they broke off', async ({
  stage,
}) => {
  const scene = await stage('fresh', { arrange: tenThousand })
  const { simulator } = scene
  const pagesAsked = (): number =>
    simulator.requests.filter(
      ({ service, operation }) => service === 'sso' && operation === 'ListAccounts',
    ).length
  const mend = simulator.inject({
    kind: 'html',
    service: 'sso',
    operation: 'ListAccounts',
    after: 20,
  })
  const { window } = await scene.start()
  const shown = panel(window, 'sign-in')
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')

  await expect(shown.getByRole('status')).toHaveText('Only the first 2,000 accounts could be read.')
  await expect(rows(window)).toHaveCount(DRAWN)
  expect(pagesAsked()).toBe(21)
  await pictured(window, 'broken-off')
  await speak(window, 'de')
  await pictured(window, 'broken-off-german')
  await speak(window, 'en')

  // What is typed asks AWS nothing.
  await fill(window, 'sign-in', 'Filter accounts', 'workload 1999')
  await expect(rows(window)).toHaveCount(1)
  await expect(shown.getByRole('status')).toHaveText(
    '1 of the 2,000 accounts that could be read matches.',
  )
  await fill(window, 'sign-in', 'Filter accounts', 'northwind management')
  await expect(rows(window)).toHaveCount(0)
  await expect(shown).toContainText('not all could be read')
  await fill(window, 'sign-in', 'Filter accounts', '')
  await expect(rows(window)).toHaveCount(DRAWN)
  expect(pagesAsked()).toBe(21)

  // Whoever is among the rows keeps them in their places, whatever comes.
  mend()
  const slow = simulator.inject({
    kind: 'latency',
    service: 'sso',
    operation: 'ListAccounts',
    ms: 40,
  })
  await button(window, 'sign-in', 'read-rest').focus()
  await window.keyboard.press('Enter')
  await expect(shown.getByLabel('Filter accounts', { exact: true })).toBeFocused()
  await expect(shown).toContainText('so far, more are being read')
  await expect(shown.getByRole('status')).toHaveText(
    'More accounts are being read. You can search and choose already.',
  )
  await pictured(window, 'coming')
  await rows(window).first().focus()
  const before = await firstIds(window)
  slow()
  await expect(shown.getByRole('status')).toHaveText('10,000 accounts')
  expect(pagesAsked()).toBe(21 + 80)
  expect(await firstIds(window)).toEqual(before)
  await expect(rows(window).first()).toBeFocused()
  await window.keyboard.press('ArrowDown')
  await expect(rows(window).nth(1)).toBeFocused()

  // Once nobody is among them they are put in order, the likely payer first.
  await shown.getByLabel('Filter accounts', { exact: true }).focus()
  await window.mouse.move(0, 0)
  await expect(rows(window).first()).toHaveAttribute('data-account', PAYER)
  await expect(rows(window).nth(1)).toContainText('Archive 9000')
  await expect(rows(window)).toHaveCount(DRAWN)
  await pictured(window, 'whole')

  await window.keyboard.type('workload 87')
  await expect(shown.getByRole('status')).toHaveText('111 of 10,000 accounts match')
  await expect(rows(window)).toHaveCount(DRAWN)
  await shown.getByLabel('Filter accounts', { exact: true }).fill('418-207')
  await rows(window).filter({ hasText: PAYER }).click()
  await button(window, 'sign-in', 'choose-role').first().waitFor()
  expect(pagesAsked()).toBe(21 + 80)
})
