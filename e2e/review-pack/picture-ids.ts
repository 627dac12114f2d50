import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { LanguageId } from '../../electron/contract/language.ts'
import { repositoryRoot } from '../runtime/paths.ts'

/** What the user guide shows: states of a journey, by the names that the tour gives them, in their order. */
export const PICTURE_IDS = [
  'plan',
  'template',
  'sign-in',
  'signed-in',
  'cost-report',
  'bucket',
  'stack',
  'stack-running',
  'registration',
  'registered',
] as const
export type PictureId = (typeof PICTURE_IDS)[number]

/** In pixels. */
export const PICTURE_SIZE = { width: 780, height: 546 } as const

/** Bytes that all pictures of a language may take together: the packages carry them. */
export const LARGEST_PICTURES = 400_000

/** Where the committed pictures are, below the pack's folder. */
export const pictureName = (language: LanguageId, id: PictureId): string =>
  `pictures/${language}/${id}.webp`

/** The folder of what is committed of the pack. */
export const PACK_FOLDER = path.join(repositoryRoot, 'resources', 'review-pack')

export const readPicture = (language: LanguageId, id: PictureId): Buffer =>
  readFileSync(path.join(PACK_FOLDER, pictureName(language, id)))
