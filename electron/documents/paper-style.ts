/*
 * How a page lies on paper: which way round, and in letters that every computer has. The size is the
 * printer's (`paper-size.ts`). Rows stay whole and the head of a table is repeated.
 */
const PRINT = `@media print {
  body { font: 9.5pt/1.4 "Liberation Sans", Arial, Helvetica, sans-serif; }
  code, pre { font: 8.5pt/1.4 "Liberation Mono", Consolas, Menlo, monospace; }
  h1 { font-size: 17pt; } h2 { margin-top: 1.6rem; font-size: 12.5pt; } h3 { font-size: 10.5pt; }
  table { font-size: inherit; } thead { display: table-header-group; } th { background: #f0f1f3; }
  th, td { padding: 1.1mm 1.8mm; }
  footer { margin-top: 1.5rem; break-inside: avoid; }
  .from, footer { font-size: 8.5pt; } }`

export const PORTRAIT = `@page { margin: 16mm 15mm 18mm; } ${PRINT}`
export const LANDSCAPE = `@page { size: landscape; margin: 12mm 13mm 15mm; } ${PRINT}
@media print { body { font-size: 8pt; } th, td { padding: .7mm 1.4mm; } p { margin: .25rem 0; }
  h1 { font-size: 15pt; } h2 { margin-top: 1rem; } }`
