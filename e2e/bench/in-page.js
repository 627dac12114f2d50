// @ts-check
/**
 * Runs in the measured page, before anything of the app: notes when the steps' states and the verdict
 * of a look change, and acts as somebody who needs no time. Nobody outside has to ask the page
 * meanwhile, which would cost time of its own.
 */

/**
 * @typedef {{ find: string, type?: string }} Move
 * @typedef {{ at: number, states: string }} Seen
 */

/** All that a person sees of how things stand, as one text: `plan=done sign-in=checking … verdict=`. */
const statesShown = () => {
  const lines = [...document.querySelectorAll('[data-step][data-status]')].map(
    (line) => `${line.getAttribute('data-step')}=${line.getAttribute('data-status')}`,
  )
  const verdict = document.querySelector('[data-verdict]')?.getAttribute('data-verdict') ?? ''
  return [...lines, `verdict=${verdict}`].join(' ')
}

/** @type {Seen[]} */
const seen = []
/** @type {Set<() => void>} */
const watchers = new Set()
const note = () => {
  const states = statesShown()
  if (seen.at(-1)?.states !== states) seen.push({ at: Date.now(), states })
  for (const look of watchers) look()
}
note()
new MutationObserver(note).observe(document, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['data-status', 'data-verdict', 'disabled', 'aria-disabled', 'class'],
})

/** The most that anything may take; milliseconds. */
const PATIENCE = 60_000

/**
 * Resolves with what `look` finds, as soon as a change of the page lets it find something.
 *
 * @template T @param {string} what @param {() => T | undefined} look @returns {Promise<T>}
 */
const found = (what, look) =>
  new Promise((resolve, reject) => {
    const ends = () => {
      watchers.delete(again)
      clearTimeout(timer)
    }
    const again = () => {
      const thing = look()
      if (thing === undefined) return
      ends()
      resolve(thing)
    }
    const timer = setTimeout(() => {
      ends()
      reject(new Error(`There never was ${what}. Shown at last: ${seen.at(-1)?.states}`))
    }, PATIENCE)
    watchers.add(again)
    again()
  })

/** What can be pressed or typed into now. @param {string} selector */
const usable = (selector) =>
  [...document.querySelectorAll(selector)].find(
    (one) =>
      one instanceof HTMLElement &&
      one.checkVisibility() &&
      !one.matches(':disabled, [aria-disabled="true"]'),
  )

/** As a keyboard would leave the field, for React too. @param {Element} field @param {string} text */
const typeInto = (field, text) => {
  // React overwrites the field's own setter, and takes what is set through it for its own doing.
  Reflect.set(HTMLInputElement.prototype, 'value', text, field)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

Reflect.set(globalThis, 'ecoBench', {
  seen,

  /** The first moment at which each text stands in the states, and none of the others. */
  /** @param {readonly string[]} texts @param {readonly string[]} [none] */
  reached: (texts, none = []) =>
    found(texts.join(' '), () => {
      const now = seen.at(-1)
      if (now === undefined) return undefined
      const words = now.states.split(' ')
      const all = texts.every((text) => words.includes(text))
      return all && !none.some((text) => words.includes(text)) ? now.at : undefined
    }),

  /** When the first thing that fits the selector was in the page. @param {string} selector */
  drawn: (selector) =>
    found(selector, () => (document.querySelector(selector) ? Date.now() : undefined)),

  /** Makes the moves one after the other, each as soon as it can be made; tells when. */
  /** @param {readonly Move[]} moves */
  async goes(moves) {
    /** @type {number[]} */
    const times = []
    for (const { find, type } of moves) {
      const thing = await found(find, () => usable(find))
      times.push(Date.now())
      if (type === undefined) /** @type {HTMLElement} */ (thing).click()
      else typeInto(thing, type)
      // What the app does at once is its own time: it is over when the next move is looked for.
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
    return times
  },
})
