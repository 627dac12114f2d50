import { abilities } from './abilities.ts'
import { app } from './app.ts'
import { audit } from './audit.ts'
import { browserPage } from './browser-page.ts'
import { bucket } from './bucket.ts'
import { byHand } from './by-hand.ts'
import { changes } from './changes.ts'
import { choices } from './choices.ts'
import { connections } from './connections.ts'
import { costReport } from './cost-report.ts'
import { disconnectDialog } from './disconnect-dialog.ts'
import { disconnect } from './disconnect.ts'
import { errors } from './errors.ts'
import { facts } from './facts.ts'
import { handOver } from './hand-over.ts'
import { menu } from './menu.ts'
import { modes } from './modes.ts'
import { notifications } from './notifications.ts'
import { plan } from './plan.ts'
import { registration } from './registration.ts'
import { requirements } from './requirements.ts'
import { signIn } from './sign-in.ts'
import { someoneElse } from './someone-else.ts'
import { stack } from './stack.ts'
import { start } from './start.ts'
import { summary } from './summary.ts'
import { supportRequest } from './support-request.ts'
import { template } from './template.ts'
import { window } from './window.ts'

/** Everything that a person reads, in English. */
export const english = {
  abilities,
  app,
  audit,
  browserPage,
  bucket,
  byHand,
  changes,
  choices,
  connections,
  costReport,
  disconnectDialog,
  disconnect,
  errors,
  facts,
  handOver,
  menu,
  modes,
  notifications,
  plan,
  registration,
  requirements,
  signIn,
  someoneElse,
  stack,
  start,
  summary,
  supportRequest,
  template,
  window,
} as const
