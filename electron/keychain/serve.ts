import { createInTurn } from './in-turn.ts'
import { type KeychainReply, type KeychainRequest, requestShape } from './protocol.ts'

/**
 * The part of keytar that is used. Its `findPassword` and `findCredentials` can crash the process,
 * so they are not even named here.
 */
export type KeychainLibrary = {
  readonly getPassword: (service: string, account: string) => Promise<string | null>
  readonly setPassword: (service: string, account: string, password: string) => Promise<void>
  readonly deletePassword: (service: string, account: string) => Promise<boolean>
}

export type KeychainPort = {
  readonly onMessage: (listener: (message: unknown) => void) => void
  readonly postMessage: (message: unknown) => void
}

/**
 * Answers requests (`protocol.ts`) one at a time with the library's own results and messages.
 * The library is loaded at the first request, so that its failure to load is an answer too. A
 * message that is no request ends the process.
 */
export function serveKeychain(port: KeychainPort, load: () => Promise<KeychainLibrary>): void {
  const inTurn = createInTurn()
  port.onMessage((message) => {
    const request = requestShape.parse(message)
    void inTurn(async () => port.postMessage(await answer(request, load)))
  })
}

async function answer(
  request: KeychainRequest,
  load: () => Promise<KeychainLibrary>,
): Promise<KeychainReply> {
  const { id } = request
  try {
    return { id, ok: true, ...(await perform(request, await load())) }
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}

async function perform(
  request: KeychainRequest,
  library: KeychainLibrary,
): Promise<{ value?: string; deleted?: boolean }> {
  const { service, account } = request
  if (request.kind === 'set') {
    await library.setPassword(service, account, request.value)
    return {}
  }
  if (request.kind === 'delete') {
    return { deleted: await library.deletePassword(service, account) }
  }
  const value = await library.getPassword(service, account)
  return value === null ? {} : { value }
}
