import type { ErrorTrait } from '../trait.ts'

/** What the person’s organization has decided on this computer. */
export const policyErrors = {
  /** `setting` is the name of the setting (`managed/settings.ts`), `value` what was refused. */
  'set-by-organization': { family: 'policy', who: 'it-department', facts: ['setting', 'value?'] },
  /**
   * The policy cannot be obeyed, and nothing is done without it. `place` is its file or its key in the
   * registry, `cause` one of `managed/unusable.ts`, `setting` and `line` where in it.
   */
  'policy-unusable': {
    family: 'policy',
    who: 'it-department',
    facts: ['place', 'cause', 'setting?', 'line?', 'version'],
  },
  /** The record of calls is to be written into this folder, too. */
  'audit-copy-failed': { family: 'app', who: 'it-department', facts: ['folder', 'reason'] },
} as const satisfies Readonly<Record<string, ErrorTrait>>
