import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isOfChromium } from '../files/profile-content.ts'
import { BEGUN, CONNECTIONS, isOfPlace, KEY_NOTE } from './profile-names.ts'

/**
 * The last act of a program that has removed everything, when its window is gone: what Chromium kept,
 * the notes by which an interrupted removal would have gone on, and the folders, if they are empty now.
 * `connections` are the folders of those of which something is left. Nobody is left to be told of a failure, which the window has named as possible.
 */
export function leaveNothing(profile: string, connections: readonly string[]): void {
  for (const folder of connections) {
    attempt(() => rmSync(path.join(folder, KEY_NOTE), { force: true }))
    attempt(() => rmdirSync(folder))
  }
  attempt(() => rmdirSync(path.join(profile, CONNECTIONS)))
  for (const name of namesIn(profile).filter((one) => isOfChromium(one) || isOfPlace(one)))
    attempt(() => rmSync(path.join(profile, name), { recursive: true, force: true }))
  attempt(() => rmSync(path.join(profile, BEGUN), { force: true }))
  attempt(() => rmdirSync(profile))
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    // There is none any more.
    return []
  }
}

function attempt(task: () => void): void {
  try {
    task()
  } catch {
    // It is not empty, or in use: see above.
  }
}
