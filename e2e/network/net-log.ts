import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const logSchema = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(
    z.object({ type: z.number(), params: z.record(z.string(), z.unknown()).optional() }),
  ),
})

/** What Chromium's whole network stack did, from the file of its `--log-net-log` switch. */
export type NetLog = {
  /** `address:port` of every attempt to connect. */
  readonly connected: readonly string[]
  /** Names that were looked up. */
  readonly resolved: readonly string[]
  /** Datagrams that left: QUIC, or DNS of its own. */
  readonly datagrams: number
}

/** Reads the log of an app that has ended: Chromium completes the file when it quits. */
export async function readNetLog(file: string): Promise<NetLog> {
  const log = logSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  const typeOf = (name: string): number => {
    const type = log.constants.logEventTypes[name]
    if (type === undefined) throw new Error(`Chromium logs no ${name}`)
    return type
  }
  const paramsOf = (name: string, param: string): string[] => {
    const type = typeOf(name)
    return log.events.flatMap((event) => {
      const value = event.type === type ? event.params?.[param] : undefined
      return typeof value === 'string' ? [value] : []
    })
  }
  const sent = typeOf('UDP_BYTES_SENT')
  return {
    connected: paramsOf('TCP_CONNECT_ATTEMPT', 'address'),
    resolved: paramsOf('HOST_RESOLVER_MANAGER_JOB', 'host'),
    datagrams: log.events.filter(({ type }) => type === sent).length,
  }
}
