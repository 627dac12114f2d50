import { execFile } from 'node:child_process'
import { chown, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { firstLanguage } from '../../electron/start/first-language.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { LANGUAGES } from '../../electron/texts/languages.ts'
import { type Reader, startReader } from '../assistive/reader.ts'
import { secretsOf } from '../journeys/evidence.ts'
import { foundIn } from '../journeys/leaks.ts'
import { createAuthority } from '../network/certificates.ts'
import { startInspection } from '../network/inspection.ts'
import { startProxy } from '../network/proxy.ts'
import { publishedFor } from '../supply-chain/published-hosts.ts'
import type { Display, Environment } from '../runtime/display.ts'
import { startKeyring } from '../runtime/keyring.ts'
import {
  appProcesses,
  awaitGone,
  descendants,
  endChild,
  listProcesses,
  startCompanion,
} from '../runtime/processes.ts'
import { asUser, ordinaryUser, type User } from '../runtime/user.ts'
import { type Scenario, scenarios, startSimulator } from '../simulator/index.ts'
import type { Installed } from './installed.ts'
import type { Attempt } from './refused.ts'
import { setTraps } from './traps.ts'

/**
 * Starts the program so, as an ordinary user with Chromium's sandbox, and signs in to AWS by its
 * real names, through a company's proxy, as somebody with a screen reader does. Resolves what went
 * elsewhere, what was honoured, and which secrets lie outside the vault: nothing, hopefully.
 */
export async function trySignIn(
  installed: Installed,
  display: Display,
  attempt: Attempt,
): Promise<string[]> {
  const user = ordinaryUser()
  const endings: (() => Promise<unknown>)[] = []
  const ending = <T extends { stop: () => Promise<unknown> }>(started: T): T => {
    endings.push(started.stop)
    return started
  }
  try {
    const simulator = ending(await startSimulator({ scenario: 'fresh' }))
    const keyring = ending(await startKeyring('unlocked', user))
    const { HOME: home = '' } = keyring.env
    const traps = await setTraps(home, user)
    endings.push(traps.remove)
    const authority = await createAuthority('Northwind Traffic Inspection CA')
    endings.push(authority.remove)
    await authority.trustIn(home)
    const inspection = ending(await startInspection(authority, simulator.url))
    const proxy = ending(await startProxy({ upstream: inspection.port }))
    const bin = await browserFor(home, simulator.url)
    if (user) await giveTo(user, home)

    const session = { ...keyring.env, ...display.env }
    const reader = ending(await startReader(session, user))
    const said: string[] = []
    const child = startCompanion(
      await installed.called(attempt.name),
      ['--force-renderer-accessibility', ...attempt.words.map(traps.fill)],
      {
        env: {
          ...session,
          PATH: `${bin}:/usr/bin:/bin`,
          https_proxy: `http://127.0.0.1:${proxy.port}`,
          GNOME_ACCESSIBILITY: '1',
          ...Object.fromEntries(
            Object.entries(attempt.variables).map(([name, value = '']) => [
              name,
              traps.fill(value),
            ]),
          ),
        },
        cwd: '/',
        stdio: ['ignore', 'pipe', 'pipe'],
        ...asUser(user),
      },
    )
    for (const out of [child.stdout, child.stderr])
      out?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    endings.push(async () => {
      const family = await appProcesses(child.pid ?? -1, path.dirname(home))
      await endChild(child)
      await awaitGone(family, 5000)
    })
    const words = await spokenAfter(attempt)
    await signIn(reader, words, scenarioOf('fresh'))

    const secrets = secretsOf(simulator)
    if (secrets.length < 3) throw new Error('The simulator gave out no secrets')
    const unguarded = await withoutSandbox(child.pid ?? -1)
    const before = await windowsOn(session)
    // The keys that open a browser's developer tools, in a window or in this one.
    for (const keys of ['F12', 'ctrl+shift+i', 'ctrl+shift+j']) await reader.keys(keys)
    await delay(1500)
    const opened = (await windowsOn(session)) - before
    const shown = await reader.read()
    const written = await textsBelow(path.dirname(home))
    const asked = proxy.passages.map(({ destination }) => destination)
    return [
      ...(await traps.caught()),
      ...asked.filter((one) => !publishedFor(one)).map((one) => `contacted ${one}`),
      ...(asked.length > 0 ? [] : ['nothing went through the proxy']),
      ...foundIn([...said, shown].join('\n'), secrets).map(() => 'a secret was said or shown'),
      ...[...written]
        .filter(([, text]) => foundIn(text, secrets).length > 0)
        .map(([file]) => `a secret in ${file}`),
      ...([...written.keys()].some((file) => file.endsWith('/vault.bin')) ? [] : ['no vault']),
      ...(opened > 0 || shown.includes('DevTools') ? ['developer tools'] : []),
      ...unguarded,
      ...(shown.includes(words.app.demo) ? ['says that it is a demonstration'] : []),
    ]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  } finally {
    for (const end of endings.toReversed()) await end()
  }
}

function scenarioOf(id: Scenario['id']): Scenario {
  const scenario = scenarios.find((one) => one.id === id)
  if (!scenario) throw new Error(`no scenario ${id}`)
  return scenario
}

/** What the app says after such a start, where the system's own language is none. */
async function spokenAfter({ words }: Attempt): Promise<Catalogue> {
  const asked = words.map((word) => word.replace(/^--lang=/, ''))
  return (await LANGUAGES[firstLanguage(asked)].load()).words
}

async function signIn(
  reader: Reader,
  words: Catalogue,
  { signIn: { startUrl, accountId, permissionSet } }: Scenario,
): Promise<void> {
  await reader.press('push button', words.plan.us)
  await reader.type(words.signIn.startUrl, startUrl)
  await reader.press('push button', words.signIn.browser)
  await reader.press('push button', accountId)
  await reader.press('push button', permissionSet)
  await reader.find('static', words.app.signedInAs)
}

/** Renderers of the app to which Chromium's sandbox does not apply; also when there is none at all. */
async function withoutSandbox(root: number): Promise<string[]> {
  const renderers = descendants(await listProcesses(), root).filter(({ command }) =>
    command.includes('--type=renderer'),
  )
  if (renderers.length === 0) return ['there is no renderer to look at']
  const told = await Promise.all(
    renderers.map(async ({ pid }) => readFile(`/proc/${pid}/status`, 'utf8')),
  )
  // 2 says that the kernel lets through only what a filter allows.
  return told
    .filter((status) => !/^Seccomp:\s+2$/m.test(status))
    .map(() => 'a window without sandbox')
}

/** How many windows there are on a screen. */
async function windowsOn(env: Environment): Promise<number> {
  const search = ['search', '--onlyvisible', '--name', '.']
  const { stdout } = await promisify(execFile)('xdotool', search, {
    env: { ...process.env, ...env },
  }).catch(() => ({ stdout: '' }))
  return stdout.split('\n').filter(Boolean).length
}

/** A browser for the sign-in page: what Linux calls when a program wants a link opened. */
async function browserFor(home: string, simulatorUrl: string): Promise<string> {
  const bin = path.join(home, 'bin')
  const here = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url))
  await mkdir(bin)
  for (const file of ['network/open-url.mjs', 'simulator/open-url.mjs'])
    await cp(here(file), path.join(home, 'browser', file))
  const program = path.join(home, 'browser/network/open-url.mjs')
  await writeFile(
    path.join(bin, 'xdg-open'),
    // The browser is a program of its own: what the app was started under is none of its business.
    `#!/bin/sh\nexec env -i ECO_SIMULATOR_URL=${simulatorUrl} ${process.execPath} ${program} "$1"\n`,
    { mode: 0o755 },
  )
  return bin
}

async function giveTo({ uid, gid }: User, folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true }))
    await chown(path.join(folder, entry), uid, gid)
}

/** Every file below a folder as text, by its path. Pipes and sockets are no files. */
async function textsBelow(folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    texts.set(path.relative(folder, file), await readFile(file, 'latin1').catch(() => ''))
  }
  return texts
}
