import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { dataOf, readLock, runtimeOf } from './lock.ts'
import { billOfMaterials } from './sbom.ts'

const app = { name: 'eco-connect', version: '1.2.3' }

// npm reads the whole tree for it, which takes its time on a busy machine.
test('the bill of materials has every runtime package with its hash, and Electron, and no tool', async () => {
  const bom = await billOfMaterials(app, '45.4.1', 1e9)
  expect(bom.metadata.component).toMatchObject(app)
  const listed = new Map(bom.components.map((component) => [component['bom-ref'], component]))
  const packages = [...runtimeOf(readLock()), ...dataOf(readLock())]
  const refs = packages.map(({ name, version }) => `${name}@${version}`)
  expect([...listed.keys()].toSorted()).toEqual(
    [...new Set([...refs, 'electron@45.4.1'])].toSorted(),
  )
  for (const { name, version, integrity = '' } of packages) {
    const digest = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')
    expect(listed.get(`${name}@${version}`)).toMatchObject({
      purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      hashes: [{ alg: 'SHA-512', content: digest }],
    })
  }
  const loose = bom.dependencies.flatMap(({ dependsOn }) =>
    dependsOn.filter((ref) => !listed.has(ref)),
  )
  expect(loose).toEqual([])
  // Nothing in it depends on who makes it, and when.
  expect(bom).not.toHaveProperty('serialNumber')
  expect(bom.metadata['timestamp']).toBe('2001-09-09T01:46:40.000Z')
}, 120_000)
