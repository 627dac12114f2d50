import type { Plugin } from 'vite'

/**
 * How a chunk gets at another one, at a CommonJS module in that, and at a module of Node, before it is
 * minified. The bundler's own helpers are needed by every chunk at once; a module of Node that is used as
 * a default export is assigned anew in the next line.
 */
const REQUIRED = [
  /^const (require_\w+) = (require\("\.\/(?!rolldown-runtime\.)[^"]+"\));$/gm,
  /^(?:var|let|const) (import_\w+) = (require_\w+\.loaded\.require_\w+\(\));$/gm,
  /^let (node_\w+) = (require\("node:[^"]+"\));$(?!\n\1 = )/gm,
]

/**
 * Has a chunk load another one when it first needs something of it, and not when it is loaded itself:
 * what no start needs is not read, compiled and kept by every start. A chunk that is missing fails where
 * it is needed, as an error of what needed it. For chunks in CommonJS only.
 */
export function lazyRequires(): Plugin {
  return {
    name: 'lazy-requires',
    renderChunk: (code) => ({ code: lazily(code), map: null }),
  }
}

/** The code of a chunk with each of these put off to its first use. */
export const lazily = (code: string): string =>
  REQUIRED.reduce((before, required) => {
    const names = [...before.matchAll(required)].flatMap(([, name]) => name ?? [])
    const putOff = before.replaceAll(
      required,
      (_line, name: string, load: string) =>
        `const ${name} = { get loaded() { return (this.kept ??= ${load}); } };`,
    )
    // Such a name is never assigned and never handed on as a whole, only asked for a member.
    return names.reduce(
      (changed, name) => changed.replaceAll(new RegExp(`\\b${name}\\.`, 'g'), `${name}.loaded.`),
      putOff,
    )
  }, code)
