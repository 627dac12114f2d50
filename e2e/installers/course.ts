import process from 'node:process'

/** Tells one thing that was found to be so. */
export const say = (what: string): void => {
  process.stdout.write(`  ${what}\n`)
}

/** Tells that there is none of these faults, or rejects naming them. */
export function expectNone(what: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`Not so: ${what}. ${faults.slice(0, 10).join('; ')}`)
  say(what)
}

export const lines = (text: string): string[] => text.split('\n').filter(Boolean)
