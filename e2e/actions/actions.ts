/**
 * `npm run actions`: what the app says of each action of a policy, beside AWS's own word. Exits 1 when
 * they differ without a reason, or when the app's table is not the one of the installed data.
 * With `--renew` the table is made anew, and that of the policies which AWS keeps.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { MANAGED_TABLE, managedTableOf, readManaged } from './managed.ts'
import { readPublished } from './published.ts'
import { TABLE, tableOf } from './table.ts'

async function main(): Promise<boolean> {
  const { values } = parseArgs({ options: { renew: { type: 'boolean', default: false } } })
  const published = await readPublished()
  const table = tableOf(published)
  const managed = managedTableOf(readManaged())
  if (values.renew) {
    writeFileSync(TABLE, table)
    writeFileSync(MANAGED_TABLE, managed)
  }
  // The app's own view of the table, read after it was renewed.
  const { compare, isClean, printed } = await import('./comparison.ts')
  const found = compare(published)
  const current =
    readFileSync(TABLE, 'utf8') === table && readFileSync(MANAGED_TABLE, 'utf8') === managed
  if (!current)
    process.stderr.write(
      'A table in electron/aws/iam/ is not of the installed data. Run "npm run actions -- --renew".\n',
    )
  process.stdout.write(printed(found))
  return current && isClean(found)
}

main().then(
  (clean) => {
    process.exitCode = clean ? 0 : 1
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
