import { html, type Html } from '../../electron/documents/html.ts'
import type { PackWords } from './texts/en/index.ts'

type Boxes = PackWords['dataFlow']['boxes']
type Box = {
  readonly name: keyof Boxes
  readonly x: number
  readonly y: number
  readonly w: number
}
type Region = Box & { readonly h: number }

/** Who owns what: the words of a region stand in its upper left corner. */
const REGIONS: readonly Region[] = [
  { name: 'computer', x: 4, y: 4, w: 352, h: 392 },
  { name: 'company', x: 364, y: 4, w: 128, h: 392 },
  { name: 'aws', x: 500, y: 4, w: 256, h: 236 },
  { name: 'spot', x: 500, y: 264, w: 256, h: 132 },
]
const HEIGHT = 42
const BOXES: readonly Box[] = [
  { name: 'browser', x: 20, y: 48, w: 124 },
  { name: 'window', x: 20, y: 150, w: 124 },
  { name: 'main', x: 212, y: 150, w: 128 },
  { name: 'keychain', x: 20, y: 252, w: 124 },
  { name: 'profile', x: 20, y: 334, w: 124 },
  { name: 'proxy', x: 386, y: 150, w: 84 },
  { name: 'signIn', x: 516, y: 48, w: 96 },
  { name: 'account', x: 516, y: 150, w: 88 },
  { name: 'bucket', x: 656, y: 150, w: 88 },
  { name: 'api', x: 516, y: 322, w: 88 },
  { name: 'eco', x: 656, y: 322, w: 88 },
]

type Line = {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  /** Of the flow in the table; '' for one that the program has no part in and the table does not list. */
  readonly number: string
  /** Where on the line its number stands, from 0 to 1. */
  readonly at: number
  readonly both: boolean
  readonly dashed: boolean
}
const line = (
  from: Line['from'],
  to: Line['to'],
  rest: Partial<Omit<Line, 'from' | 'to'>>,
): Line => ({ number: '', at: 0.5, both: false, dashed: false, ...rest, from, to })

const LINES: readonly Line[] = [
  line([144, 171], [212, 171], { number: '1', both: true }),
  line([228, 150], [144, 82], { number: '2', at: 0.45 }),
  line([144, 60], [270, 150], { number: '3', at: 0.42 }),
  line([340, 171], [386, 171], { both: true }),
  line([450, 150], [516, 80], { number: '4', both: true }),
  line([470, 171], [516, 171], { number: '5', both: true }),
  line([450, 192], [516, 332], { number: '6', at: 0.6 }),
  line([230, 192], [144, 266], { number: '7', both: true }),
  line([280, 192], [144, 350], { number: '8', both: true, at: 0.55 }),
  line([604, 171], [656, 171], { number: '9', dashed: true }),
  line([700, 322], [700, 192], { number: '10', dashed: true }),
  line([144, 54], [516, 54], { dashed: true, both: true }),
]

const at = (value: number): string => String(Math.round(value))

const boxOf = ({ name, x, y, w }: Box, words: Boxes): Html =>
  html`<rect
      class="part"
      x="${at(x)}"
      y="${at(y)}"
      width="${at(w)}"
      height="${at(HEIGHT)}"
      rx="6"
    />
    <text x="${at(x + w / 2)}" y="${at(y + HEIGHT / 2 + 4)}" text-anchor="middle"
      >${words[name]}</text
    >`

const regionOf = ({ name, x, y, w, h }: Region, words: Boxes): Html =>
  html`<rect class="region" x="${at(x)}" y="${at(y)}" width="${at(w)}" height="${at(h)}" rx="10" />
    <text class="owner" x="${at(x + 12)}" y="${at(y + 22)}">${words[name]}</text>`

function lineOf({ from, to, number, at: share, both, dashed }: Line): Html {
  const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  const drawn = html`<line
    class="${['flow', ...(dashed ? ['elsewhere'] : []), ...(both ? ['both'] : [])].join(' ')}"
    x1="${at(from[0])}"
    y1="${at(from[1])}"
    x2="${at(to[0])}"
    y2="${at(to[1])}"
  />`
  if (number === '') return drawn
  return html`${drawn}
    <circle cx="${at(x)}" cy="${at(y)}" r="9" />
    <text class="number" x="${at(x)}" y="${at(y + 3.5)}" text-anchor="middle">${number}</text>`
}

/** The data flow as a picture; all that it shows stands in the table beneath it as well. */
export const diagram = ({ alt, boxes }: PackWords['dataFlow']): Html =>
  html`<svg class="diagram" viewBox="0 0 760 400" role="img" aria-label="${alt}">
    <defs>
      <marker
        id="tip"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="7"
        markerHeight="7"
        orient="auto-start-reverse"
      >
        <path d="M0 0 L8 4 L0 8 z" />
      </marker>
    </defs>
    ${REGIONS.map((region) => regionOf(region, boxes))} ${LINES.map(lineOf)}
    ${BOXES.map((box) => boxOf(box, boxes))}
  </svg>`

export const DIAGRAM_STYLE = `
.diagram { display: block; width: 100%; height: auto; margin: 1rem 0; font: 12.5px system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
.diagram .region { fill: none; stroke: var(--line); stroke-width: 1.5; }
.diagram .part { fill: var(--card); stroke: var(--ink); }
.diagram text { fill: var(--ink); }
.diagram .owner { font-weight: 600; fill: var(--soft); }
.diagram .flow { stroke: var(--accent); stroke-width: 1.6; marker-end: url(#tip); }
.diagram .both { marker-start: url(#tip); }
.diagram .elsewhere { stroke-dasharray: 5 4; stroke: var(--soft); }
.diagram marker path { fill: var(--accent); }
.diagram circle { fill: var(--paper); stroke: var(--accent); }
.diagram .number { font-size: 10px; font-weight: 600; }
@media print { .diagram { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; } .diagram .part { fill: #f4f5f7; } }
`
