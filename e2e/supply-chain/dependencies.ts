import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { repositoryRoot } from '../runtime/paths.ts'
import { ADVISORIES, type Advisory, BROUGHT, JUDGED } from './advisories.ts'
import { bundledNow, byFolder } from './bundle.ts'
import { dependencyDocument } from './document.ts'
import { readLock, readManifest } from './lock.ts'
import { advisoriesFrom, registryHere, renewed, versionsOf } from './renew.ts'
import { componentsOf, contentsIn, vexOf } from './vex.ts'

const at = (...parts: readonly string[]): string => path.join(repositoryRoot, ...parts)

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** The list of the registry's advisories of today, which is written where the kept one is. */
async function ask(document: string): Promise<readonly Advisory[]> {
  const registry = await registryHere()
  const versions = versionsOf([...componentsOf(contentsIn(document)), ...BROUGHT])
  const told = await advisoriesFrom(registry, versions, new Date().toISOString().slice(0, 10))
  const advisories = renewed(ADVISORIES, told)
  writeFileSync(at('e2e', 'supply-chain', 'advisories.json'), json(advisories))
  process.stdout.write(
    `${registry} was asked about ${Object.keys(versions).length} packages and told ${told.length} ` +
      `advisories; ${advisories.length - ADVISORIES.length} are new.\n`,
  )
  return advisories
}

/** With `--write` the list and the statement are written, with `--renew` after asking, else compared. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      write: { type: 'boolean', default: false },
      renew: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
    },
  })
  const document = dependencyDocument(readManifest(), readLock(), byFolder(await bundledNow()))
  const advisories = values.renew ? await ask(document) : ADVISORIES
  const files = {
    'dependencies.md': document,
    'vex.cdx.json': json(vexOf(contentsIn(document), { advisories, judged: JUDGED })),
  }
  for (const [name, text] of Object.entries(files)) {
    const file = at('resources', 'security', name)
    if (values.write || values.renew) writeFileSync(file, text)
    else if (readFileSync(file, 'utf8') !== text)
      throw new Error(
        `resources/security/${name} is out of date. Run "npm run dependencies -- --write".`,
      )
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
