import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism, constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

const busy = fileURLToPath(new URL('busy.ts', import.meta.url))

/**
 * Keeps every processor busy with work of low priority, as other programs do. The function it
 * resolves ends that; it also ends with this process.
 */
export async function startLoad(processors = availableParallelism()): Promise<() => Promise<void>> {
  const loops = await Promise.all(Array.from({ length: processors }, startLoop))
  return async () => {
    await Promise.all(loops.map(endLoop))
  }
}

async function startLoop(): Promise<ChildProcess> {
  const loop = fork(busy, { execArgv: ['--import', 'tsx'] })
  const failed = once(loop, 'exit').then(() => {
    throw new Error('The process that was to keep a processor busy has ended.')
  })
  await Promise.race([once(loop, 'message'), failed])
  failed.catch(() => undefined)
  if (loop.pid) setPriority(loop.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  return loop
}

async function endLoop(loop: ChildProcess): Promise<void> {
  if (loop.exitCode !== null || loop.signalCode !== null) return
  const ended = once(loop, 'exit')
  loop.disconnect()
  await ended
}
