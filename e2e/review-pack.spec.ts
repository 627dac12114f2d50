import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { german } from './review-pack/texts/de/index.ts'
import { english } from './review-pack/texts/en/index.ts'
import { makePack, packDate } from './review-pack/make.ts'
import { PICTURE_IDS } from './review-pack/picture-ids.ts'

const run = promisify(execFile)

const TITLES: Readonly<Record<string, string>> = {
  'review-pack.en.pdf': english.frame.title,
  'review-pack.de.pdf': german.frame.title,
  'user-guide.en.pdf': english.frame.guideTitle,
  'user-guide.de.pdf': german.frame.guideTitle,
}

let folder: string
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'review-pack-'))
})
test.afterAll(() => rm(folder, { recursive: true, force: true }))

/** What a program says of a file. */
async function saidBy(program: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, args, { encoding: 'latin1', maxBuffer: 256 * 1024 * 1024 })
  return stdout
}

test('the pack is printed as sound, tagged PDFs on A4, the same bytes each time', async () => {
  test.setTimeout(180_000)
  const once = path.join(folder, 'once')
  const again = path.join(folder, 'again')
  await makePack(once, packDate())
  await makePack(again, packDate())
  for (const [name, title] of Object.entries(TITLES)) {
    const file = path.join(once, name)
    await run('qpdf', ['--check', file])
    const info = await saidBy('pdfinfo', '-enc', 'UTF-8', file)
    expect(Buffer.from(info, 'latin1').toString()).toContain(`Eco Connect: ${title}`)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^JavaScript: +no$/m)
    expect(info).toMatch(/^Page size: .*\(A4\)$/m)
    expect(info).toMatch(/^Creator: +Eco Connect \d+\.\d+\.\d+ *$/m)
    const plain = await saidBy('qpdf', '--qdf', '--object-streams=disable', file, '-')
    expect(plain).toContain(name.includes('.de.') ? '/Lang (de)' : '/Lang (en)')
    expect(plain).toContain('/Outlines')
    expect(await readFile(file)).toEqual(await readFile(path.join(again, name)))
  }
  for (const language of ['en', 'de']) {
    const images = await saidBy('pdfimages', '-list', path.join(once, `user-guide.${language}.pdf`))
    expect(images.match(/ image +780 +546 /g)).toHaveLength(PICTURE_IDS.length)
  }
})
