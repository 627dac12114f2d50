import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ensurePackages, ensureSystem } from '../runtime/system.ts'
import { failureLine, type Case } from './cases.ts'
import { FOCUS_CASES } from './focus-cases.ts'
import { KEYRING_CASES } from './keyring-cases.ts'
import { PROXY_CASES } from './proxy-cases.ts'
import { SQUID_CASES } from './squid-cases.ts'

/** What is needed besides what the tests need, and Debian's package of each. */
const NEEDED = {
  keepassxc: 'keepassxc',
  kwalletd5: 'libkf5wallet-bin',
  '/usr/lib/x86_64-linux-gnu/qca-qt5/crypto/libqca-ossl.so': 'libqca-qt5-2-plugins',
  '/usr/sbin/squid': 'squid',
  '/usr/sbin/krb5kdc': 'krb5-kdc',
  '/usr/sbin/kadmin.local': 'krb5-admin-server',
  kinit: 'krb5-user',
  ntlm_auth: 'winbind',
  xdotool: 'xdotool',
  openbox: 'openbox',
  xterm: 'xterm',
}

/** What is tried, beside the proxy's and the realm's own parts. */
const PACKAGES = [...new Set(Object.values(NEEDED))]
const LAST_RUN = fileURLToPath(new URL('last-run.txt', import.meta.url))

/** A programming error is a case that failed, with its own words. */
async function seenOf({ run }: Case): Promise<{ seen: string; right: boolean }> {
  try {
    return await run()
  } catch (error) {
    return { seen: failureLine(error), right: false }
  }
}

/** Debian's version of each package that was tried. */
function versions(): string {
  const asked = ['-W', '-f', '${Package} ${Version}\n', ...PACKAGES]
  return execFileSync('dpkg-query', asked, { encoding: 'utf8' })
}

/**
 * `npm run desktops`: the app on keyrings and proxies as people have them, and not on stand-ins. Needs
 * root on Debian 12. `--only TEXT` tries those in whose line TEXT is; `--write` keeps what was seen in
 * `last-run.txt` beside this file. Resolves whether all went right.
 */
async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      write: { type: 'boolean', default: false },
    },
  })
  const cases = [...KEYRING_CASES, ...SQUID_CASES, ...PROXY_CASES, ...FOCUS_CASES].filter(
    ({ on, name }) => `${on}: ${name}`.includes(values.only),
  )
  if (cases.length === 0) throw new Error('There is no such case')
  await ensureSystem()
  await ensurePackages(NEEDED)
  let failed = 0
  let table = ''
  const tell = (text: string): void => {
    process.stdout.write(text)
    table += text
  }
  for (const one of cases) {
    const { seen, right } = await seenOf(one)
    if (!right) failed += 1
    tell(`${right ? 'right ' : 'WRONG '} ${one.on}: ${one.name}\n       ${seen}\n`)
  }
  tell(`${cases.length - failed} right, ${failed} wrong\n`)
  if (values.write) {
    const day = new Date().toISOString().slice(0, 10)
    await writeFile(LAST_RUN, `npm run desktops, ${day}\n\n${versions()}\n${table}`)
  }
  return failed === 0
}

main().then(
  (passed) => {
    process.exitCode = passed ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
