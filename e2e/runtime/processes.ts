import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import process from 'node:process'
import { Readable } from 'node:stream'
import { setTimeout as delay } from 'node:timers/promises'

const running = new Set<ChildProcess>()

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a companion process that ends with this one at the latest. */
export function startCompanion(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ChildProcess {
  const child = spawn(command, args, options)
  running.add(child)
  child.once('exit', () => running.delete(child))
  child.once('error', () => running.delete(child))
  return child
}

/** Asks a child to end, insists after `patienceMs`, and resolves when it has ended. */
export async function endChild(child: ChildProcess, patienceMs = 3000): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), patienceMs)
  await ended
  clearTimeout(insist)
}

/** The first line a child writes to one of its `stdio` streams; undefined if it ends without one. */
export async function firstLine(stream: unknown): Promise<string | undefined> {
  if (!(stream instanceof Readable)) return undefined
  let text = ''
  for await (const chunk of stream) {
    text += String(chunk)
    if (text.includes('\n')) return text.slice(0, text.indexOf('\n'))
  }
  return undefined
}

export type ProcessEntry = { pid: number; parent: number; command: string }

/** The processes that descend from `root`, itself included, children after their parents. */
export function descendants(entries: readonly ProcessEntry[], root: number): ProcessEntry[] {
  const found = entries.filter((entry) => entry.pid === root)
  for (const entry of found) {
    // The list grows while it is walked, which makes this breadth-first.
    found.push(...entries.filter(({ parent, pid }) => parent === entry.pid && pid !== root))
  }
  return found
}

/** The pid, parent and command line of one `/proc/<pid>`; undefined when it has just gone. */
async function readEntry(pid: number): Promise<ProcessEntry | undefined> {
  try {
    const [stat, command] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ])
    // The name in parentheses may hold spaces; the fields after it do not.
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (state === 'Z' || state === 'X') return undefined
    return { pid, parent: Number(parent), command: command.replaceAll('\0', ' ').trim() }
  } catch {
    return undefined
  }
}

/** All living processes of a Linux system; none elsewhere, where there is no `/proc`. */
export async function listProcesses(): Promise<ProcessEntry[]> {
  if (process.platform !== 'linux') return []
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const entries = await Promise.all(pids.map(readEntry))
  return entries.filter((entry) => entry !== undefined)
}

/** An app's processes: those below `root`, and those that name its profile folder. */
export async function appProcesses(root: number, profile: string): Promise<ProcessEntry[]> {
  const entries = await listProcesses()
  const family = descendants(entries, root)
  const strays = entries.filter(
    (entry) => entry.command.includes(`--user-data-dir=${profile}`) && !family.includes(entry),
  )
  return [...family, ...strays]
}

function sendKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime, which is what was wanted.
  }
}

/** Waits until none of these processes is left, kills the rest, and returns those it had to kill. */
export async function awaitGone(
  family: readonly ProcessEntry[],
  patienceMs: number,
): Promise<ProcessEntry[]> {
  const deadline = Date.now() + patienceMs
  for (;;) {
    const entries = await Promise.all(family.map(({ pid }) => readEntry(pid)))
    // A reused pid has another command line.
    const left = family.filter((entry, i) => entries[i]?.command === entry.command)
    if (left.length === 0) return []
    if (Date.now() >= deadline) {
      for (const { pid } of left) sendKill(pid)
      return left
    }
    await delay(25)
  }
}
