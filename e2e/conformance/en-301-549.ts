import { partly, supports, without, type Answer } from './answer.ts'

/** A chapter of EN 301 549 V3.2.1; `note` stands for all of it where nothing of it applies. */
export type Chapter = {
  readonly number: string
  readonly name: string
  readonly note: string
  readonly answers: readonly Answer[]
}

const LINUX_ONLY =
  'Read from the accessibility tree of the desktop (AT-SPI) on Linux. On Windows and macOS Chromium offers the same tree by UI Automation and NSAccessibility; that was not looked at with assistive technology there.'

const onLinux = (
  number: string,
  name: string,
  ...shownBy: Parameters<typeof partly>[3][]
): Answer => partly(number, name, LINUX_ONLY, ...shownBy)

export const CHAPTERS: readonly Chapter[] = [
  {
    number: '4',
    name: 'Functional performance statements',
    note: '',
    answers: [
      partly(
        '4.2.1',
        'Usage without vision',
        'Everything is told by name, role and state, and done by keyboard. A whole journey was listened to with Orca on Linux; no blind person has tested it, and no screen reader of Windows or macOS.',
        'told',
        'keys',
      ),
      supports(
        '4.2.2',
        'Usage with limited vision',
        'Enlarged to 400 % in one column, light, dark, high contrast and forced colours.',
        'whole',
        'theme',
        'forced',
      ),
      supports(
        '4.2.3',
        'Usage without perception of colour',
        'States differ by words and shape.',
        'differs',
        'forced',
      ),
      supports('4.2.4', 'Usage without hearing', 'The program makes no sound.'),
      supports('4.2.5', 'Usage with limited hearing', 'The program makes no sound.'),
      supports('4.2.6', 'Usage with no or limited vocal capability', 'Nothing is spoken.'),
      supports(
        '4.2.7',
        'Usage with limited manipulation or strength',
        'Ten clicks, or keys alone; targets of 24 pixels at least.',
        'keys',
        'axe',
      ),
      supports('4.2.8', 'Usage with limited reach', 'A program for a computer of any kind.'),
      supports('4.2.9', 'Minimize photosensitive seizure triggers', 'Nothing flashes.'),
      supports(
        '4.2.10',
        'Usage with limited cognition, language or learning',
        'One question at a time, plain words, a glossary, nothing lost when it is closed, a way to let somebody else do a step.',
        'glossary',
        'differs',
      ),
      supports(
        '4.2.11',
        'Privacy',
        'Fields of secrets are hidden and told as such; nothing is read aloud that is not shown.',
        'told',
      ),
    ],
  },
  {
    number: '5',
    name: 'Generic requirements',
    note: '',
    answers: [
      without('5.1', 'Closed functionality', 'Assistive technology of the system can be used.'),
      supports(
        '5.2',
        'Activation of accessibility features',
        'High contrast, forced colours and less motion follow the system’s settings.',
        'theme',
        'forced',
      ),
      without('5.3', 'Biometrics', 'The program uses none.'),
      partly(
        '5.4',
        'Preservation of accessibility information during conversion',
        'Headings, tables, language and title of a page go into its PDF as tags. That the file conforms to PDF/UA is not proven.',
        'papers',
      ),
      without('5.5', 'Operable parts', 'Software only.'),
      without('5.6', 'Locking or toggle controls', 'Software only.'),
      without('5.7', 'Key repeat', 'A matter of the system.'),
      without('5.8', 'Double-strike key acceptance', 'A matter of the system.'),
      supports(
        '5.9',
        'Simultaneous user actions',
        'No two things have to be done at once; keys of the menu have entries there.',
        'keys',
      ),
    ],
  },
  {
    number: '6',
    name: 'ICT with two-way voice communication',
    note: 'The program has none.',
    answers: [],
  },
  {
    number: '7',
    name: 'ICT with video capabilities',
    note: 'The program has none.',
    answers: [],
  },
  { number: '8', name: 'Hardware', note: 'Software only.', answers: [] },
  {
    number: '9',
    name: 'Web',
    note: 'No web page is part of the product. The page that the browser shows at the end of a sign-in is a sentence, with its title and language.',
    answers: [],
  },
  {
    number: '10',
    name: 'Non-web documents',
    note: '',
    answers: [
      partly(
        '10.1 to 10.4',
        'The criteria of WCAG for documents',
        'Pages that are saved have a title, a language, headings and tables with headers, in the colours of print; they hold no script. As PDF they are tagged, and PDF/UA is not proven.',
        'papers',
      ),
    ],
  },
  {
    number: '11',
    name: 'Software',
    note: '',
    answers: [
      supports(
        '11.1.1 to 11.4.1.3',
        'The criteria of WCAG for software',
        'As in the tables of WCAG above, with what is said there of 2.2.1 and 1.4.11.',
        'axe',
      ),
      without('11.5.1', 'Closed functionality', 'The program is not closed.'),
      without('11.5.2.1', 'Support for software with a user interface', 'No platform.'),
      without('11.5.2.2', 'Support for assistive technologies', 'No platform.'),
      onLinux('11.5.2.3', 'Use of accessibility services', 'told', 'menu'),
      without('11.5.2.4', 'Assistive technology', 'The program is none.'),
      onLinux('11.5.2.5', 'Object information', 'told'),
      onLinux('11.5.2.6', 'Row, column, and headers', 'axe', 'axeOthers'),
      onLinux('11.5.2.7', 'Values', 'told'),
      onLinux('11.5.2.8', 'Label relationships', 'axe', 'told'),
      onLinux('11.5.2.9', 'Parent-child relationships', 'told', 'menu'),
      onLinux('11.5.2.10', 'Text', 'told'),
      onLinux('11.5.2.11', 'List of available actions', 'told'),
      onLinux('11.5.2.12', 'Execution of available actions', 'keys'),
      onLinux('11.5.2.13', 'Tracking of focus and selection attributes', 'order', 'told'),
      onLinux('11.5.2.14', 'Modification of focus and selection attributes', 'keys'),
      onLinux('11.5.2.15', 'Change notification', 'told', 'order'),
      onLinux('11.5.2.16', 'Modifications of states and properties', 'told'),
      onLinux('11.5.2.17', 'Modifications of values and text', 'keys'),
      without('11.6.1', 'User control of accessibility features', 'No platform.'),
      supports(
        '11.6.2',
        'No disruption of accessibility features',
        'No key of the system or of a screen reader is taken.',
        'keys',
      ),
      partly(
        '11.7',
        'User preferences',
        'Appearance, contrast, forced colours, less motion and the scale of the screen are followed. A font size set for the desktop alone is not: the menu View enlarges the window.',
        'theme',
        'forced',
      ),
      without('11.8', 'Authoring tools', 'Its documents are made from its own forms, not edited.'),
    ],
  },
  {
    number: '12',
    name: 'Documentation and support services',
    note: '',
    answers: [
      supports(
        '12.1.1',
        'Accessibility and compatibility features',
        'This report, and the keys of Help and of the menu.',
        'help',
      ),
      supports(
        '12.1.2',
        'Accessible documentation',
        'Help is part of the window, and all that is said of the window is true of it.',
        'axeHelp',
        'search',
      ),
      without('12.2', 'Support services', 'Of whoever distributes the program; not part of it.'),
    ],
  },
  {
    number: '13',
    name: 'ICT providing relay or emergency service access',
    note: 'The program has none.',
    answers: [],
  },
]
