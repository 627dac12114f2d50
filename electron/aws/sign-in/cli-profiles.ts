import type { Clock } from '../../base/clock.ts'
import type { CliProfile } from '../../contract/ask/sign-in.ts'
import type { Managed } from '../../contract/managed.ts'
import { NO_RENEWAL } from '../../contract/renew-profile.ts'
import { fail, isCode, toAppError } from '../../errors/failure.ts'
import type { IsStandIn } from '../../network/stand-in.ts'
import type { CliFiles } from './cli-files.ts'
import { chosenFolder, folderAt, ownFolder, readCliFiles, type CliFolder } from './cli-folder.ts'
import { accountOf, ended, kindOf, recipeOf, renewalBehind } from './cli-recipe.ts'
import type { Known } from './cli-recipe.ts'
import type { Reach } from '../client/clients.ts'
import { isDenied } from '../client/reply.ts'
import { obtain } from './cli-credentials.ts'
import type { RenewableCredentials } from './sources.ts'
import { meansNotAssigned } from './role-credentials.ts'

/** The profiles of the AWS CLI on this computer. Reads its files, and never writes one. */
export type CliProfiles = {
  /** Reads the files anew. Throws `profile-files-unreadable` (fact `file`), `profile-too-many`. */
  readonly list: () => Promise<CliProfile[]>
  /** The folder that the person chose; '' for the CLI's own. Until the app ends. */
  readonly folder: () => string
  /**
   * Looks into another folder from now on, '' for the CLI's own. Stays where it was, and throws, when
   * there is nothing: `profile-folder-empty` (fact `folder`), or what `list` throws; and
   * `set-by-organization` where nobody chooses.
   */
  readonly lookIn: (folder: string) => Promise<void>
  /** What was listed last, null before the first time: nothing is read before somebody asks. */
  readonly listed: () => readonly CliProfile[] | null
  /**
   * Credentials of a profile as they are now; asked again when they end. Throws `profile-…`, and
   * what the network says.
   */
  readonly credentials: (name: string, signal?: AbortSignal) => Promise<RenewableCredentials>
}
export type CliProfilesOptions = Reach & {
  /** The CLI's own folder, `~/.aws` with its whole path. */
  readonly folder: string
  /** The folder that the person’s organization has decided on; null or left out where the person chooses. */
  readonly prescribed?: string | null
  /** Resolves null where there is no such file. */
  readonly files: { readonly read: (path: string) => Promise<string | null> }
  readonly clock: Clock
  readonly managed: Managed
  readonly isStandIn: IsStandIn
}

/** As many as a person may find the right one among, and a window can draw. */
const MOST_PROFILES = 2000

export function createCliProfiles(options: CliProfilesOptions): CliProfiles {
  const { folder: own, prescribed = null, clock, managed, isStandIn } = options
  let folder = prescribed === null ? ownFolder(own) : folderAt(prescribed, own)
  let last: readonly CliProfile[] | null = null

  const read = async (path: string): Promise<string | null> => {
    try {
      return await options.files.read(path)
    } catch (cause) {
      throw fail('profile-files-unreadable', { file: path }, { cause, field: 'profile' })
    }
  }
  const look = async (at: CliFolder): Promise<Known> => {
    const files = await readCliFiles(at, read)
    return { files, caches: at.caches, read, now: clock.now(), managed, isStandIn }
  }
  const listIn = async (at: CliFolder): Promise<CliProfile[]> => {
    const known = await look(at)
    const names = [...known.files.profiles.keys()]
    if (names.length > MOST_PROFILES) {
      const facts = { count: String(names.length), limit: String(MOST_PROFILES) }
      throw fail('profile-too-many', facts, { field: 'profile' })
    }
    const found: CliProfile[] = []
    // One after the other: each may open a file, and there is a limit to open ones.
    for (const name of names) found.push(await describe(known, name))
    return found
  }

  return {
    async list() {
      last = await listIn(folder)
      return [...last]
    },
    folder: () => folder.chosen,
    async lookIn(chosen) {
      if (prescribed !== null) throw fail('set-by-organization', { setting: 'CliFolder' })
      const next = chosen === '' ? ownFolder(own) : await chosenFolder(chosen, own, read)
      last = await listIn(next)
      folder = next
    },
    listed: () => last,
    async credentials(name, signal) {
      const known = await look(folder)
      const recipe = await recipeOf(known, name)
      try {
        const credentials = await obtain(options, recipe, () => ended(known.files, name), signal)
        return { ...credentials, renewedBy: renewalBehind(known.files, name) }
      } catch (error) {
        throw explained(error, known.files, name)
      }
    },
  }
}

async function describe(known: Known, name: string): Promise<CliProfile> {
  const { files } = known
  const told = { name, kind: kindOf(files, name), accountId: accountOf(files, name) }
  try {
    await recipeOf(known, name)
    return { ...told, refusal: '', renewal: NO_RENEWAL }
  } catch (error) {
    const { code, facts } = toAppError(error)
    const { command = '', silent = '', setting } = facts
    const refused = { ...told, refusal: code, renewal: { command, silent } }
    return code === 'set-by-organization' && setting !== undefined
      ? { ...refused, setting }
      : refused
  }
}

/** What AWS said, as far as it is about the profile. */
function explained(error: unknown, files: CliFiles, profile: string): unknown {
  if (isCode(error, 'aws-credentials-expired')) return ended(files, profile)
  // What AWS says against the profile's role or account is about the profile, whatever it is.
  const refused =
    isCode(error, 'aws-credentials-invalid', 'aws-value-refused', 'aws-rejected') ||
    isDenied(error) ||
    meansNotAssigned(error)
  if (!refused) return error
  return fail('profile-refused', { profile }, { cause: error, field: 'profile' })
}
