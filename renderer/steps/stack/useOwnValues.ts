import { useState } from 'react'
import type { StackAsk } from '../../../electron/contract/ask/stack.ts'
import type { TemplateParameter } from '../../../electron/contract/ask/template.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ownParameters } from './stackForm.ts'

export type OwnValues = {
  /** What is in the fields of the template's own parameters, by their names. */
  readonly all: Readonly<Record<string, string>>
  readonly set: (parameter: TemplateParameter, value: string) => void
  /** Forgets what is to be kept nowhere. */
  readonly forget: () => void
}

const draftName = (name: string) => `parameter:${name}` as const

/** Values of the template's own parameters: drafts like any other, but for those that are hidden. */
export function useOwnValues(ask: StackAsk): OwnValues {
  const parameters = ownParameters(ask)
  const names = parameters.map(({ name }) => [draftName(name), ask.values[name] ?? ''] as const)
  const draft = useDraft<string>('stack', Object.fromEntries(names))
  // Secrets: held here only until they are handed to the main process.
  const [secrets, setSecrets] = useState<Readonly<Record<string, string>>>({})
  const valueOf = ({ name, hidden }: TemplateParameter): string =>
    hidden ? (secrets[name] ?? '') : draft.get(draftName(name))
  return {
    all: Object.fromEntries(parameters.map((one) => [one.name, valueOf(one)])),
    set: ({ name, hidden }, value) => {
      if (hidden) setSecrets((before) => ({ ...before, [name]: value }))
      else draft.set(draftName(name), value)
    },
    forget: () => setSecrets({}),
  }
}
