import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import type { App, Stage } from '../journeys/fixture.ts'
import { choosePlan } from '../journeys/steps.ts'
import { button, fill, panel, press, reaches } from '../journeys/window.ts'
import { listening } from '../network/listening.ts'
import { startPacServer } from '../network/pac.ts'
import { proxyWindow, typePassword } from '../network/question.ts'
import { companyNetwork, type CompanyNetwork, type CompanyOptions } from '../network/stage.ts'
import { startDisplay } from '../runtime/display.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { launchApp } from '../runtime/launch.ts'
import { scenarios, startSimulator } from '../simulator/index.ts'
import { oneLine, type Case, type Seen } from './cases.ts'
import { startRealm, SERVICE } from './realm.ts'
import { freePort, startSquid } from './squid.ts'

type Office = {
  readonly network: CompanyNetwork
  readonly folder: string
  readonly ends: (end: () => Promise<unknown>) => void
  /**
   * Starts the app behind these switches and asks for the sign-in, with a person who types each
   * `user:password` in turn where a proxy asks for one; resolves what came of it.
   */
  readonly trySignIn: (
    args: readonly string[],
    env?: Record<string, string>,
    typed?: readonly string[],
  ) => Promise<Outcome>
}
type Outcome = {
  readonly signedIn: boolean
  readonly told: string
  readonly seconds: number
  /** What the window for the proxy's password said, each time that something was to be typed. */
  readonly asked: readonly string[]
}

const NO_LIMIT = 240_000

