/** A test that shows something, by the words of its title in the file. */
export type Evidence = { readonly file: string; readonly title: string }

const of = (file: string, title: string): Evidence => ({ file: `e2e/${file}.spec.ts`, title })

/** The tests that answers of this report rest on: all run in the real window. */
export const tests = {
  axe: of('accessibility', 'every screen of the journey passes axe, light and dark'),
  axeHelp: of('accessibility', 'Help, its pages and what it found pass axe, light and dark'),
  axeOthers: of(
    'accessibility',
    'the overview of all, and removing everything, pass axe, light and dark',
  ),
  told: of(
    'read-aloud',
    'each state of a journey is told: one heading, names that differ, states, in order',
  ),
  menu: of('read-aloud', 'a menu is told by plain names, and behind a dialog there is nothing'),
  reasons: of(
    'read-aloud',
    'what cannot be pressed yet is told with its reason, and what is waited for in words',
  ),
  keys: of(
    'keyboard-journey',
    'from zero to registered by keyboard alone, at ${size.width}×${size.height}',
  ),
  skip: of(
    'keyboard',
    'three keys at most lead to the first answer, with the skip link and without',
  ),
  refused: of('keyboard', 'a refused value has the focus, each time'),
  differ: of('keyboard', 'the parts of the sign-in sound different'),
  forced: of(
    'keyboard',
    'with forced colours every state has a mark, and the step that is shown a frame',
  ),
  rings: of('plain-words', 'no focus ring is cut off, in any step and at two sizes'),
  words: of('plain-words', 'no word is broken in its middle, at any width'),
  whole: of(
    'conformance',
    'each state is whole in one column and with wide spacing, and its controls stand out',
  ),
  order: of(
    'flow',
    'each step that the window goes to has the focus, in order, and is named aloud',
  ),
  title: of('window-manners', 'the title bar says which step is shown, and of which connection'),
  theme: of('window-manners', 'a high-contrast theme of the desktop is followed'),
  language: of(
    'language',
    'every word on every screen of a journey is exchanged, and nothing that was typed',
  ),
  german: of('german', 'every screen of a journey is German, whole, and by the rules of axe'),
  papers: of(
    'papers',
    'a finished journey: its record and its calls are sound PDFs, the same bytes each time',
  ),
  input: of('bad-input', 'a report name or bucket that is taken is told beside its field'),
  template: of(
    'bad-input',
    'template files: what cannot be used is explained, what can is reviewed',
  ),
  help: of(
    'help',
    'F1, the menu and the button open it; Escape closes it and gives the focus back',
  ),
  search: of(
    'help',
    'it is searched by keyboard alone, forgivingly, and says when there is nothing',
  ),
  glossary: of('glossary', 'each mark beside a word opens the page about that word'),
  overview: of('overview', 'all connections side by side: how each stands, and a click opens it'),
  ahead: of(
    'ahead',
    'a locked step says what it will need and how long it takes, once somebody looks at it',
  ),
  differs: of(
    'ahead',
    'what the person may not do, and what waits for a colleague or for AWS, differs in words and in shape',
  ),
} as const

export type TestName = keyof typeof tests
