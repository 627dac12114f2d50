import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'

/** One thing that a person does: press what fits the selector, or type into it. */
export type Move = { readonly find: string; readonly type?: string }

type InPage = {
  readonly reached: (texts: readonly string[], none?: readonly string[]) => Promise<number>
  readonly drawn: (selector: string) => Promise<number>
  readonly goes: (moves: readonly Move[]) => Promise<number[]>
}

declare global {
  var ecoBench: InPage
}

/** What has to run in the page before the app does, so that the functions below find it there. */
export const inPage = fileURLToPath(new URL('in-page.js', import.meta.url))

/** The page may be under way before a debugger can put its script into it: then it watches from now on. */
export async function watchedFromNow(page: Page): Promise<void> {
  if (await page.evaluate(() => 'ecoBench' in globalThis)) return
  await page.evaluate(await readFile(inPage, 'utf8'))
}

/**
 * When the page came to show all these states (`stack=done`, `verdict=broken` …) and none of the
 * others, in milliseconds since the epoch: in the past, if it shows them by now.
 */
export function reached(
  page: Page,
  all: readonly string[],
  none: readonly string[] = [],
): Promise<number> {
  return page.evaluate(([all, none]) => globalThis.ecoBench.reached(all, none), [
    all,
    none,
  ] as const)
}

/** When the page first had something that fits the selector, from now on. */
export function drawn(page: Page, selector: string): Promise<number> {
  return page.evaluate((selector) => globalThis.ecoBench.drawn(selector), selector)
}

/** Makes the moves, each at the very moment at which it can be made, and tells those moments. */
export function goes(page: Page, moves: readonly Move[]): Promise<number[]> {
  return page.evaluate((moves) => globalThis.ecoBench.goes(moves), moves)
}
