import { PORTRAIT } from '../../electron/documents/paper-style.ts'
import { DIAGRAM_STYLE } from './diagram.ts'

/** The look of the pack, besides that of all documents: wider on the screen, A4 whoever prints it. */
export const PACK_STYLE = `${PORTRAIT}
@page { size: A4; }
body { max-width: 62rem; }
nav ol, nav ul { columns: 2; column-gap: 2rem; padding-left: 1.8rem; }
nav li { break-inside: avoid; }
td p, th p { margin: .2rem 0 0; font-weight: 400; }
td, th { overflow-wrap: anywhere; }
thead th { overflow-wrap: normal; hyphens: auto; }
td div + div, th div + div { margin-top: .15rem; }
table.facts th { width: 25%; }
table.flows tbody th { width: 5%; } table.flows td:nth-child(2) { width: 20%; }
table.two tbody th { width: 36%; } table.three tbody th { width: 30%; }
table.hosts tbody th { width: 32%; } table.hosts td:nth-child(2) { width: 14%; }
table.places tbody th { width: 11%; } table.files tbody th { width: 34%; } table.files td:nth-child(3) { width: 24%; }
table.actions-of tbody th { width: 31%; } table.actions-of td:nth-child(2) { width: 14%; } table.actions-of td:nth-child(4) { width: 26%; }
table.role tbody th { width: 19%; hyphens: auto; } table.role td:nth-child(3) { width: 14%; } table.role code { font-size: .8em; }
table.messages tbody th { width: 20%; } table.messages td { width: 40%; }
table.fuses tbody th { width: 20%; } table.fuses td:nth-child(2) { width: 9%; }
table.waits tbody th { width: 40%; } table.settings tbody th { width: 50%; }
table.managed tbody th { width: 27%; } table.managed td { width: 38%; }
table.processes tbody th { width: 19%; }
table.installed tbody th { width: 20%; } table.installed td:nth-child(2) { width: 32%; } table.installed td:nth-child(4) { width: 18%; }
table.questions tbody th { width: 13%; } table.questions td:nth-child(3) { width: 23%; }
.open { border-left: .2rem solid var(--line); padding-left: .5rem; } .one { display: inline-block; margin-right: .9rem; }
table.role td:nth-child(2) { columns: 2; column-gap: 1rem; } table.role td:nth-child(2) > div { break-inside: avoid; }
table code { font-weight: 400; }
.tests { margin: .25rem 0 0; color: var(--soft); font-size: .8rem; line-height: 1.45; }
.tests span { display: block; }
.claims > li { margin: .55rem 0; }
figure { margin: 1rem 0; }
figure img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: .4rem; }
figcaption { margin-top: .3rem; color: var(--soft); font-size: .85rem; }
section { break-inside: auto; }
${DIAGRAM_STYLE}
@media print { table.role tr:has(td > div:nth-child(30)) { break-inside: auto; } table.role code { font-size: 7pt; } table.role td .soft { font-size: 8pt; } p:has(+ pre), p:has(+ div) { break-inside: avoid; break-after: avoid; } figure, svg, pre { break-inside: avoid; } h3 + p, h4 { break-after: avoid; } h4 { font-size: 9.5pt; margin-top: .9rem; } figure img { max-width: 150mm; } .tests { display: none; }
  nav ol, nav ul { columns: 2; } pre { font-size: 8pt; } }
@media (max-width: 36rem) { nav ol, nav ul, table.role td:nth-child(2) { columns: 1; } }
`
