import { readFileSync } from 'node:fs'
import path from 'node:path'
import { html, type Html } from '../../electron/documents/html.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { joined } from './parts.ts'

/** The document itself: in English, with the test of each claim. */
const readDocument = (): string =>
  readFileSync(path.join(repositoryRoot, 'resources', 'security', 'threat-model.md'), 'utf8')

export type Threat = {
  readonly heading: string
  /** Who it is and what stops them, block by block. */
  readonly blocks: readonly Block[]
}
type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'claims'; readonly claims: readonly Claim[] }
type Claim = { readonly text: string; readonly tests: readonly Named[] }
type Named = { readonly file: string; readonly title: string }

const unwrapped = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ').trim()

/** Its parts, the introduction left out. Each was made for one kind of attacker. */
export function threats(document = readDocument()): readonly Threat[] {
  return document
    .split('\n## ')
    .slice(1)
    .map((part) => {
      const [heading = '', ...rest] = part.split('\n')
      const blocks = rest
        .join('\n')
        .trim()
        .split(/\n\n+/)
        .map((block) => blockOf(block.trim()))
      return { heading: heading.trim(), blocks }
    })
}

function blockOf(text: string): Block {
  if (!text.startsWith('- ')) return { kind: 'paragraph', text: unwrapped(text) }
  return { kind: 'claims', claims: `\n${text}`.split('\n- ').slice(1).map(claimOf) }
}

function claimOf(text: string): Claim {
  const [said = '', ...links] = text.split(/\n\s+- \[/)
  const tests = links.map((link) => {
    const [, file = '', title = ''] = /^([^\]]+)\]\([^)]+\): `([^`]+)`/.exec(unwrapped(link)) ?? []
    return { file, title }
  })
  return { text: unwrapped(said), tests }
}

/** Emphasis and code of the document, as far as it has them. */
function inline(text: string): Html {
  const pieces = text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((piece) => {
    if (piece.startsWith('`')) return html`<code>${piece.slice(1, -1)}</code>`
    if (piece.startsWith('**')) return html`<strong>${piece.slice(2, -2)}</strong>`
    return html`${piece}`
  })
  return { kind: 'html', markup: pieces.map(({ markup }) => markup).join('') }
}

/** One part as it is read; the tests are folded under the claim that they prove. */
export function threatPart({ heading, blocks }: Threat, id: string, shownBy: string): Html {
  return html`<h3 id="${id}">${heading}</h3>
    ${joined(blocks.map((block) => drawn(block, shownBy)))}`
}

function drawn(block: Block, shownBy: string): Html {
  if (block.kind === 'paragraph') return html`<p>${inline(block.text)}</p>`
  return html`<ul class="claims">
    ${block.claims.map(
      ({ text, tests }) =>
        html`<li>${inline(text)} ${tests.length === 0 ? html`` : testsOf(tests, shownBy)}</li>`,
    )}
  </ul>`
}

/** Each file once, with all of its tests that a claim names. */
function testsOf(tests: readonly Named[], shownBy: string): Html {
  const files = [...new Set(tests.map(({ file }) => file))]
  const titlesIn = (file: string): string =>
    tests
      .filter((test) => test.file === file)
      .map(({ title }) => `“${title}”`)
      .join(' · ')
  return html`<p class="tests">
    ${shownBy} ${files.map((file) => html`<span><code>${file}</code> ${titlesIn(file)}</span>`)}
  </p>`
}
