import { chmod, copyFile, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import type { Case, Seen } from './cases.ts'
import { from, inOffice, type Office, type Outcome } from './office.ts'
import { startRealm, SERVICE } from './realm.ts'
import { freePort, startSquid, type Squid } from './squid.ts'

const PERSON = 'someone'
const RIGHT = 'tulip-Garden-41'
const WRONG = 'tulip-Garden-14'
const WARNING = 'can be read on the network'

const through = ({ port }: Squid): readonly string[] => [`--proxy-server=http://localhost:${port}`]

/** What stands between squid and whoever knows people, where squid's own user can read it. */
async function helperIn(folder: string): Promise<Helper> {
  const helper = path.join(folder, 'squid-helper.cjs')
  await copyFile(new URL('squid-helper.cjs', import.meta.url), helper)
  const log = path.join(folder, 'attempts')
  await writeFile(log, '', { mode: 0o666 })
  await chmod(log, 0o666)
  return {
    program: `${process.execPath} ${helper}`,
    log,
    attempts: async () => (await readFile(log, 'utf8')).split('\n').filter(Boolean),
  }
}
type Helper = {
  readonly program: string
  readonly log: string
  /** What was counted, one line for each password that was tried, in order. */
  readonly attempts: () => Promise<readonly string[]>
}

/**
 * What squid's log says of a whole journey: every host of AWS and Spot that was spoken to was reached
 * through a passage of this person's, and nobody else passed.
 */
async function passedAs(
  person: string,
  squid: Squid,
  { network: { inspection } }: Office,
  { windows }: Outcome,
): Promise<Seen> {
  const passages = (await squid.passages()).filter(({ status }) => status === '200')
  const people = new Set(passages.map((passage) => passage.person))
  const reached = new Set(passages.map(({ destination }) => destination))
  const { hosts } = inspection
  const past = [...hosts].filter((host) => !reached.has(`${host}:443`))
  return {
    seen: `registered; ${hosts.size} hosts in squid’s log, all as ${[...people].join(', ')}${past.length > 0 ? `, but not ${past.join(', ')}` : ''}; windows for a password: ${windows}`,
    right: hosts.size > 0 && past.length === 0 && people.size === 1 && people.has(person),
  }
}

const kerberos: Case = {
  on: 'squid, Kerberos',
  name: 'without a ticket, with one that has ended, and with a ticket the whole journey',
  run: () =>
    inOffice({}, async (office) => {
      const { network, folder, ends, trySignIn, register } = office
      const realm = await startRealm(path.join(folder, 'realm'), await freePort())
      ends(realm.stop)
      await chmod(realm.keytab, 0o644)
      const squid = await startSquid(path.join(folder, 'squid'), network.proxy.port, [
        `auth_param negotiate program /usr/lib/squid/negotiate_kerberos_auth -k ${realm.keytab} -s ${SERVICE}`,
        'auth_param negotiate children 2',
      ])
      ends(squid.stop)
      const without = await trySignIn(through(squid), realm.env)
      await realm.signIn(2)
      await delay(4000)
      const expired = await trySignIn(through(squid), realm.env)
      await realm.signIn(600)
      const journey = await register(through(squid), realm.env)
      const wanted = 'wants your sign-in to the company’s network'
      const passed = await passedAs('someone@NORTHWIND.EXAMPLE', squid, office, journey)
      return {
        seen: `without: “${from(without.told, 'The proxy')}”; expired: ${expired.told.includes(wanted) ? 'the same' : expired.told}; with a ticket: ${passed.seen}`,
        right:
          without.told.includes(wanted) &&
          expired.told.includes(wanted) &&
          passed.right &&
          journey.windows === 0,
      }
    }),
}

/** A whole journey with one wrong password before the right one, at a proxy that counts. */
const typedPassword = (
  on: string,
  settings: (helper: Helper) => readonly string[],
  about: {
    readonly user: string
    /** As squid writes it into its log. */
    readonly logged: string
    readonly says: string
    readonly warns: boolean
  },
): Case => ({
  on,
  name: 'the whole journey with one wrong password, then the right one: what the proxy counts, which locks after three',
  run: () =>
    inOffice({}, async (office) => {
      const { network, folder, ends, register } = office
      const { user, logged, says, warns } = about
      const helper = await helperIn(folder)
      const squid = await startSquid(
        path.join(folder, 'squid'),
        network.proxy.port,
        settings(helper),
      )
      ends(squid.stop)
      const journey = await register(through(squid), {}, [`${user}:${WRONG}`, `${user}:${RIGHT}`])
      const passed = await passedAs(logged, squid, office, journey)
      const attempts = await helper.attempts()
      const wrong = attempts.filter((line) => !line.startsWith('RIGHT'))
      const rest = attempts.length - wrong.length
      const [first = '', second = ''] = journey.asked
      return {
        seen: `${passed.seen}; it counted ${wrong.length} wrong and ${rest} right; asked by “${says}”: ${first.includes(says)}; warned: ${first.includes(WARNING)}; after the wrong one: “${from(second, 'The proxy did not')}”`,
        right:
          passed.right &&
          journey.windows === 1 &&
          wrong.length === 1 &&
          rest > 0 &&
          first.includes(says) &&
          first.includes(WARNING) === warns &&
          second.includes('It was tried once'),
      }
    }),
})

const basic = typedPassword(
  'squid, Basic',
  ({ program, log }) => [
    `auth_param basic program ${program} basic ${log} ${PERSON} ${RIGHT}`,
    'auth_param basic children 1',
    'auth_param basic realm staff',
    // Each is asked about, so that each is counted.
    'auth_param basic credentialsttl 1 second',
  ],
  { user: PERSON, logged: PERSON, says: 'Basic', warns: true },
)

const samba = ({ program, log }: Helper): readonly string[] => [
  `auth_param ntlm program ${program} ntlm ${log} NORTHWIND ${PERSON} ${RIGHT}`,
  'auth_param ntlm children 1',
  'auth_param ntlm keep_alive on',
]

const ntlm = typedPassword('squid and Samba, NTLM', samba, {
  user: `NORTHWIND\\${PERSON}`,
  logged: `NORTHWIND\\\\${PERSON}`,
  says: 'NTLM',
  warns: false,
})

const spellings: Case = {
  on: 'squid and Samba, NTLM',
  name: 'a name typed with its domain before it or behind it: what the proxy reads',
  run: () =>
    inOffice({}, async ({ network, folder, ends, trySignIn }) => {
      const helper = await helperIn(folder)
      const squid = await startSquid(path.join(folder, 'squid'), network.proxy.port, samba(helper))
      ends(squid.stop)
      const read: string[] = []
      for (const typed of [`NORTHWIND\\${PERSON}`, `${PERSON}@northwind.example`]) {
        const before = (await helper.attempts()).length
        const { signedIn } = await trySignIn(through(squid), {}, [`${typed}:${RIGHT}`])
        const names = new Set((await helper.attempts()).slice(before))
        read.push(`${typed} ${signedIn ? 'signed in' : 'did not'}: ${[...names].join(', ')}`)
      }
      return {
        seen: read.join('; '),
        right:
          read.join('; ') ===
          `NORTHWIND\\${PERSON} signed in: RIGHT NORTHWIND | ${PERSON}; ${PERSON}@northwind.example signed in: RIGHT  | ${PERSON}@northwind.example`,
      }
    }),
}

const digest: Case = {
  on: 'squid, Digest',
  name: 'the whole journey with a wrong password, then the right one: how many requests are refused with a name',
  run: () =>
    inOffice({}, async (office) => {
      const { network, folder, ends, register } = office
      const people = path.join(folder, 'people')
      await writeFile(people, `${PERSON}:${RIGHT}\n`)
      const squid = await startSquid(path.join(folder, 'squid'), network.proxy.port, [
        `auth_param digest program /usr/lib/squid/digest_file_auth ${people}`,
        'auth_param digest realm staff',
      ])
      ends(squid.stop)
      const typed = [`${PERSON}:${WRONG}`, `${PERSON}:${RIGHT}`]
      const journey = await register(through(squid), {}, typed)
      const passed = await passedAs(PERSON, squid, office, journey)
      const refused = (await squid.passages()).filter(
        ({ status, person }) => status === '407' && person === PERSON,
      )
      const warned = journey.asked.join().includes(WARNING)
      return {
        seen: `${passed.seen}; ${refused.length} refused with a name; warned: ${warned}`,
        right: passed.right && journey.windows === 1 && refused.length === 1 && !warned,
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
      const { told } = await trySignIn(through(squid), {}, [''])
      const attempts = await helper.attempts()
      return {
        seen: `“${from(told, 'The proxy')}”; ${attempts.length} attempts`,
        right:
          told.includes('asks for a user name') &&
          told.includes('Enter the password') &&
          attempts.length === 0,
      }
    }),
}

/** What was tried at a real proxy, with each way in which it asks who somebody is. */
export const SQUID_CASES: readonly Case[] = [kerberos, basic, declined, ntlm, spellings, digest]
