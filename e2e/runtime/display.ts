import { once } from 'node:events'
import process from 'node:process'
import { endChild, firstLine, startCompanion } from './processes.ts'

export type Environment = Record<string, string | undefined>

export type Display = {
  env: Environment
  stop: () => Promise<void>
}

/**
 * A virtual screen of 1440×1000 that nobody else uses. Xvfb picks the number itself, so several can
 * start at once. Only Linux needs one; elsewhere the environment is empty and windows are real.
 */
export async function startDisplay(): Promise<Display> {
  if (process.platform !== 'linux') return { env: {}, stop: () => Promise.resolve() }
  const options = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1440x1000x24',
    '-nolisten',
    'tcp',
    '-noreset',
  ]
  const server = startCompanion('Xvfb', options, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  let complaint = ''
  server.stderr?.on('data', (text: Buffer) => {
    complaint += text.toString()
  })
  const ended = Promise.race([once(server, 'exit'), once(server, 'error')])
  const number = await Promise.race([firstLine(server.stdio[3]), ended.then(() => undefined)])
  if (number === undefined) throw new Error(`Xvfb did not start: ${complaint.trim()}`)
  return { env: { DISPLAY: `:${number}` }, stop: () => endChild(server) }
}
