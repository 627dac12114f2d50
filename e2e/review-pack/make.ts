import { cp, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { RELEASES, sourceDate } from '../packaging/installation/product.ts'
import { pages } from './pages.ts'
import { PACK_FOLDER } from './picture-ids.ts'
import { printed } from './printing.ts'

type Made = { readonly file: string; readonly bytes: number }

/** The date of the PDFs, ms since the epoch: that of the release, or of `SOURCE_DATE_EPOCH`. */
export const packDate = (): number => sourceDate({ releases: RELEASES }) * 1000

/**
 * Makes the whole pack anew in a folder: pages, their pictures beside them, and of each page a PDF.
 * @param at the date of the PDFs, ms since the epoch
 */
export async function makePack(out: string, at: number): Promise<readonly Made[]> {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  await cp(path.join(PACK_FOLDER, 'pictures'), path.join(out, 'pictures'), { recursive: true })
  const made = (await pages()).map(({ name, html, whole }) => ({
    html,
    whole,
    page: path.join(out, name),
    pdf: path.join(out, name.replace(/html$/, 'pdf')),
  }))
  await Promise.all(made.map(({ page, html }) => writeFile(page, html)))
  await printed(made.map(({ whole, pdf }) => ({ html: whole, pdf, at })))
  const files = made.flatMap(({ page, pdf }) => [page, pdf])
  return Promise.all(files.map(async (file) => ({ file, bytes: (await stat(file)).size })))
}
