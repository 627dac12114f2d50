import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { App } from '../../../electron/app.ts'
import type { SignInAsk } from '../../../electron/contract/ask/sign-in.ts'
import type { Command } from '../../../electron/contract/commands.ts'
import type { Snapshot } from '../../../electron/contract/snapshot.ts'
import type { StepId } from '../../../electron/contract/steps.ts'
import {
  ACCOUNT,
  AT_CONSOLE,
  PERMISSION_SET,
  START_URL,
  SPOT_ACCOUNT,
  SPOT_TOKEN,
} from './answers.ts'

type Step = Snapshot['steps'][number]
type Answer = { readonly command: Command; readonly question: string }

/** What the checklist has shown as taken. Asking for it again later means that it was lost. */
function taken({ id, status }: Step): string[] {
  const ask = 'ask' in status ? status.ask : undefined
  if (id === 'sign-in') {
    if (status.kind === 'done') return ['sign-in', 'account', 'role']
    if (ask?.step !== 'sign-in') return []
    if (ask.stage === 'account') return ['sign-in']
    return ask.stage === 'role' ? ['sign-in', 'account'] : []
  }
  const accepted = status.kind === 'done' || (id === 'stack' && status.kind === 'pending')
  return accepted ? [id] : []
}

function signInAnswer(ask: SignInAsk): Answer | null {
  const step = 'sign-in'
  switch (ask.stage) {
    case 'start': {
      if (AT_CONSOLE) {
        const command = { step, action: 'start-console', method: 'browser' } as const
        return { question: 'sign-in', command }
      }
      const portal = { startUrl: START_URL, region: 'us-east-1', method: 'browser' } as const
      return { question: 'sign-in', command: { step, action: 'start', ...portal } }
    }
    case 'account': {
      const command = { step, action: 'choose-account', accountId: ACCOUNT } as const
      return { question: 'account', command }
    }
    case 'role': {
      const command = { step, action: 'choose-role', roleName: PERMISSION_SET } as const
      return { question: 'role', command }
    }
    default:
      return null
  }
}

/** What somebody who wants to get through answers, and the question that it answers. */
function answerTo({ id, status }: Step): Answer | null {
  if (status.kind !== 'todo') return null
  const { ask } = status
  switch (ask.step) {
    case 'plan': {
      const command = { step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' } as const
      return { question: id, command }
    }
    case 'sign-in':
      return signInAnswer(ask)
    case 'template':
      return {
        question: id,
        command: { step: 'template', action: 'approve', sha256: ask.review.sha256 },
      }
    case 'cost-report': {
      if (ask.stage !== 'choose') return null
      const fitting = ask.reports.find(({ fits }) => fits)
      const command: Command = fitting
        ? { step: 'cost-report', action: 'reuse', reportName: fitting.name }
        : { step: 'cost-report', action: 'create', reviewed: '', ...ask.draft }
      return { question: id, command }
    }
    case 'stack':
      if (ask.stage !== 'create') return null
      return {
        question: id,
        command: {
          step: 'stack',
          action: 'create',
          acknowledged: true,
          withoutExternalId: true,
          ...ask.form,
          values: ask.values,
        },
      }
    case 'registration': {
      const commands: Readonly<Record<typeof ask.token, Command>> = {
        none: { step: 'registration', action: 'connect', token: SPOT_TOKEN },
        unchecked: { step: 'registration', action: 'check-token' },
        checked: { step: 'registration', action: 'send', spotAccountId: SPOT_ACCOUNT },
      }
      return { question: id, command: commands[ask.token] }
    }
    case 'bucket':
      return null
  }
}

/** Why a person would be stuck here; '' when there is no reason. */
function stuck({ steps, notices, vault, wipe }: Snapshot): string {
  const [notice] = notices
  if (notice) return `told ${notice.code} at the start`
  if (vault.kind === 'unavailable')
    return `the vault is unavailable: ${JSON.stringify(vault.error)}`
  if (wipe.kind === 'failed') return `the wipe failed: ${wipe.error.code}`
  for (const step of steps) {
    const { status } = step
    if (status.kind === 'failed') return `${step.id} failed: ${JSON.stringify(status.error)}`
    if (status.kind === 'todo' && status.problem) return `${step.id}: ${status.problem.code}`
    if (status.kind === 'todo' && !answerTo(step)) return `${step.id} asks what nobody can answer`
  }
  return ''
}

/** What was taken, kept by the person across the app's crashes. */
function memoryIn(file: string): { has: (what: string) => boolean; add: (what: string) => void } {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const known = new Set(text.split('\n').filter((line) => line !== ''))
  return {
    has: (what) => known.has(what),
    add(what) {
      if (known.has(what)) return
      known.add(what)
      writeFileSync(file, `${what}\n`, { flag: 'a' })
    },
  }
}

/**
 * Answers what the checklist asks until the account is registered and the sign-in wiped. Throws as
 * soon as something fails, or is asked again after it had been shown as taken.
 */
export function person(app: Pick<App, 'command'>, first: Snapshot, memoryFile: string) {
  const memory = memoryIn(memoryFile)
  /** The status of each step that has been answered: it stands until the step shows another. */
  const answered = new Map<StepId, string>()
  let latest = first
  let finish: { resolve: () => void; reject: (reason: unknown) => void } | null = null

  const answer = async (step: Step, { command, question }: Answer): Promise<void> => {
    if (memory.has(question)) throw new Error(`asked again: ${question}`)
    answered.set(step.id, JSON.stringify(step.status))
    const reply = await app.command(command)
    if (!reply.accepted) throw new Error(`${step.id} refused: ${reply.error.code}`)
  }
  const look = (): void => {
    const why = stuck(latest)
    if (why !== '') throw new Error(why)
    for (const step of latest.steps) for (const what of taken(step)) memory.add(what)
    const registered = latest.steps.find(({ id }) => id === 'registration')?.status.kind === 'done'
    if (registered && latest.wipe.kind === 'wiped') finish?.resolve()
    for (const step of latest.steps) {
      const next = answerTo(step)
      if (!next || answered.get(step.id) === JSON.stringify(step.status)) continue
      answer(step, next).catch((error: unknown) => finish?.reject(error))
    }
  }
  return {
    sees(snapshot: Snapshot): void {
      latest = snapshot
      try {
        if (finish) look()
      } catch (error) {
        finish?.reject(error)
      }
    },
    finishes: (): Promise<void> =>
      new Promise((resolve, reject) => {
        finish = { resolve, reject }
        try {
          look()
        } catch (error) {
          reject(error)
        }
      }),
    shows: (): string => latest.steps.map(({ id, status }) => `${id} ${status.kind}`).join(', '),
  }
}
