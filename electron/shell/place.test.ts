import { expect, it } from 'vitest'
import { placeIn, placeOn, type Place } from './place.ts'

const LAPTOP = { x: 0, y: 0, width: 1440, height: 860 }
const BESIDE = { x: 1440, y: -200, width: 1920, height: 1040 }
const left: Place = { x: 1600, y: 20, width: 1000, height: 700, isMaximized: false }
const boundsOn = (...given: Parameters<typeof placeOn>) => placeOn(...given).bounds

it('opens the first time in the middle of the primary screen', () => {
  expect(boundsOn([LAPTOP, BESIDE], null)).toEqual({ x: 130, y: 20, width: 1180, height: 820 })
})

it('is never larger than its screen, nor asks to be', () => {
  // 1024×768 at scale 2, less a panel.
  const small = { x: 0, y: 0, width: 512, height: 360 }
  expect(placeOn([small], null)).toEqual({ bounds: small, smallest: { width: 512, height: 360 } })
  expect(placeOn([small], { ...left, x: 100, y: 100 }).bounds).toEqual(small)
})

it('opens where it was left, on the screen that it was on', () => {
  expect(boundsOn([LAPTOP, BESIDE], left)).toEqual({ x: 1600, y: 20, width: 1000, height: 700 })
})

it('comes back to a screen that is there, when its own is gone', () => {
  expect(boundsOn([LAPTOP], left)).toEqual({ x: 220, y: 80, width: 1000, height: 700 })
})

it('is moved inside when it hung over the edge, and counts as gone when only a corner is left', () => {
  const over = { ...left, x: 900, y: 400 }
  expect(boundsOn([LAPTOP], over)).toEqual({ x: 440, y: 160, width: 1000, height: 700 })
  const corner = { ...left, x: 1400, y: 840 }
  expect(boundsOn([LAPTOP], corner)).toEqual({ x: 220, y: 80, width: 1000, height: 700 })
})

it.each([
  '',
  'null',
  '7',
  '{"x": 1}',
  '{"x":0,"y":0,"width":0,"height":9}',
  '{"x":0,"y":0,"width":-9,"height":9}',
  '{"x":0,"y":"0","width":9,"height":9}',
  '{"x":1e99,"y":0,"width":9,"height":9}',
  '{"__proto__":{"x":0,"y":0,"width":9,"height":9}}',
])('takes no place from %s', (text) => {
  expect(placeIn(text)).toBeNull()
})

it('reads what it wrote', () => {
  expect(placeIn(JSON.stringify(left))).toEqual(left)
})
