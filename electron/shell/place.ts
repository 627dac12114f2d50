import type { BrowserWindow, Rectangle } from 'electron'

/** Where the window was, in device-independent pixels of the whole desktop. */
export type Place = Rectangle & { readonly isMaximized: boolean }

type Size = Pick<Rectangle, 'width' | 'height'>

const USUAL: Size = { width: 1180, height: 820 }
const SMALLEST: Size = { width: 720, height: 560 }
/** So much of a window has to be on a screen that somebody can take hold of it. */
const SEEN: Size = { width: 120, height: 60 }

/**
 * Where the window opens, and how small it may become: as it was left, on a screen that is there, and
 * never larger than that screen's work area. `screens` are the work areas, the primary one first.
 */
export function placeOn(
  screens: readonly [Rectangle, ...Rectangle[]],
  kept: Place | null,
): { readonly bounds: Rectangle; readonly smallest: Size } {
  const screen = kept ? screenOf(kept, screens) : undefined
  const area = screen ?? screens[0]
  const size = smaller(kept ?? USUAL, area)
  const smallest = smaller(SMALLEST, area)
  if (!kept || !screen) {
    const x = area.x + Math.round((area.width - size.width) / 2)
    const y = area.y + Math.round((area.height - size.height) / 2)
    return { bounds: { x, y, ...size }, smallest }
  }
  const x = between(area.x, kept.x, area.x + area.width - size.width)
  const y = between(area.y, kept.y, area.y + area.height - size.height)
  return { bounds: { x, y, ...size }, smallest }
}

/**
 * The place in the text of a file; null where it holds none that can be used. Checked by hand, since it
 * is needed before the window is there, and the code that checks other files takes a while to load.
 */
export function placeIn(text: string): Place | null {
  try {
    const kept: unknown = JSON.parse(text)
    const [x, y] = [numberIn(kept, 'x'), numberIn(kept, 'y')]
    const [width, height] = [numberIn(kept, 'width'), numberIn(kept, 'height')]
    if (x === null || y === null || !width || !height || width < 0 || height < 0) return null
    return { x, y, width, height, isMaximized: member(kept, 'isMaximized') === true }
  } catch {
    // It costs the window its place, and no more.
    return null
  }
}

/** Where the window is now, whatever it is stretched to. */
export function placeOf(window: BrowserWindow): Place {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
}

/** The screen of which a window covers the most, if that is enough to be seen. */
function screenOf(kept: Rectangle, screens: readonly Rectangle[]): Rectangle | undefined {
  const seen = (area: Rectangle): Size => ({
    width: overlap(kept.x, kept.width, area.x, area.width),
    height: overlap(kept.y, kept.height, area.y, area.height),
  })
  const covered = (area: Rectangle): number => seen(area).width * seen(area).height
  return screens
    .filter((area) => seen(area).width >= SEEN.width && seen(area).height >= SEEN.height)
    .toSorted((one, other) => covered(other) - covered(one))[0]
}

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.max(0, Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom))

const smaller = (size: Size, area: Size): Size => ({
  width: Math.min(size.width, area.width),
  height: Math.min(size.height, area.height),
})

const between = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(value, most))

function numberIn(of: unknown, name: string): number | null {
  const value = member(of, name)
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

/** Nothing that is inherited, and nothing of what is no object. */
function member(of: unknown, name: string): unknown {
  if (typeof of !== 'object' || of === null || !Object.hasOwn(of, name)) return undefined
  return Reflect.get(of, name)
}
