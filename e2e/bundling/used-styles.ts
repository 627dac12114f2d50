import { parse, type Rule } from 'postcss'
import type { Plugin } from 'vite'
import { hasText } from './texts.ts'

/** Asks for a custom property, and a class that says in which surroundings a component is drawn. */
const ASKED = /var\(\s*(--[\w-]+)/g
const PROPERTY = /--[\w-]+/g
const SURROUNDINGS = /^awsui-context-(.+)$/

/**
 * Leaves out of a build's stylesheets what cannot have an effect in it: Cloudscape's styles define every
 * colour, distance and time of its whole design, for each of its surroundings. A custom property goes if
 * no style asks for it and no script has its name; a rule goes if it is for surroundings whose name no
 * script has as a text. What would stand in for a property that the whole page has goes, too.
 */
export function usedStyles(): Plugin {
  return {
    name: 'used-styles',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle)
      const scripts = files.flatMap((file) => (file.type === 'chunk' ? file.code : [])).join('\n')
      const surroundings = new Map<string, boolean>()
      const isDrawn = (className: string): boolean => {
        const [, name] = SURROUNDINGS.exec(className) ?? []
        if (name === undefined) return true
        const drawn = surroundings.get(name) ?? hasText(scripts, name)
        surroundings.set(name, drawn)
        return drawn
      }
      const inScripts = new Set(scripts.match(PROPERTY))
      const sheets = files.flatMap((file) =>
        file.type === 'asset' && file.fileName.endsWith('.css') ? file : [],
      )
      let texts = sheets.map(({ source }) => String(source))
      // What one property alone asked for goes after it.
      for (let before = -1; before !== texts.join('').length;) {
        before = texts.join('').length
        const asked = new Set([...texts.join('\n').matchAll(ASKED)].map(([, name]) => name))
        const isUsed = (name: string): boolean => asked.has(name) || inScripts.has(name)
        texts = texts.map((text) => used(text, isUsed, isDrawn))
      }
      sheets.forEach((sheet, index) => (sheet.source = texts[index] ?? ''))
    },
  }
}

/** A custom property with what stands in for it where nothing defines it. */
const OTHERWISE = /var\((--[\w-]+),[^()]*\)/g
/** What a selector says that an element is not. */
const NEGATED = /:not\((?:[^()]|\([^()]*\))*\)/g

/** A stylesheet without the custom properties, and the rules for classes, that are not used. */
export function used(
  css: string,
  isUsed: (property: string) => boolean,
  isDrawn: (className: string) => boolean,
): string {
  const root = parse(css)
  const everywhere = new Set<string>()
  root.walkRules('body', (rule) => {
    if (!isAlways(rule)) return
    rule.walkDecls(/^--/, ({ prop }) => void everywhere.add(prop))
  })
  root.walkDecls(/^--/, (declaration) => {
    if (!isUsed(declaration.prop)) declaration.remove()
  })
  root.walkDecls((declaration) => {
    // From the inside out, as one may stand in for another.
    for (let before = ''; before !== declaration.value;) {
      before = declaration.value
      declaration.value = before.replaceAll(OTHERWISE, (asked, name: string) =>
        everywhere.has(name) ? `var(${name})` : asked,
      )
    }
  })
  root.walkRules((rule) => {
    const drawn = rule.selectors.filter((selector) =>
      [...selector.replaceAll(NEGATED, '').matchAll(/\.([\w-]+)/g)].every(([, name = '']) =>
        isDrawn(name),
      ),
    )
    if (drawn.length === 0 || rule.nodes.length === 0) rule.remove()
    else if (drawn.length < rule.selectors.length) rule.selectors = drawn
  })
  return root.toString()
}

/** Whether a rule holds in every window: a layer only ranks it, other at-rules make it conditional. */
function isAlways({ parent }: Rule): boolean {
  let around = parent
  while (around?.type === 'atrule' && around.name === 'layer') around = around.parent
  return around?.type === 'root'
}
