/** What a program and everything that it started asked the system for, as strace writes it down. */
export type Traced = {
  /** Programs that were run, by path. */
  readonly programs: readonly string[]
  /** Addresses of IPv4 and IPv6 that somebody connected to, sent to, or waited at. */
  readonly network: readonly string[]
  /** Every process of it, by number. */
  readonly processes: readonly number[]
  /** The fresh process that explains a refusal, and the variables that it was given. */
  readonly explaining: { readonly pid: number; readonly variables: readonly string[] } | null
}

/** The system calls that say so. */
export const TRACED_CALLS = 'execve,execveat,connect,bind,sendto,sendmsg'

/**
 * Reads the lines of `strace -f -v`. Calls that failed count as well: what was tried was honoured. The
 * line on which an interrupted call is finished names nothing that its first line did not.
 */
export function readTrace(text: string): Traced {
  const programs = new Set<string>()
  const network = new Set<string>()
  const processes = new Set<number>()
  let explaining: Traced['explaining'] = null
  for (const line of text.split('\n')) {
    const pid = Number(/^\d+/.exec(line)?.[0])
    if (pid) processes.add(pid)
    const [, given] = /execve\(.*"--refused-start=[^"]*"\], \[(.*)\]/.exec(line) ?? []
    if (given !== undefined)
      explaining = { pid, variables: [...given.matchAll(/"([^"]*)"/g)].map(([, one = '']) => one) }
    const program = /^\d+ +execve(?:at)?\((?:[^"]*, )?"([^"]*)"/.exec(line)?.[1]
    if (program) programs.add(program)
    const [, call, port, address] =
      /^\d+ +(\w+)\(.*sa_family=AF_INET6?, sin6?_port=htons\((\d+)\).*?"([^"]*)"/.exec(line) ?? []
    if (call) network.add(`${call} ${address}:${port}`)
  }
  return { programs: [...programs], network: [...network], processes: [...processes], explaining }
}
