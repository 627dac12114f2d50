import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { assertComplete } from './completeness.ts'
import { productOf } from './installation/product.ts'
import { registrationsOf } from './installation/registrations.ts'
import { assertWeights, LIMITS, weightsOf } from './weights.ts'

const runtime = { version: '45.5.0', fallback: false }
const product = await productOf({ architecture: 'x64', runtime })
const installed = (platform: 'linux' | 'win32' | 'darwin', files: readonly string[]) => ({
  product,
  platform,
  root: '/app',
  program: '/app/program',
  entries: files.map((file) => {
    return { kind: 'text', to: `/app/${file}`, text: '', mode: 0o644 } as const
  }),
  registrations: registrationsOf(product.title, '/app/program'),
})

/** What is told as missing of an installation that has nothing yet. */
function wantedOn(platform: 'linux' | 'win32' | 'darwin'): readonly string[] {
  try {
    assertComplete(installed(platform, []))
  } catch (error) {
    return /lacks (.+): no package/.exec(String(error))?.[1]?.split(', ') ?? []
  }
  return []
}

test.each(['linux', 'win32', 'darwin'] as const)(
  'without any one of its papers and templates there is no package for %s',
  (platform) => {
    const wanted = wantedOn(platform)
    expect(wanted.join()).toMatch(/sbom\.cdx\.json.*review-pack\.de\.pdf.*(admx|managed)/)
    expect(() => assertComplete(installed(platform, wanted))).not.toThrow()
    for (const file of wanted) {
      const others = wanted.filter((other) => other !== file)
      expect(() => assertComplete(installed(platform, others))).toThrow(`lacks ${file}:`)
    }
  },
)

test('papers are weighed apart from the app, and each against its own limit', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'weights-'))
  try {
    await mkdir(path.join(folder, 'resources', 'resources', 'review-pack'), { recursive: true })
    await writeFile(path.join(folder, 'resources', 'app.asar'), Buffer.alloc(2000))
    const pdf = path.join(folder, 'resources', 'resources', 'review-pack', 'a.pdf')
    await writeFile(pdf, Buffer.alloc(3000))
    expect(weightsOf(folder)).toEqual({ app: 2000, papers: 3000 })
    expect(assertWeights(folder)).toContain(`app 2 kB of ${LIMITS.app}, papers 3 kB of`)
    await writeFile(pdf, Buffer.alloc(LIMITS.papers * 1000 + 1))
    expect(() => assertWeights(folder)).toThrow('The papers in')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
