import process from 'node:process'

/** However the one who started it ended: no machine stays busy for ever. */
const LONGEST = 2 * 60 * 60 * 1000
const TURN = 50

/** Keeps one processor busy until the process that forked it lets go of it, or is gone. */
function work(until: number): void {
  const pause = Date.now() + TURN
  while (Date.now() < pause);
  if (process.connected && Date.now() < until) setImmediate(work, until)
}

process.send?.('at work')
work(Date.now() + LONGEST)
