import { mkdtemp, readdir } from 'node:fs/promises'
import path from 'node:path'
import { createVault, type Vault } from '../../electron/keychain/vault.ts'
import { AppFailure } from '../../electron/errors/failure.ts'
import { button, line, open, panel, reaches } from '../journeys/window.ts'
import type { App } from '../journeys/fixture.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
  signIn,
} from '../journeys/steps.ts'
import { oneLine, type Case, type Seen } from './cases.ts'
import { openDesk, type Desk } from './desk.ts'
import { handsAt, meanwhile } from './hands.ts'
import { startKeePassXC } from './keepassxc.ts'
import { startKWallet } from './kwallet.ts'

/** How KeePassXC calls the window in which it asks whether a program may use an entry. */
const ASKS = 'Access Request'
const ACCOUNT = 'connection-1'

async function atDesk(use: (desk: Desk) => Promise<Seen>): Promise<Seen> {
  const desk = await openDesk()
  try {
    return await use(desk)
  } finally {
    await desk.stop()
  }
}

/** A vault as it is after a start of the app. */
async function vaultOn(desk: Desk, folder: string): Promise<Vault> {
  const keychain = desk.keychain()
  desk.ends(() => Promise.resolve(keychain.stop()))
  return createVault({ file: path.join(folder, 'vault.bin'), keychain, account: ACCOUNT })
}

/** What a promise failed with: its code and reason; “done” when it did not. */
const outcome = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof AppFailure) return `${error.error.code} ${error.error.facts.reason}`
      throw error
    },
  )

/** As by a crash: what the keychain had opened for this process is locked for the next one. */
async function endKeychainProcess({ app }: App): Promise<void> {
  await app.evaluate(({ app }) => {
    for (const { name, pid } of app.getAppMetrics())
      if (name === 'Eco Connect keychain') process.kill(pid, 'SIGKILL')
  })
}

const throughTheWindow: Case = {
  on: 'KeePassXC',
  name: 'a refused question, then an allowed one; a wipe refused, then allowed: in the window',
  run: () =>
    atDesk(async (desk) => {
      const keepass = await startKeePassXC(desk)
      const hands = handsAt(desk.env)
      const first = await desk.start()
      await choosePlan(first.window, 'us')
      await signIn(first.window, desk.scenario)
      await first.close()
      const kept = await keepass.entries()

      const app = await meanwhile(hands.answer(ASKS, 'Escape'), desk.start())
      const { window } = app
      await reaches(window, 'sign-in', 'failed')
      const notice = window.locator('[data-panel="vault"]')
      const refused = oneLine(await notice.innerText())
      const retry = notice.locator('button[data-action="retry"]')
      await meanwhile(hands.answer(ASKS, 'Return'), retry.click())
      await reaches(window, 'sign-in', 'done')

      await approveTemplate(window)
      await settleReport(window)
      await createStack(window)
      await reaches(window, 'stack', 'done')
      await endKeychainProcess(app)
      await meanwhile(hands.answer(ASKS, 'Escape'), sendToSpot(window))
      await open(window, 'registration')
      const result = window.locator('[data-wipe="failed"]')
      await result.waitFor()
      const unproven = oneLine(await result.innerText())
      const remains = await keepass.entries()
      const again = result.locator('button[data-action="wipe"]')
      await meanwhile(hands.answer(ASKS, 'Return'), again.click())
      await window.locator('[data-wipe="wiped"]').waitFor()
      const left = (await keepass.entries()).filter((title) => !title.includes('recycle bin'))
      await app.close()
      const [entry = ''] = kept
      return {
        seen: `told “${refused.slice(0, 160)}…”; then “${unproven.slice(0, 220)}…”; in the database at the end: ${left.length} entries outside the recycle bin`,
        right:
          refused.includes('refused or closed') &&
          unproven.includes(`“${entry}”`) &&
          unproven.includes('did not confirm') &&
          remains.includes(entry) &&
          left.length === 0,
      }
    }),
}

const byHand: Case = {
  on: 'KeePassXC',
  name: 'a wipe refused, the entry deleted by another program, the wipe again',
  run: () =>
    atDesk(async (desk) => {
      const keepass = await startKeePassXC(desk)
      const hands = handsAt(desk.env)
      const folder = await mkdtemp(path.join(desk.folder, 'vault-'))
      await (await vaultOn(desk, folder)).write('a secret')
      const later = await vaultOn(desk, folder)
      const before = await meanwhile(hands.answer(ASKS, 'Escape'), outcome(later.wipe()))
      const other = desk.keychain()
      await meanwhile(hands.answer(ASKS, 'Return'), other.get(ACCOUNT))
      const removed = await other.remove(ACCOUNT)
      other.stop()
      const after = await outcome(later.wipe())
      const left = (await keepass.entries()).filter((title) => !title.includes('recycle bin'))
      return {
        seen: `${before}; deleted by hand: ${removed}; then ${after}, without a question; files left: ${(await readdir(folder)).length}`,
        right: before === 'vault-locked kept' && removed && after === 'done' && left.length === 0,
      }
    }),
}

