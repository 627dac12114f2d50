import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import path from 'node:path'
import { z } from 'zod'
import { boundary } from './boundary.ts'

const message = z.object({
  id: z.number(),
  kind: z.enum(['get', 'set', 'delete']).optional(),
  account: z.string().optional(),
})

/** The real keychain process under Node, with a boundary before and after every change. */
function start(program: string, _args: readonly string[], options: { env: NodeJS.ProcessEnv }) {
  const child = fork(path.join(__dirname, '../../parent-port.js'), [program], {
    env: options.env,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const events = new EventEmitter()
  const asked = new Map<number, string>()
  child.on('message', (reply) => {
    const { id } = message.parse(reply)
    const change = asked.get(id)
    if (change !== undefined) boundary(`keychain: ${change}, not yet heard of`)
    events.emit('message', reply)
  })
  child.on('exit', (code) => events.emit('exit', code))
  return {
    postMessage(request: unknown) {
      const { id, kind, account } = message.parse(request)
      if (kind === 'set' || kind === 'delete') {
        const change = `${account?.endsWith('.probe') ? 'probe' : 'key'} ${kind === 'set' ? 'stored' : 'deleted'}`
        boundary(`keychain: before ${change}`)
        asked.set(id, change)
      }
      child.send(message.loose().parse(request))
    },
    on: (event: string, listener: (...values: unknown[]) => void) => events.on(event, listener),
    once: (event: string, listener: (...values: unknown[]) => void) => events.once(event, listener),
    kill: () => child.kill('SIGKILL'),
  }
}

export const utilityProcess = { fork: start }
