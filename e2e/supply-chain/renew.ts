import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'
import type { Advisory } from './advisories.ts'

/**
 * What the registry answers to `npm audit`: by package, what touches one of the versions that were
 * named; one advisory may stand there once for each of its ranges. Source: npm's own documentation of
 * `npm audit`, “Bulk Advisory Endpoint”.
 */
const answerShape = z.record(
  z.string(),
  z.array(z.object({ url: z.url(), title: z.string(), vulnerable_versions: z.string() })),
)

const PATH = '/-/npm/v1/security/advisories/bulk'

/** The registry that npm uses here, without a slash at its end. */
export async function registryHere(): Promise<string> {
  const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'registry'], {
    cwd: repositoryRoot,
  })
  return stdout.trim().replace(/\/$/, '')
}

/** The versions of each package, in the form in which the registry is asked. */
export function versionsOf(
  components: readonly { readonly name: string; readonly version: string }[],
): Readonly<Record<string, readonly string[]>> {
  const names = [...new Set(components.map(({ name }) => name))].toSorted()
  return Object.fromEntries(
    names.map((name) => [
      name,
      components.filter((one) => one.name === name).map(({ version }) => version),
    ]),
  )
}

const joined = (range: string, other: string): string =>
  [...new Set([...range.split(' || '), ...other.split(' || ')])].join(' || ')

/**
 * What the registry knows of these versions today, in its own words. Throws naming the registry if
 * it gives no answer of that kind: a company's mirror may have none.
 * @param today as YYYY-MM-DD
 */
export async function advisoriesFrom(
  registry: string,
  versions: Readonly<Record<string, readonly string[]>>,
  today: string,
): Promise<readonly Advisory[]> {
  const response = await fetch(`${registry}${PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(versions),
    signal: AbortSignal.timeout(60_000),
  })
  if (!response.ok)
    throw new Error(`${registry} tells no advisories: it answered ${response.status}.`)
  const answer = answerShape.parse(await response.json())
  const found = new Map<string, Advisory>()
  for (const [name, entries] of Object.entries(answer)) {
    for (const { url, title, vulnerable_versions: range } of entries) {
      const id = url.slice(url.lastIndexOf('/') + 1)
      const before = found.get(`${name} ${id}`)
      const whole = before === undefined ? range : joined(before.range, range)
      found.set(`${name} ${id}`, {
        id,
        package: name,
        title,
        range: whole,
        source: url,
        read: today,
      })
    }
  }
  return [...found.values()]
}

/**
 * The kept list with what is new: an advisory that is known keeps its words and its CVE, and has the
 * registry's versions besides its own, since the registry tells only what hits; so what it does not
 * tell stays.
 */
export function renewed(kept: readonly Advisory[], told: readonly Advisory[]): readonly Advisory[] {
  const same = (one: Advisory) => (other: Advisory) =>
    one.package === other.package && (one.id === other.id || one.alias === other.id)
  const lifted = kept.map((advisory) => {
    const now = told.find(same(advisory))
    return now === undefined
      ? advisory
      : {
          ...advisory,
          range: joined(advisory.range, now.range),
          source: now.source,
          read: now.read,
        }
  })
  return [...lifted, ...told.filter((one) => !kept.some((advisory) => same(advisory)(one)))]
}