const replaced: Case = {
  on: 'KeePassXC',
  name: 'an older entry that may not be replaced: libsecret says “stored”',
  run: () =>
    atDesk(async (desk) => {
      const keepass = await startKeePassXC(desk)
      const hands = handsAt(desk.env)
      const earlier = desk.keychain()
      await earlier.set(ACCOUNT, 'of an earlier time')
      earlier.stop()
      const folder = await mkdtemp(path.join(desk.folder, 'vault-'))
      const vault = await vaultOn(desk, folder)
      const refusing = async (): Promise<void> => {
        await hands.answer(ASKS, 'Escape')
        await hands.answer(ASKS, 'Escape')
      }
      const first = await meanwhile(refusing(), outcome(vault.write('a secret')))
      const { kind } = await meanwhile(hands.answer(ASKS, 'Return'), vault.retry())
      const later = await vaultOn(desk, folder)
      const found = await meanwhile(hands.answer(ASKS, 'Return'), later.read())
      return {
        seen: `${keepass.version}: ${first}; allowed: ${kind}, and after a restart ${found === 'a secret' ? 'read' : 'not read'}`,
        right: first === 'vault-locked refused' && kind === 'ready' && found === 'a secret',
      }
    }),
}

const remembered: Case = {
  on: 'KeePassXC',
  name: '“Deny All & Future” lasts as long as the process that asked',
  run: () =>
    atDesk(async (desk) => {
      await startKeePassXC(desk)
      const hands = handsAt(desk.env)
      const folder = await mkdtemp(path.join(desk.folder, 'vault-'))
      await (await vaultOn(desk, folder)).write('a secret')
      const vault = await vaultOn(desk, folder)
      const denying = hands.answer(ASKS, 'Tab', 'Tab', 'Tab', 'space')
      const denied = await meanwhile(denying, outcome(vault.read()))
      const found = await meanwhile(hands.answer(ASKS, 'Return'), vault.read())
      return {
        seen: `${denied}; the next try asked again and was ${found === 'a secret' ? 'given the key' : 'given nothing'}`,
        right: denied === 'vault-locked no-key' && found === 'a secret',
      }
    }),
}

const withoutCiphers: Case = {
  on: 'KWallet',
  name: 'without its encryption',
  run: () =>
    atDesk(async (desk) => {
      await startKWallet(desk, false)
      const app = await desk.start()
      await choosePlan(app.window, 'us')
      await panel(app.window, 'sign-in').or(line(app.window, 'sign-in')).first().waitFor()
      await (
        await open(app.window, 'sign-in')
      )
        .getByLabel('AWS access portal URL', { exact: true })
        .fill(desk.scenario.signIn.startUrl)
      await button(app.window, 'sign-in', 'start').click()
      await reaches(app.window, 'sign-in', 'failed')
      const told = oneLine(await app.window.locator('[data-panel="vault"]').innerText())
      await app.close()
      return { seen: `“${told.slice(0, 330)}…”`, right: told.includes('libqca-qt5-2-plugins') }
    }),
}

/** KWallet's windows, by their class. */
const KWALLET = 'kwalletd5'

/** Goes through KWallet's wizard: the classic kind of wallet, with a password. */
async function makeWallet(desk: Desk): Promise<void> {
  const hands = handsAt(desk.env)
  await hands.click(KWALLET, 109, 167)
  await hands.answer(KWALLET, 'alt+f')
  await hands.answer(KWALLET, 'p', 'w', 'Tab', 'p', 'w', 'Return')
}

const wizardClosed: Case = {
  on: 'KWallet',
  name: 'the window for the first wallet is closed, then gone through',
  run: () =>
    atDesk(async (desk) => {
      await startKWallet(desk, true)
      const hands = handsAt(desk.env)
      const folder = await mkdtemp(path.join(desk.folder, 'vault-'))
      const vault = await vaultOn(desk, folder)
      const closing = hands.answer(KWALLET, 'Escape')
      const begun = Date.now()
      const first = await meanwhile(closing, outcome(vault.write('a secret')))
      const seconds = Math.round((Date.now() - begun) / 1000)
      const { kind } = await meanwhile(makeWallet(desk), vault.retry())
      const found = await (await vaultOn(desk, folder)).read()
      return {
        seen: `${first} after ${seconds} s, where the limit is 120 s; gone through: ${kind}, and after a restart ${found === 'a secret' ? 'read' : 'not read'}`,
        right:
          first === 'vault-broken closed' &&
          seconds < 60 &&
          kind === 'ready' &&
          found === 'a secret',
      }
    }),
}

/** As many processes as are tried at most, and how often it is enough to see it. */
const TRIES = 3000
const ENOUGH = 2

const unluckyKeys: Case = {
  on: 'KWallet',
  name: 'a key of libsecret’s that begins with zeros',
  run: () =>
    atDesk(async (desk) => {
      await startKWallet(desk, true)
      const outcomes = new Map<string, number>()
      let tries = 0
      while (tries < TRIES && desk.host.forked() - tries < ENOUGH) {
        const keychain = desk.keychain()
        const told = await outcome(keychain.get(ACCOUNT))
        outcomes.set(told, (outcomes.get(told) ?? 0) + 1)
        keychain.stop()
        tries += 1
      }
      const second = desk.host.forked() - tries
      const all = [...outcomes].map(([told, times]) => `${times} × ${told}`).join(', ')
      return {
        seen: `${tries} starts: ${all}; ${second} of them needed a second process`,
        right: outcomes.get('done') === tries && second > 0,
      }
    }),
}

/** What was tried on password managers that act as the keychain. */
export const KEYRING_CASES: readonly Case[] = [
  throughTheWindow,
  byHand,
  replaced,
  remembered,
  withoutCiphers,
  wizardClosed,
  unluckyKeys,
]
