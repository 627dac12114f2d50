import { partly, supports, without, type Answer } from './answer.ts'

const NO_MEDIA = 'The program has no audio and no video.'

/** WCAG 2.2, level AA. */
export const LEVEL_AA: readonly Answer[] = [
  without('1.2.4', 'Captions (Live)', NO_MEDIA),
  without('1.2.5', 'Audio Description (Prerecorded)', NO_MEDIA),
  supports('1.3.4', 'Orientation', 'The window has any shape that the screen allows.', 'whole'),
  without('1.3.5', 'Identify Input Purpose', 'No field asks for anything about the person.'),
  supports(
    '1.4.3',
    'Contrast (Minimum)',
    'Measured on every screen, light and dark.',
    'axe',
    'axeHelp',
    'axeOthers',
  ),
  supports(
    '1.4.4',
    'Resize Text',
    'The menu View enlarges everything, and nothing is cut off. At 200 % in a small window the checklist takes two rows.',
    'whole',
    'words',
  ),
  without('1.4.5', 'Images of Text', 'There are none.'),
  supports(
    '1.4.10',
    'Reflow',
    'Each state of the journey fits into a column of 320 pixels without scrolling sideways. Templates and policies are shown as text with their own line breaks and scroll in a frame.',
    'whole',
  ),
  partly(
    '1.4.11',
    'Non-text Contrast',
    'Edges of fields and marks of states are measured, light and dark. With forced colours they are drawn by the system and not measured.',
    'whole',
    'theme',
  ),
  supports(
    '1.4.12',
    'Text Spacing',
    'Nothing is cut off with the spacing that the criterion names.',
    'whole',
  ),
  supports(
    '1.4.13',
    'Content on Hover or Focus',
    'What a locked step will need appears in its line, covers nothing and stays.',
    'ahead',
  ),
  supports(
    '2.4.5',
    'Multiple Ways',
    'A step is reached by the checklist, by “Next”, by the overview of all connections; Help by its contents and a search.',
    'overview',
    'search',
  ),
  supports(
    '2.4.6',
    'Headings and Labels',
    'Each screen has one main heading that names the step.',
    'told',
  ),
  supports('2.4.7', 'Focus Visible', 'A ring of two pixels, never cut off.', 'rings'),
  supports(
    '2.4.11',
    'Focus Not Obscured (Minimum)',
    'What has the focus is scrolled into view, past the bar with the main action.',
    'rings',
    'keys',
  ),
  without('2.5.7', 'Dragging Movements', 'Nothing is dragged.'),
  supports('2.5.8', 'Target Size (Minimum)', 'Measured on every screen.', 'axe', 'axeOthers'),
  supports(
    '3.1.2',
    'Language of Parts',
    'Words of AWS and of Spot are marked as English in a window that speaks another language.',
    'german',
  ),
  supports(
    '3.2.3',
    'Consistent Navigation',
    'Header and checklist stand in the same place on every screen.',
    'order',
  ),
  supports(
    '3.2.4',
    'Consistent Identification',
    'The same action has the same words everywhere.',
    'told',
  ),
  supports(
    '3.3.3',
    'Error Suggestion',
    'A refused value is told with what it should be; an address or ARN that was pasted whole is offered as the value it holds.',
    'input',
    'template',
  ),
  supports(
    '3.3.4',
    'Error Prevention (Legal, Financial, Data)',
    'What would be created is shown with its cost and how to undo it before a button does it; nothing is deleted without a question of its own.',
    'keys',
  ),
  supports(
    '3.3.8',
    'Accessible Authentication (Minimum)',
    'The program asks for no password and no puzzle: the sign-in is on AWS’s page, and codes can be pasted.',
    'keys',
  ),
  supports(
    '4.1.3',
    'Status Messages',
    'What changes by itself is announced once, without taking the focus.',
    'told',
    'order',
  ),
]
