/** Runs the tasks given to it one after the other, in the order they came. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>

/** A queue of its own; a task that fails does not hold up the next. */
export function createInTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (task) => {
    const mine = last.then(task)
    // The caller of `mine` is told of its failure; the queue only needs to know that it ended.
    last = mine.catch(() => undefined)
    return mine
  }
}
