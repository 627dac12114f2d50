import { entryName } from './entry-name.ts'
import { keychainFailure, meansNoAnswer, type VaultReason } from './failure.ts'
import { type KeychainReply, type KeychainRequest, replyShape } from './protocol.ts'

/** A running `keychain-process.ts`, however it was started. */
export type KeychainProcess = {
  readonly postMessage: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly onExit: (listener: () => void) => void
  /** What the process, or a library in it, writes to its standard error. */
  readonly onComplaint: (listener: (text: string) => void) => void
  readonly kill: () => void
}

export type Question =
  | { readonly kind: 'get' | 'delete'; readonly account: string }
  | { readonly kind: 'set'; readonly account: string; readonly value: string }
type Call = {
  readonly id: number
  readonly onReply: (reply: KeychainReply) => void
  /** The process is of no more use for this call. */
  readonly onLoss: (reason: VaultReason, message?: string) => void
}

/** A line to the keychain's process, for one call at a time. */
export type Line = {
  /** Starts the process when there is none, asks it, and waits for as long as it takes. */
  readonly exchange: (question: Question) => Promise<KeychainReply>
  /** The call is over: what comes now is no answer to it. */
  readonly hangUp: () => void
  /** Lets go of the process between two calls: the next question is asked by another one. */
  readonly renew: () => void
  /** Lets go of the process; the call in flight fails for this reason. */
  readonly lose: (reason: VaultReason) => void
  /** Lets go of it for good; every later call fails. */
  readonly stop: () => void
}

export function openLine(fork: () => KeychainProcess, service: string): Line {
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
    started.onComplaint((text) => {
      if (started === current && meansNoAnswer(text)) lose('closed')
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

  return {
    exchange: (question) =>
      new Promise((resolve, reject) => {
        lastId += 1
        const asked = { operation: question.kind, entry: entryName(service, question.account) }
        const onLoss: Call['onLoss'] = (reason, message) =>
          reject(keychainFailure(asked, 'vault-broken', reason, message))
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
      }),
    hangUp: () => {
      call = null
    },
    renew: retire,
    lose: (reason) => lose(reason),
    stop: () => {
      stopped = true
      lose('stopped')
    },
  }
}
