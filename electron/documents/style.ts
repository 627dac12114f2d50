/** The look of the file: readable on screen in light and dark, and on paper. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #16191f; --soft: #545b64; --paper: #ffffff; --card: #f5f7fa;
  --line: #d1d5db; --accent: #0b5cad; --add: #e2f4e5; --drop: #fdeaea; --warn: #fff6e0; --warnline: #b7791f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e9ebed; --soft: #aab2bd; --paper: #10161d;
  --card: #1a222c; --line: #3a4553; --accent: #7cb8ff; --add: #123a20; --drop: #4a1d1f; --warn: #33290f;
  --warnline: #d9a441; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 50rem; padding: 2.5rem 1.5rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
h1 { margin: .25rem 0 .75rem; font-size: 1.8rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 .75rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); font-size: 1.3rem; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.08rem; }
h4 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p { margin: .5rem 0; }
a { color: var(--accent); text-underline-offset: .15em; overflow-wrap: anywhere; }
a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.from, .soft { color: var(--soft); }
.from { margin: 0; font-size: .9rem; }
.url { display: block; color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
code, pre { font: .875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
code { overflow-wrap: anywhere; }
pre { margin: .5rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card); white-space: pre-wrap; overflow-wrap: anywhere; }
pre ins, pre del { display: block; text-decoration: none; }
pre ins { background: var(--add); }
pre del { background: var(--drop); }
table { width: 100%; margin: .75rem 0; border-collapse: collapse; font-size: .95rem; }
th, td { padding: .45rem .75rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: var(--card); font-weight: 600; }
tbody th { width: 38%; }
.missing td:first-child code { white-space: nowrap; }
ol.steps { padding-left: 1.6rem; }
ol.steps > li { margin: .75rem 0; padding-left: .25rem; }
ol.steps > li::marker { color: var(--soft); font-weight: 600; }
ul { padding-left: 1.3rem; }
li { margin: .3rem 0; }
.box { margin: 1rem 0; padding: .75rem 1.1rem; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--card); }
.warn { border-color: var(--warnline); background: var(--warn); }
.box > :first-child { margin-top: 0; }
.box > :last-child { margin-bottom: 0; }
.actions { columns: 2; column-gap: 1.5rem; list-style: none; padding: 0; margin: .4rem 0; }
.actions li { margin: 0; break-inside: avoid; }
details { margin: .75rem 0; }
summary { cursor: pointer; color: var(--accent); }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .9rem; }
@media (max-width: 36rem) { .actions { columns: 1; } tbody th { width: auto; } }
@media print { :root { --ink: #000; --soft: #444; --paper: #fff; --card: #fff; --line: #999; --accent: #000;
    --add: #fff; --drop: #fff; --warn: #fff; --warnline: #000; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3, h4 { break-after: avoid; }
  tr, li, .box { break-inside: avoid; } }
`
