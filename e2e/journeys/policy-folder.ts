import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A folder for a policy, as an administrator would make it. */
export type PolicyFolder = {
  readonly file: string
  /** Beside the policy’s own folder, for what a policy names. */
  readonly outside: string
  /** What the app is started with to read it. */
  readonly env: Record<string, string>
  /** Writes settings, or a text that is to be taken for some. */
  readonly write: (policy: object | string) => Promise<void>
  readonly remove: () => Promise<void>
}

export async function makePolicyFolder(): Promise<PolicyFolder> {
  const outside = await mkdtemp(path.join(tmpdir(), 'eco-connect-policy-'))
  const folder = path.join(outside, 'eco-connect')
  await mkdir(folder, { mode: 0o755 })
  const file = path.join(folder, 'policy.json')
  return {
    file,
    outside,
    env: { ECO_CONNECT_POLICY_FILE: file },
    write: (policy) =>
      writeFile(file, typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2), {
        mode: 0o644,
      }),
    remove: () => rm(outside, { recursive: true, force: true }),
  }
}
