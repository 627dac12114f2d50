import type { PackWords } from '../en/index.ts'
import { dataFlow } from './data-flow.ts'
import { frame } from './frame.ts'
import { guide } from './guide.ts'
import { hardening } from './hardening.ts'
import { hosts } from './hosts.ts'
import { limits } from './limits.ts'
import { logs } from './logs.ts'
import { managed } from './managed.ts'
import { network } from './network.ts'
import { permissions } from './permissions.ts'
import { questionnaire } from './questionnaire.ts'
import { revocation } from './revocation.ts'
import { rollout } from './rollout.ts'
import { spotRole } from './spot-role.ts'
import { storage } from './storage.ts'
import { summary } from './summary.ts'
import { support } from './support.ts'
import { threatModel } from './threat-model.ts'

export const german: PackWords = {
  frame,
  dataFlow,
  hosts,
  network,
  storage,
  logs,
  permissions,
  spotRole,
  hardening,
  threatModel,
  rollout,
  managed,
  revocation,
  summary,
  support,
  limits,
  questionnaire,
  guide,
}
