import type { Page } from 'playwright'

/** A text of the window: what stands in an element, or what it says to assistive technology. */
export type Shown = { readonly where: string; readonly text: string }

/** Has the app speak another of its languages, in the middle of whatever it is at. */
export async function speak(page: Page, language: string): Promise<void> {
  const accepted = await page.evaluate(async (id) => {
    const reply = await window.ecoConnect.send({ step: 'app', action: 'speak', language: id })
    return reply.accepted
  }, language)
  if (!accepted) throw new Error(`this build does not speak ${language}`)
  const spoken = async (): Promise<string> =>
    page.evaluate(async () => (await window.ecoConnect.snapshot()).language)
  if ((await spoken()) !== language) throw new Error('the snapshot names another language')
  // Its words are loaded when somebody is to read them.
  await page.locator(`html[data-language="${language}"]`).waitFor()
}

/**
 * Every text that can be seen in the window, or is said of what can be seen, in its order; but for what is
 * marked as of another language.
 */
export function textsIn(page: Page): Promise<readonly Shown[]> {
  return page.evaluate(() => {
    const shown: { where: string; text: string }[] = []
    const nameOf = (element: Element): string => {
      const { className } = element
      const classes = typeof className === 'string' ? className.split(' ')[0] : ''
      return `${element.localName}${classes ? `.${classes}` : ''}`
    }
    const add = (element: Element, kind: string, text: string | null): void => {
      if (text?.trim()) shown.push({ where: `${nameOf(element)} ${kind}`, text: text.trim() })
    }
    const walk = (element: Element): void => {
      if (['SCRIPT', 'STYLE', 'svg', 'SVG'].includes(element.tagName)) return
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: false })) return
      const { lang } = element instanceof HTMLElement ? element : document.body
      if (lang !== '' && lang !== document.documentElement.lang) return
      for (const name of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt'])
        add(element, name, element.getAttribute(name))
      for (const node of element.childNodes) {
        if (node instanceof Text) add(element, 'text', node.data)
        else if (node instanceof Element) walk(node)
      }
    }
    walk(document.body)
    return shown
  })
}

/** Every text of the newest snapshot: what the window shows that is no word of its own. */
export function valuesIn(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const found = new Set<string>()
    const collect = (node: unknown): void => {
      if (typeof node === 'string') {
        // As a whole, and by the lines and the items that are shown one by one.
        for (const text of [node, ...node.split('\n'), ...node.split(', ')]) found.add(text.trim())
      } else if (typeof node === 'object' && node !== null) Object.values(node).forEach(collect)
    }
    collect(await window.ecoConnect.snapshot())
    return [...found]
  })
}

/**
 * A text without what the pseudo-language has marked as its own. A sentence whose value is set apart
 * is in three texts: then its mark begins in one of them and ends in another.
 */
function withoutMarked(text: string): string {
  const rest = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '')
  if (rest !== text) return withoutMarked(rest)
  return rest.replace(/^[^⟦⟧]*⟧/, '').replace(/⟦[^⟦⟧]*$/, '')
}

/** What is typed in somewhere else, shown as an example of its form. */
const EXAMPLE = /^(https:\/\/\S+|export AWS_\w+="[^"]*")$/

/** A language's code, on the button that offers others. */
const CODE = /^[A-Z]{2}$/

/** The end of every bucket's name in an account's own namespace, shown beside the part that is typed. */
const ENDING = /^-\d{12}-[a-z0-9-]+-an$/

/**
 * A value is what no language changes: it has no letters, or it stands in the snapshot, in parts
 * where several are shown beside each other, or it is an example of what is typed in, or its ending.
 */
function isValue(text: string, values: readonly string[]): boolean {
  if (values.includes(text.trim()) || ENDING.test(text.trim()) || CODE.test(text.trim()))
    return true
  return text
    .split(/ · |, |\n/)
    .map((part) => part.trim().replaceAll(/^[“(]|[”):]$/g, ''))
    .every((part) => !/\p{L}/u.test(part) || EXAMPLE.test(part) || values.includes(part))
}

/** Whatever is shown in the pseudo-language and is neither a text of it nor a value. */
export const notTranslated = (
  shown: readonly Shown[],
  values: readonly string[],
): readonly Shown[] => shown.filter(({ text }) => !isValue(withoutMarked(text), values))
