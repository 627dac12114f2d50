/**
 * `npm run pictures`: the pictures of the user guide in the review pack, from the window itself, played
 * before the simulator in each language. WebP, since ten states as PNG would be a megabyte.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright'
import { LANGUAGE_IDS, type LanguageId } from '../../electron/contract/language.ts'
import {
  PACK_FOLDER,
  PICTURE_IDS,
  PICTURE_SIZE,
  pictureName,
  type PictureId,
} from '../review-pack/picture-ids.ts'
import { MODES, pictureOf, showIn } from '../journeys/modes.ts'
import { ensureSystem } from '../runtime/system.ts'
import { scenarioCalled } from '../simulator/index.ts'
import { played, reasons } from './played.ts'
import { playTour } from './tour.ts'

/** Of the encoder, from 0 to 1: letters can be read from here on. */
const QUALITY = 0.6

/** In CSS pixels: a little above the smallest window, of the same shape as the pictures. */
const WINDOW = { width: 1000, height: 700 } as const

const wanted = (name: string): PictureId | undefined => PICTURE_IDS.find((id) => id === name)

/** A PNG as WebP, by Chromium's own encoder: the window's policy lets nothing be loaded, but bytes be handed in. */
async function asWebp(window: Page, png: Buffer): Promise<Buffer> {
  const encoded = await window.evaluate(
    async ({ base64, quality, width, height }) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0)
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(width, height)
      const drawing = canvas.getContext('2d')
      if (drawing === null) throw new Error('Chromium gave no canvas to draw on.')
      drawing.imageSmoothingQuality = 'high'
      drawing.drawImage(bitmap, 0, 0, width, height)
      const webp = await canvas.convertToBlob({ type: 'image/webp', quality })
      const out = new Uint8Array(await webp.arrayBuffer())
      return btoa(Array.from(out, (byte) => String.fromCodePoint(byte)).join(''))
    },
    { base64: png.toString('base64'), quality: QUALITY, ...PICTURE_SIZE },
  )
  return Buffer.from(encoded, 'base64')
}

/** Resolves the bytes of all of them together. */
async function take(language: LanguageId): Promise<number> {
  const scenario = scenarioCalled('fresh')
  const taken = new Map<PictureId, number>()
  await mkdir(path.join(PACK_FOLDER, 'pictures', language), { recursive: true })
  await played(scenario, { stackSeconds: 12, language }, async (started) => {
    const { app, window } = started
    // tsx has every function that it compiles call this, also those that are run in the page.
    await window.evaluate('globalThis.__name = (named) => named')
    await showIn(started, { ...MODES.light, size: WINDOW })
    await playTour(window, scenario, async (name) => {
      const id = wanted(name)
      if (id === undefined || taken.has(id)) return
      await showIn(started, { ...MODES.light, size: WINDOW })
      const webp = await asWebp(window, await pictureOf(app))
      await writeFile(path.join(PACK_FOLDER, pictureName(language, id)), webp)
      taken.set(id, webp.byteLength)
    })
  })
  const missing = PICTURE_IDS.filter((id) => !taken.has(id))
  if (missing.length > 0) throw new Error(`The tour did not come by ${missing.join(', ')}.`)
  return [...taken.values()].reduce((sum, bytes) => sum + bytes, 0)
}

async function pictures(): Promise<void> {
  await ensureSystem()
  for (const language of LANGUAGE_IDS)
    process.stdout.write(`${language}: ${await take(language)} bytes\n`)
}

pictures().catch((error: unknown) => {
  process.stderr.write(`${reasons(error).join('\n')}\n`)
  process.exitCode = 1
})
