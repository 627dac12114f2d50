/** Milliseconds that this process itself spent on `work`: a busy machine makes it wait, not work. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