async function inOffice(
  options: CompanyOptions,
  use: (office: Office) => Promise<Seen>,
): Promise<Seen> {
  const endings: (() => Promise<unknown>)[] = []
  const ends: Office['ends'] = (end) => void endings.push(end)
  try {
    const [scenario] = scenarios.filter(({ id }) => id === 'fresh')
    if (!scenario) throw new Error('no scenario')
    const simulator = await startSimulator({ scenario: 'fresh', stackSeconds: 2 })
    ends(() => simulator.stop())
    const keyring = await startKeyring('unlocked')
    ends(keyring.stop)
    const display = await startDisplay()
    ends(display.stop)
    const folder = await mkdtemp(path.join(tmpdir(), 'office-'))
    ends(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
    // For squid, which is somebody else.
    await chmod(folder, 0o755)
    let starts = 0
    const start: Stage['start'] = async ({ env = {}, args = [] } = {}) => {
      starts += 1
      const profile = path.join(folder, `profile-${starts}`)
      const app = await launchApp({ keyring, display, profile, args, env })
      ends(() => app.close().catch(() => undefined))
      return app
    }
    const scene: Stage = { scenario, simulator, keyring, profile: folder, start }
    const network = await companyNetwork(scene, options)
    ends(network.stop)
    const trySignIn: Office['trySignIn'] = async (args, env = {}, typed = []) => {
      const app = await scene.start({ env: { ...network.realHosts, ...env }, args })
      const outcome = await signInOf(app, scenario.signIn.startUrl, typed)
      await app.close()
      return outcome
    }
    return await use({ network, folder, ends, trySignIn })
  } finally {
    for (const end of endings.toReversed()) await end()
  }
}

async function signInOf(app: App, startUrl: string, typed: readonly string[]): Promise<Outcome> {
  const { window } = app
  window.setDefaultTimeout(NO_LIMIT)
  await choosePlan(window, 'us')
  await reaches(window, 'sign-in', 'todo')
  await fill(window, 'sign-in', 'AWS access portal URL', startUrl)
  await press(window, 'sign-in', 'start')
  const begun = Date.now()
  const chosen = button(window, 'sign-in', 'choose-account').first()
  const failed = window.locator('[data-step="sign-in"][data-status="failed"]')
  const asked: string[] = []
  for (const one of typed) {
    const question = await proxyWindow(app)
    if (asked.length > 0) await question.problem.waitFor()
    asked.push(oneLine(await question.page.locator('main').innerText()))
    await typePassword(question, one)
  }
  await chosen.or(failed).first().waitFor()
  const seconds = Math.round((Date.now() - begun) / 1000)
  const told = oneLine(await panel(window, 'sign-in').innerText())
  return { signedIn: await chosen.isVisible(), told, seconds, asked }
}

/** The part of what was told that begins with these words. */
const from = (told: string, words: string): string =>
  told.includes(words) ? told.slice(told.indexOf(words)).slice(0, 200) : told.slice(0, 200)

const kerberos: Case = {
  on: 'squid, Kerberos',
  name: 'a proxy that takes a Kerberos sign-in only: without, with and after a ticket',
  run: () =>
    inOffice({}, async ({ network, folder, ends, trySignIn }) => {
      const realm = await startRealm(path.join(folder, 'realm'), await freePort())
      ends(realm.stop)
      await chmod(realm.keytab, 0o644)
      const squid = await startSquid(path.join(folder, 'squid'), network.proxy.port, [
        `auth_param negotiate program /usr/lib/squid/negotiate_kerberos_auth -k ${realm.keytab} -s ${SERVICE}`,
        'auth_param negotiate children 2',
      ])
      ends(squid.stop)
      const args = [`--proxy-server=http://localhost:${squid.port}`]
      const without = await trySignIn(args, realm.env)
      await realm.signIn(2)
      await delay(4000)
      const expired = await trySignIn(args, realm.env)
      await realm.signIn(600)
      const withTicket = await trySignIn(args, realm.env)
      const people = new Set((await squid.passages()).map((line) => line.split(' ')[1]))
      const wanted = 'wants your sign-in to the company’s network'
      return {
        seen: `without: “${from(without.told, 'The proxy')}”; expired: ${expired.told.includes(wanted) ? 'the same' : expired.told}; with a ticket: ${withTicket.signedIn ? 'signed in' : withTicket.told}; squid knew ${[...people].join(', ')}`,
        right:
          without.told.includes(wanted) &&
          expired.told.includes(wanted) &&
          withTicket.signedIn &&
          withTicket.asked.length === 0 &&
          people.has('someone@NORTHWIND.EXAMPLE'),
      }
    }),
}

const PERSON = 'someone'
const RIGHT = 'tulip-Garden-41'
const WRONG = 'tulip-Garden-14'

/** What stands between squid and whoever knows people, where squid's own user can read it. */
async function helperIn(
  folder: string,
): Promise<{ readonly program: string; readonly log: string }> {
  const helper = path.join(folder, 'squid-helper.cjs')
  await copyFile(new URL('squid-helper.cjs', import.meta.url), helper)
  const log = path.join(folder, 'attempts')
  await writeFile(log, '', { mode: 0o666 })
  await chmod(log, 0o666)
  return { program: `${process.execPath} ${helper}`, log }
}

/** A whole sign-in with one wrong password before the right one, at a proxy that counts. */
const typedPassword = (
  on: string,
  settings: (helper: { readonly program: string; readonly log: string }) => readonly string[],
  { user, says, warns }: { readonly user: string; readonly says: string; readonly warns: boolean },
): Case => ({
  on,
  name: 'one wrong password, then the right one: what the proxy counts, which locks after three',
  run: () =>
    inOffice({}, async ({ network, folder, ends, trySignIn }) => {
      const helper = await helperIn(folder)
      const squid = await startSquid(
        path.join(folder, 'squid'),
        network.proxy.port,
        settings(helper),
      )
      ends(squid.stop)
      const typed = [`${user}:${WRONG}`, `${user}:${RIGHT}`]
      const args = [`--proxy-server=http://localhost:${squid.port}`]
      const { signedIn, told, asked } = await trySignIn(args, {}, typed)
      const attempts = (await readFile(helper.log, 'utf8')).split('\n').filter(Boolean)
      const wrong = attempts.filter((line) => !line.startsWith('RIGHT'))
      const rest = attempts.length - wrong.length
      const [first = '', second = ''] = asked
      return {
        seen: `${signedIn ? 'signed in' : told}; it counted ${wrong.length} wrong and ${rest} right; asked by “${says}”: ${first.includes(says)}; warned: ${first.includes(WARNING)}; after the wrong one: “${from(second, 'The proxy did not')}”`,
        right:
          signedIn &&
          wrong.length === 1 &&
          rest > 0 &&
          first.includes(says) &&
          first.includes(WARNING) === warns &&
          second.includes('It was tried once'),
      }
    }),
})

const WARNING = 'can be read on the network'

const basic = typedPassword(
  'squid, Basic',
  ({ program, log }) => [
    `auth_param basic program ${program} basic ${log} ${PERSON} ${RIGHT}`,
    'auth_param basic children 1',
    'auth_param basic realm staff',
    // Each is asked about, so that each is counted.
    'auth_param basic credentialsttl 1 second',
  ],
  { user: PERSON, says: 'Basic', warns: true },
)

const ntlm = typedPassword(
  'squid and Samba, NTLM',
  ({ program, log }) => [
    `auth_param ntlm program ${program} ntlm ${log} NORTHWIND ${PERSON} ${RIGHT}`,
    'auth_param ntlm children 1',
    'auth_param ntlm keep_alive on',
  ],
  { user: `NORTHWIND\\${PERSON}`, says: 'NTLM', warns: false },
)

const digest: Case = {
  on: 'squid, Digest',
  name: 'a wrong password, then the right one: how many requests came with a name',
  run: () =>
    inOffice({}, async ({ network, folder, ends, trySignIn }) => {
      const people = path.join(folder, 'people')
      await writeFile(people, `${PERSON}:${RIGHT}\n`)
      const squid = await startSquid(path.join(folder, 'squid'), network.proxy.port, [
        `auth_param digest program /usr/lib/squid/digest_file_auth ${people}`,
        'auth_param digest realm staff',
      ])
      ends(squid.stop)
      const { signedIn, told, asked } = await trySignIn(
        [`--proxy-server=http://localhost:${squid.port}`],
        {},
        [`${PERSON}:${WRONG}`, `${PERSON}:${RIGHT}`],
      )
      const refused = (await squid.passages()).filter((line) => line.startsWith(`407 ${PERSON}`))
      return {
        seen: `${signedIn ? 'signed in' : told}; ${refused.length} refused with a name; warned: ${asked.join().includes(WARNING)}`,
        right: signedIn && refused.length === 1 && !asked.join().includes(WARNING),
      }
    }),
}

const declined: Case = {
  on: 'squid, Basic',
  name: 'a person who enters nothing: how many attempts it counts',
  run: () =>
    inOffice({}, async ({ network, folder, ends, trySignIn }) => {
      const helper = await helperIn(folder)
      const squid = await startSquid(path.join(folder, 'squid'), network.proxy.port, [
        `auth_param basic program ${helper.program} basic ${helper.log} ${PERSON} ${RIGHT}`,
      ])
      ends(squid.stop)
      const { told } = await trySignIn([`--proxy-server=http://localhost:${squid.port}`], {}, [''])
      const attempts = (await readFile(helper.log, 'utf8')).split('\n').filter(Boolean)
      return {
        seen: `“${from(told, 'The proxy')}”; ${attempts.length} attempts`,
        right:
          told.includes('asks for a user name') &&
          told.includes('Enter the password') &&
          attempts.length === 0,
      }
    }),
}

/** Takes a connection and says nothing, as a proxy that hangs. */
const mute = () => listening(createServer(() => undefined))
/** An address that answers nothing at all (RFC 5737), in networks that have a way out. */
const BLACK_HOLE = '192.0.2.1:8080'

const pac = (
  name: string,
  ways: (proxies: { dead: number; mute: number; live: number }) => string,
  right: (outcome: Outcome) => boolean,
): Case => ({
  on: 'PAC',
  name,
  run: () =>
    inOffice({}, async ({ network, ends, trySignIn }) => {
      const silent = await mute()
      ends(silent.stop)
      const proxies = { dead: await freePort(), mute: silent.port, live: network.proxy.port }
      const file = await startPacServer(network.proxy.port, ways(proxies))
      ends(file.stop)
      const outcome = await trySignIn([`--proxy-pac-url=${file.url}`])
      const { signedIn, told, seconds } = outcome
      return {
        seen: `${signedIn ? 'signed in' : `“${from(told, told.includes('There was') ? 'There was' : 'The address')}”`} after ${seconds} s`,
        right: right(outcome),
      }
    }),
})

const unfit = (fault: 'no-names' | 'sha-1', words: string): Case => ({
  on: 'Inspection',
  name: `a trusted authority, and a certificate ${fault === 'sha-1' ? 'signed with SHA-1' : 'without names'}`,
  run: () =>
    inOffice({ fault }, async ({ network, trySignIn }) => {
      const { told } = await trySignIn([`--proxy-server=http://127.0.0.1:${network.proxy.port}`])
      return {
        seen: `“${from(told, 'The certificate')}”; requests that reached the inspection: ${network.inspection.hosts.size}`,
        right: told.includes(words) && network.inspection.hosts.size === 0,
      }
    }),
})

/** What was tried on proxies, their settings and their certificates. */
export const PROXY_CASES: readonly Case[] = [
  kerberos,
  basic,
  declined,
  ntlm,
  digest,
  pac(
    'a refused proxy before one that works',
    ({ dead, live }) => `PROXY 127.0.0.1:${dead}; PROXY 127.0.0.1:${live}`,
    ({ signedIn }) => signedIn,
  ),
  pac(
    'a black hole before one that works',
    ({ live }) => `PROXY ${BLACK_HOLE}; PROXY 127.0.0.1:${live}`,
    ({ signedIn }) => signedIn,
  ),
  pac(
    'a mute proxy before one that works',
    ({ mute, live }) => `PROXY 127.0.0.1:${mute}; PROXY 127.0.0.1:${live}`,
    ({ signedIn }) => signedIn,
  ),
  pac(
    'a mute proxy alone',
    ({ mute }) => `PROXY 127.0.0.1:${mute}`,
    ({ signedIn, told }) => !signedIn && told.includes('proxy “127.0.0.1:'),
  ),
  pac(
    'every proxy dead, DIRECT last',
    ({ dead }) => `PROXY 127.0.0.1:${dead}; DIRECT`,
    ({ signedIn, told }) => !signedIn && told.includes('proxy “127.0.0.1:'),
  ),
  unfit('no-names', 'among its names'),
  unfit('sha-1', 'SHA-1'),
]
