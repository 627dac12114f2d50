import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { cleanEnvironment } from '../../runtime/environment.ts'
import { repositoryRoot } from '../../runtime/paths.ts'
import { ensurePackages, onPath } from '../../runtime/system.ts'
import {
  issueCredentials,
  scenarios,
  SPOT_DEMO_TOKEN,
  startSimulator,
  type Simulator,
} from '../../simulator/index.ts'
import { compared, counted } from '../figures.ts'
import type { Row } from '../row.ts'
import { quantile } from '../statistics.ts'
import { CALL_MS, journeysOf, STACK_SECONDS } from './journey.ts'

const run = promisify(execFile)

/** Debian's, wherever another one may stand first in the path. */
const CLI = '/usr/bin/aws'
const CARRIERS = { [CLI]: 'awscli', curl: 'curl' }

const mayInstall = (): boolean => onPath('apt-get') && process.getuid?.() === 0

/**
 * The same account, report, role and registration by Debian's AWS CLI, at the same pace of answers:
 * `by-cli.sh`, by somebody who has written it down before and needs no time. Signed in already, which the app's
 * journey is not. Beside it the app's own journey, which has been measured before, or is now.
 */
export const awsCli: Row = {
  id: 'aws-cli',
  title: 'the main path by the app, against a script with Debian’s AWS CLI',
  pairs: 3,
  applies: process.platform === 'linux' && (existsSync(CLI) || mayInstall()),
  async measure(ground, rounds) {
    await ensurePackages(CARRIERS)
    const { stdout } = await run(CLI, ['--version'])
    const version = stdout.split(' ')[0] ?? 'aws-cli'
    const scripts: Script[] = []
    for (let round = 0; round < rounds; round += 1) scripts.push(await scripted())
    const journeys = await journeysOf(ground, rounds)
    const printed = { goal: null, limit: '' } as const
    return [
      compared(
        { what: 'the main path', against: `${version}, signed in`, unit: 'ms', ...printed },
        journeys.map(({ ms }) => ms),
        scripts.map(({ ms }) => ms),
      ),
      counted(
        { what: `requests of ${version}`, unit: 'requests', ...printed },
        quantile(
          scripts.map(({ requests }) => requests),
          0.5,
        ),
      ),
    ]
  },
}

/** What the script took; milliseconds. */
type Script = { readonly ms: number; readonly requests: number }

async function scripted(): Promise<Script> {
  const simulator = await startSimulator({ scenario: 'fresh', stackSeconds: STACK_SECONDS })
  simulator.world.settings.answerMs = CALL_MS
  const home = await mkdtemp(path.join(tmpdir(), 'bench-'))
  try {
    await writeProfile(home, simulator)
    const env = {
      ...cleanEnvironment(process.env),
      HOME: home,
      ENDPOINT: simulator.url,
      TEMPLATE: path.join(repositoryRoot, 'resources', 'eco-role.template.json'),
      SPOT_TOKEN: SPOT_DEMO_TOKEN,
    }
    const began = performance.now()
    await run('bash', [path.join(repositoryRoot, 'e2e', 'bench', 'by-cli.sh')], { env })
    const ms = performance.now() - began
    requireSame(simulator)
    return { ms, requests: simulator.requests.length }
  } finally {
    await simulator.stop()
    await rm(home, { recursive: true, force: true })
  }
}

/** The CLI's default profile, with keys of an administrator that hold for an hour. */
async function writeProfile(home: string, { world }: Simulator): Promise<void> {
  const keys = issueCredentials(world, {
    accountId: accountOf(),
    holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
    expires: Date.now() + 3_600_000,
  })
  const lines = [
    '[default]',
    `aws_access_key_id = ${keys.accessKeyId}`,
    `aws_secret_access_key = ${keys.secretAccessKey}`,
    `aws_session_token = ${keys.sessionToken}`,
  ]
  await mkdir(path.join(home, '.aws'))
  await writeFile(path.join(home, '.aws', 'credentials'), `${lines.join('\n')}\n`, { mode: 0o600 })
}

function accountOf(): string {
  const scenario = scenarios.find(({ id }) => id === 'fresh')
  if (!scenario) throw new Error('There is no scenario “fresh”.')
  return scenario.signIn.accountId
}

/** Throws unless the script has come to what the app's journey comes to. */
function requireSame({ world, violations }: Simulator): void {
  const account = world.accounts.get(accountOf())
  const bucket = account?.reports.at(-1)?.definition.S3Bucket
  const [registration] = world.spot.registrations.values()
  const isSame =
    account?.stacks.at(-1)?.status === 'CREATE_COMPLETE' &&
    bucket !== undefined &&
    registration?.billing?.bucketName === bucket
  if (!isSame || violations.length > 0)
    throw new Error(`The script has come to something else.\n${violations.join('\n')}`)
}
