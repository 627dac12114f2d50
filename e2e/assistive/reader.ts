import { execFile } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { until } from '../runtime/debugging.ts'
import type { Environment } from '../runtime/display.ts'
import { endChild, startCompanion } from '../runtime/processes.ts'
import { asUser, type User } from '../runtime/user.ts'

/** A window as assistive technology has it: the only hands that a shipped build leaves to tests. */
export type Reader = {
  /** Waits until there is an element of this role that has this in its name. */
  readonly find: (role: string, name: string) => Promise<void>
  /** Waits for it, then does what a click on it would. */
  readonly press: (role: string, name: string) => Promise<void>
  /** Waits for a field, puts the focus there, and types over what it holds, with the keyboard. */
  readonly type: (name: string, text: string) => Promise<void>
  /** Presses keys in the window, such as `ctrl+c`. */
  readonly keys: (keys: string) => Promise<void>
  /** All that is in the window, in the order in which it is read. */
  readonly tree: () => Promise<Node[]>
  /** What live regions have been given so far, each time anew. */
  readonly heard: () => Promise<string[]>
  /** All that the window says now, a line each. */
  readonly read: () => Promise<string>
  readonly stop: () => Promise<void>
}

const program = fileURLToPath(new URL('reader.py', import.meta.url))
/** Debian's own Python has the bindings; another one in front of it in PATH has not. */
const PYTHON = '/usr/bin/python3'
const LAUNCHER = '/usr/libexec/at-spi-bus-launcher'

const nodeShape = z.object({
  role: z.string(),
  name: z.string(),
  /** How many elements it is in. */
  depth: z.number(),
  description: z.string(),
  attributes: z.record(z.string(), z.string()),
  states: z.array(z.string()),
  /** Of what can be operated: left, top, width, height on the screen. */
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  relations: z.array(z.string()).optional(),
})

/** One element as AT-SPI tells of it. */
export type Node = z.infer<typeof nodeShape>

const replyShape = z.object({
  tree: z.array(nodeShape).optional(),
  heard: z.array(z.string()).optional(),
  ready: z.boolean().optional(),
  found: z.boolean().optional(),
  text: z.string().optional(),
  error: z.string().optional(),
})
type Reply = z.infer<typeof replyShape>
type Question = { readonly do: string; readonly [name: string]: string }

/**
 * Starts the accessibility bus of a session and a reader on it, before the window that it shall read.
 * @param env of the session: its bus, its home folder, its display
 */
export async function startReader(env: Environment, user: User | null): Promise<Reader> {
  const options = { env: { ...env, PATH: process.env['PATH'] }, ...asUser(user) }
  const bus = startCompanion(LAUNCHER, ['--launch-immediately'], { ...options, stdio: 'ignore' })
  const child = startCompanion(PYTHON, [program], {
    ...options,
    cwd: path.parse(program).root,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { stdin, stdout } = child
  if (!(stdin instanceof Writable) || !(stdout instanceof Readable)) throw new Error('no pipes')
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<Reply> => {
    const line = await lines.next()
    if (line.done) throw new Error('The reader has ended.')
    return replyShape.parse(JSON.parse(line.value))
  }
  const ask = async (question: Question): Promise<Reply> => {
    stdin.write(`${JSON.stringify(question)}\n`)
    return next()
  }
  const insist = async (question: Question): Promise<void> => {
    const what = `${question['role'] ?? ''} “${question['name'] ?? ''}”`
    try {
      await until(what, async () => ((await ask(question)).found ? true : undefined))
    } catch (cause) {
      const { text = '' } = await ask({ do: 'read' })
      throw new Error(`There was no ${what}. The window says:\n${text}`, { cause })
    }
  }
  const byKeyboard = async (...what: string[]): Promise<void> => {
    // Nobody manages the windows of a virtual screen, so nobody else gives one the keyboard.
    const focus = ['search', '--onlyvisible', '--name', 'Eco Connect', 'windowfocus', '--sync']
    await promisify(execFile)('xdotool', [...focus, ...what], options)
  }
  await next()
  return {
    find: (role, name) => insist({ do: 'find', role, name }),
    press: (role, name) => insist({ do: 'press', role, name }),
    async type(name, text) {
      const field = { role: 'entry', name }
      await insist({ do: 'focus', ...field })
      // On a busy screen a key is lost now and then: what stands there is looked at.
      await until(`“${text}” in the field “${name}”`, async () => {
        await byKeyboard('key', 'ctrl+a', 'type', '--delay', '20', text)
        return (await ask({ do: 'value', ...field })).text === text ? true : undefined
      })
    },
    keys: (keys) => byKeyboard('key', keys),
    tree: async () => (await ask({ do: 'tree' })).tree ?? [],
    heard: async () => (await ask({ do: 'heard' })).heard ?? [],
    read: async () => (await ask({ do: 'read' })).text ?? '',
    async stop() {
      await endChild(child)
      await endChild(bus)
    },
  }
}
