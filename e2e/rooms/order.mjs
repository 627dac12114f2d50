/**
 * The direction of imports, as one order: a room imports from itself and from those before it, never
 * from one after it, types included. A room is a folder with what is in it, as far as no room of its
 * own is in it. To add a room, put it where everything that it needs comes before it.
 */
export const ROOMS = [
  // The kernel: it knows no service.
  'electron/base',
  'electron/errors',
  'electron/contract',
  // What services stand on.
  'electron/files',
  'electron/network',
  // What an organization has decided, which services and steps obey.
  'electron/managed',
  // The services; none knows a step.
  'electron/aws/client',
  'electron/aws/sign-in',
  'electron/aws/iam',
  'electron/aws/s3',
  'electron/aws/cur',
  'electron/aws/cloudformation',
  'electron/aws/removal',
  'electron/spot',
  'electron/keychain',
  'electron/template',
  // What runs steps, without knowing one.
  'electron/checklist',
  // Words, and what is written with them.
  'electron/texts',
  'electron/documents',
  'electron/audit',
  // The steps; a later one may ask an earlier one.
  'electron/steps/shared',
  'electron/steps/plan',
  'electron/steps/template',
  'electron/steps/sign-in',
  'electron/steps/bucket',
  'electron/steps/cost-report',
  'electron/steps/stack',
  'electron/steps/registration',
  // A step that needs no other has no line of its own.
  'electron/steps/*',
  'electron/steps',
  'electron/preflight',
  'electron/health',
  'electron/disconnect',
  'electron/hand-over',
  // What puts everything together.
  'electron/connection',
  'electron/start',
  'electron/shell',
  'electron',
  // The window.
  'renderer/bridge',
  'renderer/checklist',
  'renderer/parts',
  'renderer/help',
  'renderer/hand-over',
  'renderer/health',
  'renderer/steps/plan',
  'renderer/steps/template',
  'renderer/steps/sign-in',
  'renderer/steps/bucket',
  'renderer/steps/cost-report',
  'renderer/steps/stack',
  'renderer/steps/registration',
  'renderer/steps/*',
  'renderer/steps',
  'renderer/preflight',
  'renderer/disconnect',
  'renderer/connection',
  'renderer/layout',
  'renderer',
  // The far side, and what unit tests share; the app comes before them and knows none of them.
  'e2e/simulator',
  'electron/testing',
  'electron/keychain/testing',
  'electron/aws/testing',
  'electron/steps/testing',
  'renderer/checklist/testing',
  'unit tests',
  // The real window, and what is measured and tried in it.
  'e2e/rooms',
  'e2e/bundling',
  'e2e/managed',
  'e2e/runtime',
  'e2e/actions',
  'e2e/supply-chain',
  'e2e/packaging/installation',
  'e2e/packaging/verification',
  // Of what is installed and verified, and before what packages it.
  'e2e/review-pack',
  'e2e/packaging/formats',
  'e2e/packaging/stand-ins',
  'e2e/packaging',
  'e2e/packaging/proofs',
  'e2e/journeys',
  'e2e/load',
  'e2e/network',
  'e2e/assistive',
  'e2e/conformance',
  'e2e/profiles',
  'e2e/errors',
  'e2e/faults',
  'e2e/rounds',
  'e2e/crashes',
  'e2e/policies',
  'e2e/hostile-starts',
  'e2e/installers',
  'e2e/desktops',
  'e2e/demo',
  'e2e/counts',
  'e2e/bench',
  'e2e',
]

/** All that the window knows of the other process: shapes, what is true of a code, and words. */
const SHOWN_TO_RENDERER = [
  'electron/base/visible.ts',
  'electron/contract/',
  'electron/errors/app-error.ts',
  'electron/errors/catalogue.ts',
  'electron/texts/',
]

/** The room of a file (path from the project's folder, with `/`); '' for one that is in none. */
function roomOf(file) {
  if (/^(electron|renderer)\/.*\.test\.ts$/.test(file)) return 'unit tests'
  const rooms = ROOMS.filter((room) => file.startsWith(`${room}/`))
  const room = rooms.toSorted((a, b) => b.length - a.length)[0] ?? ''
  if (!file.slice(room.length + 1).includes('/')) return room
  // A folder that was just made: files beside the rooms belong to the whole, folders do not.
  if (STEPS.includes(room)) return `${room}/*`
  return WHOLES.includes(room) ? '' : room
}

const STEPS = ['electron/steps', 'renderer/steps']
const WHOLES = ['electron', 'renderer', 'e2e']

/** Why `from` must not import `to`; '' when it may. */
export function objection(from, to) {
  const here = roomOf(from)
  const there = roomOf(to)
  // The tools' own settings lie beside the rooms.
  if (!from.includes('/')) return ''
  if (here === '') return `“${from}” is in no room: give its folder a place in e2e/rooms/order.mjs.`
  if (there === '') return ''
  if (ROOMS.indexOf(there) > ROOMS.indexOf(here))
    return `“${there}” comes after “${here}” in e2e/rooms/order.mjs: imports go the other way.`
  const inWindow = here.startsWith('renderer') && !here.endsWith('testing')
  if (
    inWindow &&
    to.startsWith('electron/') &&
    !SHOWN_TO_RENDERER.some((one) => to.startsWith(one))
  )
    return 'The window knows the contract, what is true of error codes, and words; nothing that runs.'
  return ''
}
