import type { CommandReply } from '../contract/bridge.ts'
import type { Command } from '../contract/commands.ts'
import { ASKING_ACTIONS, COMMON_ACTIONS } from '../contract/common-actions.ts'
import { toAppError } from '../errors/failure.ts'
import { masked } from '../base/masking.ts'

/** A change that the person has asked for: which command, and the name it is about, '' if none. */
export type Change = { readonly step: string; readonly action: string; readonly about: string }

const LONGEST_NAME = 300

/** What a command changes outside, or null for one that only reads, shows or remembers. */
export function changeAskedBy(command: Command): Change | null {
  const about = aboutWhat(command)
  if (about === null) return null
  const { step, action } = command
  return { step, action, about: masked(about).slice(0, LONGEST_NAME) }
}

/** Carries out commands as `carryOut` does, and writes down before what each is to change. */
export function recordingChanges<Received extends Command>(
  audit: {
    readonly change: (change: Change) => void
    readonly refused: (change: Change, code: string) => void
  },
  carryOut: (received: Received) => Promise<CommandReply>,
): (received: Received) => Promise<CommandReply> {
  return async (received) => {
    const change = changeAskedBy(received)
    if (!change) return carryOut(received)
    audit.change(change)
    try {
      const reply = await carryOut(received)
      if (!reply.accepted) audit.refused(change, reply.error.code)
      return reply
    } catch (error) {
      audit.refused(change, toAppError(error).code)
      throw error
    }
  }
}

function aboutWhat(command: Command): string | null {
  // What the checklist answers for every step changes nothing outside.
  const common: readonly string[] = [...COMMON_ACTIONS, ...ASKING_ACTIONS]
  if (common.includes(command.action)) return null
  switch (command.step) {
    case 'sign-in':
      // A decision that whoever reviews the connection has to find again.
      if (command.action === 'accept-payer') return command.payers
      return command.action === 'sign-out' || command.action === 'accept-root' ? '' : null
    case 'cost-report':
      if (command.action === 'remove-bucket') return `bucket ${command.bucketName}`
      return command.action === 'create' ? command.reportName : null
    case 'bucket':
      return command.action === 'repair' || command.action === 'recreate' ? '' : null
    case 'template':
      return command.action === 'approve' ? `sha256 ${command.sha256}` : null
    case 'stack':
      if (command.action === 'create') {
        const { stackName, externalId, withoutExternalId } = command
        const isDecided = withoutExternalId && externalId.trim() === ''
        return isDecided ? `${stackName} (external ID: none)` : stackName
      }
      return command.action === 'delete-failed' ? '' : null
    case 'registration':
      if (command.action === 'send') return command.spotAccountId
      return command.action === 'confirm-done' || command.action === 'confirm-request-sent'
        ? ''
        : null
    case 'support':
      if (command.action === 'role-given') return command.roleArn
      return command.action === 'confirm-connected' || command.action === 'not-connected'
        ? ''
        : null
    case 'disconnect':
      return command.action === 'remove' ? `${command.item} ${command.name}` : null
    case 'app':
      return command.action === 'wipe' ? '' : null
    case 'vault':
      return command.action === 'forget' ? '' : null
    case 'file':
    case 'plan':
    case 'connections':
    case 'help':
    case 'paper':
    // The record itself goes then.
    case 'erasure':
      return null
    default:
      // A step that says nothing of its commands: each of them is written down.
      return ''
  }
}
