import path from 'node:path'
import { type Managed, NOT_MANAGED } from '../contract/managed.ts'
import type { AppError } from '../errors/app-error.ts'
import { toAppError } from '../errors/failure.ts'
import type { IsStandIn } from '../network/stand-in.ts'
import type { Source } from './judge.ts'
import { sourcesInFile, sourcesOnLinux } from './linux.ts'
import { placeOn } from './places.ts'
import { unusable } from './unusable.ts'

/** What is to be obeyed, or why nothing may be done at all. */
export type Decided =
  | { readonly kind: 'usable'; readonly managed: Managed }
  | { readonly kind: 'unusable'; readonly error: AppError }

export type Deciding = {
  readonly platform: NodeJS.Platform
  /** Of the app. */
  readonly version: string
  /** By which macOS knows the app’s preferences. */
  readonly appId: string
  readonly isStandIn: IsStandIn
  /** The person’s own folder. */
  readonly home: string
  /** A file in the place of the system’s own; null for that. */
  readonly file: string | null
}

/**
 * What the organization has decided on this computer. A system has one place for it: on Linux a file, on
 * macOS what a profile forces for the user before what it forces for the computer, on Windows a key of
 * the registry. Never throws: a policy that is there and cannot be used is the reason to do nothing.
 */
export async function decided(deciding: Deciding): Promise<Decided> {
  try {
    const sources = await sourcesOf(deciding)
    if (sources.length === 0) return { kind: 'usable', managed: frozen(NOT_MANAGED) }
    // Its code takes a while to load, and most computers have no policy.
    const { judged } = await import('./judge.ts')
    return { kind: 'usable', managed: frozen(judged(sources, deciding)) }
  } catch (error) {
    return { kind: 'unusable', error: whyNot(deciding, error) }
  }
}

async function sourcesOf({ platform, version, appId, file }: Deciding): Promise<Source[]> {
  if (file !== null) {
    const owner = process.getuid?.() ?? 0
    return sourcesInFile(file, version, { owner, topmost: path.dirname(file) })
  }
  switch (platform) {
    case 'win32':
      return (await import('./windows.ts')).sourcesOnWindows(version)
    case 'darwin':
      return (await import('./mac.ts')).sourcesOnMac(version, appId)
    default:
      return sourcesOnLinux(version)
  }
}

/** Whatever else went wrong on the way, such as a library that is missing, is told as what cannot be read. */
function whyNot({ platform, version }: Deciding, error: unknown): AppError {
  const known = toAppError(error)
  if (known.code === 'policy-unusable') return known
  return unusable({ place: placeOn(platform), version }, 'unreadable', { cause: error }).error
}

/** Nobody changes it after the start, not even by mistake. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}
