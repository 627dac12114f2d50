import type { Clock } from '../base/clock.ts'
import { entryName } from './entry-name.ts'
import { classify, keychainFailure, mayWorkAnew } from './failure.ts'
import { createInTurn } from './in-turn.ts'
import { openLine } from './line.ts'
import type { KeychainProcess, Question } from './line.ts'
import type { KeychainReply } from './protocol.ts'

export type { KeychainProcess }

/**
 * The app's entries in the OS keychain. Failures are `AppFailure`s with the code `vault-missing`,
 * `vault-locked` or `vault-broken` and the fact `reason` (`failure.ts`).
 */
export type Keychain = {
  /** What the keychain's own program calls the entry of this account. */
  readonly entry: (account: string) => string
  /** Null says that the keychain gave nothing: no such entry, *or* locked, *or* a refused prompt. */
  readonly get: (account: string) => Promise<string | null>
  /** That it resolves is no proof: KeePassXC 2.7.4 says so also when the person refused it. */
  readonly set: (account: string, value: string) => Promise<void>
  /** False says that nothing was removed: no such entry, *or* locked, for this process at least. */
  readonly remove: (account: string) => Promise<boolean>
  /**
   * The next call asks in another process. For after a refusal: KeePassXC remembers "Deny All & Future"
   * for as long as a process lives and asks nobody, and asks about another one.
   */
  readonly renew: () => void
  /** Ends the process for good; the call in flight and every later one fails. */
  readonly stop: () => void
}

/** A person may be looking for a password to answer the prompt with. */
const TIMEOUT_MS = 120_000

type Answer = Extract<KeychainReply, { ok: true }>

/**
 * A keychain behind a process that is started at the first call, used for one call at a time, and
 * replaced after a call that failed, or that ran past `timeoutMs` (two minutes unless given). A few
 * failures are of one process alone: then a second one tries, within a limit of its own.
 */
export function createKeychain(options: {
  fork: () => KeychainProcess
  /** The name under which the entries stand there. */
  service: string
  clock: Clock
  timeoutMs?: number
}): Keychain {
  const { fork, service, clock, timeoutMs = TIMEOUT_MS } = options
  const inTurn = createInTurn()
  const line = openLine(fork, service)

  const limit = async (signal: AbortSignal): Promise<void> => {
    await clock.sleep(timeoutMs, signal)
    if (!signal.aborted) line.lose('timeout')
  }

  const attempt = async (question: Question): Promise<KeychainReply> => {
    const ended = new AbortController()
    try {
      const reply = line.exchange(question)
      // Past the limit `reply` itself rejects, so that there is one place that says why.
      limit(ended.signal).catch(() => undefined)
      return await reply
    } finally {
      line.hangUp()
      ended.abort()
    }
  }

  const ask = (question: Question): Promise<Answer> =>
    inTurn(async () => {
      const entry = entryName(service, question.account)
      const reply = await attempt(question)
      // The process that answered so is gone: the second one has a key of its own.
      const again = !reply.ok && mayWorkAnew(reply.message)
      return answerOf(entry, question, again ? await attempt(question) : reply)
    })

  return {
    entry: (account) => entryName(service, account),
    get: async (account) => (await ask({ kind: 'get', account })).value ?? null,
    set: async (account, value) => {
      await ask({ kind: 'set', account, value })
    },
    remove: async (account) => (await ask({ kind: 'delete', account })).deleted ?? false,
    renew: line.renew,
    stop: line.stop,
  }
}

function answerOf(entry: string, question: Question, reply: KeychainReply): Answer {
  if (reply.ok) return reply
  // No keychain is known to repeat the value in its message; none shall be able to.
  const message =
    question.kind === 'set' ? reply.message.replaceAll(question.value, '…') : reply.message
  const { code, reason } = classify(message)
  throw keychainFailure({ operation: question.kind, entry }, code, reason, message)
}
