import { setImmediate as turnOfTheLoop } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { onceATurn } from './turn.ts'

/** Something whose value is told when it is due. */
function told() {
  const values: number[] = []
  const now = { value: 0 }
  const due = onceATurn(() => values.push(now.value))
  const change = (): void => {
    now.value += 1
    due.due()
  }
  return { values, change, due }
}

test('what follows in one turn, through however many promises, is told once and as it is at the end', async () => {
  const { values, change } = told()
  for (let left = 20; left > 0; left -= 1) {
    change()
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await Promise.resolve()
  }
  expect(values).toEqual([])
  await turnOfTheLoop()
  expect(values).toEqual([20])
})

test('another turn tells anew, and nothing that is not due', async () => {
  const { values, change } = told()
  change()
  await turnOfTheLoop()
  await turnOfTheLoop()
  change()
  await turnOfTheLoop()
  expect(values).toEqual([1, 2])
})

test('whoever cannot wait has it at once, and then it is not told again', async () => {
  const { values, change, due } = told()
  due.now()
  expect(values).toEqual([])
  change()
  due.now()
  expect(values).toEqual([1])
  await turnOfTheLoop()
  expect(values).toEqual([1])
})
