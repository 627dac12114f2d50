import type { Page } from 'playwright'

/**
 * The words that the window breaks in their middle, as they are shown. What is no word but an address,
 * an ARN or another identifier of several parts may be broken between them.
 */
export function brokenWords(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const isBroken = (node: Text, start: number, end: number): boolean => {
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, end)
      const lines = new Set(
        [...range.getClientRects()].filter(({ width }) => width > 0).map(({ top }) => top),
      )
      return lines.size > 1
    }
    // After its hyphen a compound may go on in the next line.
    const isTorn = (node: Text, word: string, start: number): boolean =>
      [...word.matchAll(/[^-]+-*|-+/g)].some(({ 0: part, index }) =>
        isBroken(node, start + index, start + index + part.length),
      )
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const broken: string[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (!(node instanceof Text) || !node.parentElement?.checkVisibility()) continue
      if (node.parentElement.closest('pre, .code, .for-screen-readers')) continue
      for (const { 0: word, index } of node.data.matchAll(/\S+/g))
        if (!/\d|-.*-|[:/.].*[:/.]\w/.test(word) && isTorn(node, word, index))
          broken.push(`${word} in “${node.data}” of ${node.parentElement.className}`)
    }
    return broken
  })
}
