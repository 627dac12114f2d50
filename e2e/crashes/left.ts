import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { suggestBucketName } from '../../electron/aws/client/bucket-name.ts'
import { keychainHolds } from '../journeys/evidence.ts'
import type { Keyring } from '../runtime/keyring.ts'
import type { Simulator } from '../simulator/index.ts'

const PAYER = '418207315602'
const BUCKET = suggestBucketName(PAYER)

/** Whether the sealed sign-in of the profile's connection is on the disk. */
export async function hasVault(profile: string): Promise<boolean> {
  const files = await readdir(profile, { recursive: true }).catch(() => [])
  return files.some((file) => path.basename(file) === 'vault.bin')
}

/** How many sign-ins AWS has given and nobody has ended, at the portal or as to the console. */
export const openAtAws = ({ world: { sso, signin } }: Simulator): number =>
  sso.sessions.size + [...signin.sessions].filter(({ stopped }) => stopped === undefined).length

const oneOf = (what: string, found: readonly string[], expected: string): string[] =>
  found.length === 1 && found[0] === expected
    ? []
    : [`${what}: ${found.length === 0 ? 'none' : found.join(', ')} instead of ${expected}`]

function faultsOutside(simulator: Simulator, lostSessions: number): string[] {
  const { world, violations } = simulator
  const left = openAtAws(simulator)
  const account = world.accounts.get(PAYER)
  const reports = account?.reports.map(({ definition }) => definition.ReportName) ?? []
  const buckets = [...world.buckets.keys()].filter((name) => name.startsWith('spot-eco'))
  const stacks = account?.stacks.map(({ name }) => name) ?? []
  const roles = [...(account?.roles.keys() ?? [])].filter((name) => name.startsWith('SpotByNetApp'))
  const registrations = [...world.spot.registrations.values()]
  const bucket = world.buckets.get(BUCKET)
  const blocked = Object.values(bucket?.publicAccessBlock ?? {})
  return [
    ...violations,
    ...oneOf('reports', reports, 'spot-eco'),
    ...oneOf('buckets', buckets, BUCKET),
    ...oneOf('stacks', stacks, 'SpotEcoConnect'),
    ...oneOf('roles', roles, 'SpotByNetApp_Finops_ReadOnly'),
    ...(blocked.length === 4 && blocked.every(Boolean) ? [] : ['the bucket is not private']),
    ...(bucket?.tags['created-by'] ? [] : ['the bucket carries no tag']),
    ...(registrations.length === 1 && registrations[0]?.iamRole && registrations[0].billing
      ? []
      : [`${registrations.length} registrations, or half of one`]),
    // Tokens that were lost before they could be kept cannot be given back.
    ...(left > lostSessions ? [`${left} sign-ins are still open at AWS`] : []),
  ]
}

async function faultsHere(profile: string, keyring: Keyring): Promise<string[]> {
  const connections = await readdir(path.join(profile, 'connections')).catch(() => [])
  const files = await readdir(profile, { recursive: true }).catch(() => [])
  const faults = files
    .map((file) => path.basename(file))
    .filter((name) => /\.tmp-|^vault\.|unreadable/.test(name))
    .map((name) => `${name} is left`)
  if (connections.length !== 1) faults.push(`${connections.length} connections`)
  for (const needed of ['state.json', 'summary.txt'])
    if (!files.some((file) => path.basename(file) === needed)) faults.push(`${needed} is missing`)
  for (const id of connections)
    for (const entry of [id, `${id}.probe`])
      if (await keychainHolds(keyring, entry)) faults.push(`the keychain still holds ${entry}`)
  return faults
}

/**
 * What is wrong after a whole journey: anything but one of each outside, and here a record without
 * any trace of the sign-in.
 */
export async function faultsLeft(after: {
  readonly simulator: Simulator
  readonly profile: string
  readonly keyring: Keyring
  /** Sign-ins at AWS whose tokens were nowhere but in the memory of the app that was killed. */
  readonly lostSessions: number
}): Promise<string[]> {
  after.simulator.settle()
  return [
    ...faultsOutside(after.simulator, after.lostSessions),
    ...(await faultsHere(after.profile, after.keyring)),
  ]
}
