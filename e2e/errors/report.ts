import { drivers } from './drivers.ts'
import { listErrors } from './listing.ts'
import { printed } from './print.ts'
import { provoke } from './provoke.ts'
import type { Outcome } from './provoke.ts'
import { openStage } from './stage.ts'

/** What becomes of a code that nobody has seen yet. */
export async function provokeUnknown(): Promise<Outcome> {
  const [service, operation, way] = ['cur', 'DescribeReportDefinitions', 'listing the reports']
  const driver = drivers[`${service}:${operation}`]?.[way]
  if (driver === undefined) throw new Error(`Nothing comes to ${operation} by ${way}`)
  const stage = await openStage()
  try {
    const made = { code: 'SomethingNewException', status: 400, message: 'Words that are new.' }
    return await provoke(stage, { service, operation }, made, driver)
  } finally {
    await stage.stop()
  }
}

/** Writes the whole list; resolves whether every error has words of its own. */
export async function report(to: NodeJS.WritableStream): Promise<boolean> {
  const unknown = await provokeUnknown()
  if (unknown.kind === 'handled') throw new Error('An unknown code was taken for an answer')
  const { what, meaning, todo } = unknown.text
  const { text, complete } = printed(await listErrors())
  to.write(`A code that nobody knows:\n  ${what}\n  ${meaning}\n  ${todo}\n\n${text}\n`)
  return complete
}
