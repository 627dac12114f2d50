import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { RELEASES, sourceDate } from '../packaging/installation/product.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { pages } from './pages.ts'
import { printed } from './printing.ts'

type Made = { readonly file: string; readonly bytes: number }

/** The date of the PDFs, ms since the epoch: that of the release, or of `SOURCE_DATE_EPOCH`. */
export const packDate = (): number => sourceDate({ releases: RELEASES }) * 1000

/** Where `npm run package` finds what has been made. */
export const MADE = path.join(repositoryRoot, 'build', 'review-pack')

/**
 * Makes the whole pack anew in a folder: each page with everything in it, and as PDF.
 * @param at the date of the PDFs, ms since the epoch
 */
export async function makePack(out: string, at: number): Promise<readonly Made[]> {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const made = (await pages()).map(({ name, whole }) => ({
    whole,
    page: path.join(out, name),
    pdf: path.join(out, name.replace(/html$/, 'pdf')),
  }))
  await Promise.all(made.map(({ page, whole }) => writeFile(page, whole)))
  await printed(made.map(({ whole, pdf }) => ({ html: whole, pdf, at })))
  const files = made.flatMap(({ page, pdf }) => [page, pdf])
  return Promise.all(files.map(async (file) => ({ file, bytes: (await stat(file)).size })))
}
