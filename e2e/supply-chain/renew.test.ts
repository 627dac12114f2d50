import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import type { Advisory } from './advisories.ts'
import { advisoriesFrom, renewed, versionsOf } from './renew.ts'

const PATH = '/-/npm/v1/security/advisories/bulk'
const ID = 'GHSA-2222-3333-4444'
const url = (id: string): string => `https://github.com/advisories/${id}`

/** A registry that answers `POST` at npm's path with this, and keeps what it was asked. */
async function registry(status: number, answer: unknown) {
  const asked: unknown[] = []
  const server = createServer((request, response) => {
    json(request).then(
      (body) => {
        asked.push({ method: request.method, path: request.url, body })
        response.writeHead(status, { 'content-type': 'application/json' })
        response.end(JSON.stringify(answer))
      },
      () => response.destroy(),
    )
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port.')
  return { address: `http://127.0.0.1:${address.port}`, asked }
}

const versions = versionsOf([
  { name: 'leftpad', version: '1.0.0' },
  { name: 'axe', version: '2.0.0' },
  { name: 'leftpad', version: '2.1.0' },
])

test('the registry is asked once, for every version, and its ranges of one advisory are joined', async () => {
  const entry = { id: 1, url: url(ID), title: 'Pads', severity: 'high', cwe: [] }
  const { address, asked } = await registry(200, {
    leftpad: [
      { ...entry, vulnerable_versions: '<1.0.1' },
      { ...entry, id: 2, vulnerable_versions: '>=2.0.0 <2.3.0' },
    ],
  })
  expect(await advisoriesFrom(address, versions, '2026-12-01')).toEqual([
    {
      id: ID,
      package: 'leftpad',
      title: 'Pads',
      range: '<1.0.1 || >=2.0.0 <2.3.0',
      source: url(ID),
      read: '2026-12-01',
    },
  ])
  const body = { axe: ['2.0.0'], leftpad: ['1.0.0', '2.1.0'] }
  expect(asked).toEqual([{ method: 'POST', path: PATH, body }])
})

test('a registry that knows nothing of these versions tells nothing', async () => {
  const { address } = await registry(200, {})
  expect(await advisoriesFrom(address, versions, '2026-12-01')).toEqual([])
})

test('a mirror without advisories is told by its name, and is not taken for “none”', async () => {
  const { address } = await registry(405, {})
  await expect(advisoriesFrom(address, versions, '2026-12-01')).rejects.toThrow(
    `${address} tells no advisories: it answered 405.`,
  )
})

test('an answer of another kind is refused', async () => {
  const { address } = await registry(200, { leftpad: 'none' })
  await expect(advisoriesFrom(address, versions, '2026-12-01')).rejects.toThrow('leftpad')
})

test('what is known keeps its words and gets the new versions besides its own, what is not told stays, what is new comes last', () => {
  const advisory = (id: string, more: Partial<Advisory> = {}): Advisory => ({
    id,
    package: 'leftpad',
    title: 'Our words',
    range: '<1.0.0',
    source: 'https://example.com/',
    read: '2026-11-29',
    ...more,
  })
  const now = { source: url(ID), read: '2026-12-01' }
  const told = advisory(ID, { ...now, title: 'Theirs', range: '<1.0.0 || >=2.0.0 <2.3.0' })
  const known = { alias: 'CVE-2026-11111', range: '<0.5.0 || <1.0.0' }
  const kept = [advisory('GHSA-cccc-cccc-cccc'), advisory(ID, known)]
  const other = advisory(ID, { package: 'axe' })
  expect(renewed(kept, [told, other])).toEqual([
    advisory('GHSA-cccc-cccc-cccc'),
    advisory(ID, { ...known, ...now, range: '<0.5.0 || <1.0.0 || >=2.0.0 <2.3.0' }),
    other,
  ])
})
