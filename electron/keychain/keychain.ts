import type { Clock } from '../base/clock.ts'
import { classify, keychainFailure, mayWorkAnew, type VaultReason } from './failure.ts'
import { createInTurn } from './in-turn.ts'
import { type KeychainReply, type KeychainRequest, replyShape } from './protocol.ts'

/** A running `keychain-process.ts`, however it was started. */
export type KeychainProcess = {
  readonly postMessage: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

/**
 * The app's entries in the OS keychain. Failures are `AppFailure`s with the code `vault-missing`,
 * `vault-locked` or `vault-broken` and the fact `reason` (`failure.ts`).
 */
export type Keychain = {
  /** Null says that the keychain gave nothing: no such entry, *or* locked, *or* a refused prompt. */
  readonly get: (account: string) => Promise<string | null>
  readonly set: (account: string, value: string) => Promise<void>
  /** False says that nothing was removed: no such entry, *or* locked. */
  readonly remove: (account: string) => Promise<boolean>
  /** Ends the process for good; the call in flight and every later one fails. */
  readonly stop: () => void
}

/** A person may be looking for a password to answer the prompt with. */
const TIMEOUT_MS = 120_000

type Question =
  | { readonly kind: 'get' | 'delete'; readonly account: string }
  | { readonly kind: 'set'; readonly account: string; readonly value: string }
type Answer = Extract<KeychainReply, { ok: true }>
type Call = {
  readonly id: number
  readonly onReply: (reply: KeychainReply) => void
  /** The process is of no more use for this call. */
  readonly onLoss: (reason: VaultReason, message?: string) => void
}

/**
 * A keychain behind a process that is started at the first call, used for one call at a time, and
 * replaced after a call that failed, or that ran past `timeoutMs` (two minutes unless given).
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
  let current: KeychainProcess | null = null
  let call: Call | null = null
  let lastId = 0
  let stopped = false

  const start = (): KeychainProcess => {
    const started = fork()
    current = started
    started.onMessage((message) => {
      if (started === current) receive(message)
    })
    started.onExit(() => {
      if (started === current) lose('crash')
    })
    return started
  }

  const receive = (message: unknown): void => {
    const reply = replyShape.safeParse(message)
    if (!reply.success) lose('other')
    if (!reply.success || reply.data.id !== call?.id) return
    call.onReply(reply.data)
    // A process remembers a library that did not load and a message bus that went away.
    if (!reply.data.ok) retire()
  }

  /** Lets go of the process, dead or not: the next call starts another. */
  const retire = (): void => {
    const retired = current
    current = null
    retired?.kill()
  }

  const lose = (reason: VaultReason, message?: string): void => {
    retire()
    call?.onLoss(reason, message)
  }

  const exchange = (question: Question): Promise<KeychainReply> =>
    new Promise((resolve, reject) => {
      lastId += 1
      const { kind } = question
      const onLoss: Call['onLoss'] = (reason, message) =>
        reject(keychainFailure(kind, 'vault-broken', reason, message))
      if (stopped) {
        onLoss('stopped')
        return
      }
      call = { id: lastId, onReply: resolve, onLoss }
      try {
        const request: KeychainRequest = { ...question, id: lastId, service }
        const port = current ?? start()
        port.postMessage(request)
      } catch (error) {
        // The process could not be started, or is gone and its exit not yet heard of.
        lose('crash', error instanceof Error ? error.message : undefined)
      }
    })

  const limit = async (signal: AbortSignal): Promise<void> => {
    await clock.sleep(timeoutMs, signal)
    if (!signal.aborted) lose('timeout')
  }

  const attempt = async (question: Question): Promise<KeychainReply> => {
    const ended = new AbortController()
    try {
      const reply = exchange(question)
      // Past the limit `reply` itself rejects, so that there is one place that says why.
      limit(ended.signal).catch(() => undefined)
      return await reply
    } finally {
      call = null
      ended.abort()
    }
  }

  const ask = (question: Question): Promise<Answer> =>
    inTurn(async () => {
      const reply = await attempt(question)
      // The process that answered so is gone: the second one has a key of its own.
      const again = !reply.ok && mayWorkAnew(reply.message)
      return answerOf(question, again ? await attempt(question) : reply)
    })

  return {
    get: async (account) => (await ask({ kind: 'get', account })).value ?? null,
    set: async (account, value) => {
      await ask({ kind: 'set', account, value })
    },
    remove: async (account) => (await ask({ kind: 'delete', account })).deleted ?? false,
    stop: () => {
      stopped = true
      lose('stopped')
    },
  }
}

function answerOf(question: Question, reply: KeychainReply): Answer {
  if (reply.ok) return reply
  // No keychain is known to repeat the value in its message; none shall be able to.
  const message =
    question.kind === 'set' ? reply.message.replaceAll(question.value, '…') : reply.message
  const { code, reason } = classify(message)
  throw keychainFailure(question.kind, code, reason, message)
}
