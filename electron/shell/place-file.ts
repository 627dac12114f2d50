import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { LARGEST, readTextIfThere } from '../files/files.ts'
import { PLACE } from '../connection/profile-names.ts'
import { placeIn, type Place } from './place.ts'

/** Beside the settings, and without a version: what cannot be read costs the window its place. */
const fileIn = (profile: string): string => path.join(profile, PLACE)

/** Where the window was left, null if nobody knows. */
export async function keptPlace(profile: string): Promise<Place | null> {
  try {
    return placeIn((await readTextIfThere(fileIn(profile), LARGEST.place)) ?? '')
  } catch {
    // Whatever lies there is no file of ours; the window opens where it opens first.
    return null
  }
}

/** Keeps where the window is. At once, since it may be the last thing before the app ends. */
export function keepPlace(profile: string, place: Place): void {
  const file = fileIn(profile)
  const temporary = `${file}.tmp-${randomUUID()}`
  try {
    writeFileSync(temporary, `${JSON.stringify(place)}\n`, { mode: 0o600, flag: 'wx' })
    renameSync(temporary, file)
  } catch {
    // A disk that takes nothing is told of by what matters; this is no reason to disturb anybody.
    rmSync(temporary, { force: true })
  }
}
