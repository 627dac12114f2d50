import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { z } from 'zod'

/** What the keychain stand-in holds and how it behaves: one file, so that it outlives a process. */
const worldShape = z.object({
  behaviour: z.enum([
    'open',
    /** As gnome-keyring and keytar do it: `get` null, `set` refused, `delete` false. */
    'locked',
    /** A prompt that a person dismisses. */
    'dismissed',
    'no-service',
    'no-library',
    /** As KWallet refuses a process whose key begins with zeros: this one, or every one. */
    'unlucky',
    'unlucky-ever',
    /** Blocks the whole process, as a prompt nobody answers does. */
    'hangs',
    /** The same, as libsecret does it where KWallet's first window was closed. */
    'closed',
    'dies',
    /**
     * As KeePassXC 2.7.4 does it: an entry of another process is locked to this one, until a person
     * allows it. `get` and `set` ask, and `set` answers as if it had kept what was refused; `delete`
     * asks nobody and answers false.
     */
    'asks-allowed',
    'asks-refused',
    /** Takes every entry and keeps none. */
    'forgets',
    /** Repeats what it was given in its message. */
    'tells-all',
    /** Replies with something that is no reply. */
    'babbles',
  ]),
  entries: z.record(z.string(), z.string()),
  calls: z.array(z.string()),
})
export type World = z.infer<typeof worldShape>
export type Behaviour = World['behaviour']

export function readWorld(file: string): World {
  return worldShape.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** Replaces the file whole: a test and the stand-in's process look at it at any time. */
export function writeWorld(file: string, world: World): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(world))
  renameSync(draft, file)
}
