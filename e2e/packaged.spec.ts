import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { LANGUAGE_IDS } from '../electron/contract/language.ts'
import { IDENTITIES } from '../electron/start/edition.ts'
import { noticesFile } from '../electron/texts/notices.ts'
import { expect, test } from './journeys/fixture.ts'
import { connectionIn } from './journeys/evidence.ts'
import { entryOf } from './journeys/keychain-entry.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { line, reaches } from './journeys/window.ts'
import { resolveElectron } from './runtime/electron.ts'
import { launchPackaged } from './runtime/launch.ts'
import { buildEdition, packageApp, type Packaged } from './packaging/package-app.ts'
import { LIMITS, weightsOf } from './packaging/weights.ts'
import { repositoryRoot } from './runtime/paths.ts'
import { ADVISORIES } from './supply-chain/advisories.ts'
import { recordOf } from './supply-chain/bundle.ts'
import { archiveIn, DEVELOPMENT_WORDS, developmentWords } from './supply-chain/contents.ts'
import { packageAt } from './supply-chain/licence-texts.ts'
import { PAPERS } from './supply-chain/papers.ts'
import { versionsToldBy, versionsWrittenIn } from './supply-chain/runtime-parts.ts'
import { faultsOf } from './supply-chain/schema.ts'
import { hashedFilesIn } from './supply-chain/shipped-files.ts'

/** The package that test tools can drive: the shipped one does not let them. */
async function packageForTools(): Promise<Packaged> {
  await buildEdition('automation')
  const options = { edition: 'automation' } as const
  return packageApp(repositoryRoot, await resolveElectron(), options)
}

/** For packaging on a busy machine; milliseconds. */
const LIMIT_MS = 300_000

test.describe('packages', () => {
  test.describe.configure({ mode: 'serial', timeout: LIMIT_MS })
  let executable: string
  let folder: string
  let papers: readonly string[]

  test.beforeAll(async () => {
    // A hook has the limit of the whole run, else.
    test.setTimeout(LIMIT_MS)
    const packaged = await packageForTools()
    ;({ executable, folder } = packaged)
    papers = [packaged.bom, packaged.vex, ...packaged.notices]
  })

  test('the one for test tools starts under its own name, shows the checklist, and takes the first answer', async ({
    display,
    stage,
  }) => {
    const { keyring, simulator, profile } = await stage('fresh')
    const env = { ...simulator.env, ECO_CONNECT_DEMO: '1' }
    const { window, close } = await launchPackaged(executable, { keyring, display, profile, env })
    try {
      await expect(window.locator('[data-step][data-status]')).toHaveCount(7)
      await expect(window.getByText('Demonstration')).toBeVisible()
      await choosePlan(window, 'us')
      await reaches(window, 'sign-in', 'todo')
      await expect(line(window, 'template')).toHaveAttribute('data-status', 'todo')
    } finally {
      await close()
    }
  })

  test('the app and its papers in the one for test tools, which has most in it, weigh no more than they may', () => {
    const { app, papers } = weightsOf(folder)
    expect(app).toBeGreaterThan(1_000_000)
    expect(app / 1000, 'kB of the app').toBeLessThanOrEqual(LIMITS.app)
    expect(papers).toBeGreaterThan(1_000_000)
    expect(papers / 1000, 'kB of its papers').toBeLessThanOrEqual(LIMITS.papers)
  })

  test('the one for test tools cannot open the real sign-in, and leaves it as it is', async ({
    display,
    stage,
  }) => {
    const scene = await stage('fresh')
    const { keyring, profile, simulator } = scene
    const real = await scene.start()
    await choosePlan(real.window, 'us')
    await signIn(real.window, scene.scenario)
    await real.close()
    const connection = await connectionIn(profile)
    const vault = path.join(profile, 'connections', connection, 'vault.bin')
    const sealed = await readFile(vault)
    const key = await entryOf(keyring, connection)
    const before = simulator.requests.length

    const tool = await launchPackaged(executable, {
      keyring,
      display,
      profile,
      env: simulator.env,
    })
    try {
      await reaches(tool.window, 'sign-in', 'failed')
      await expect(tool.window.locator('main')).toContainText('did not give out the key')
    } finally {
      await tool.close()
    }
    expect(simulator.requests.slice(before)).toEqual([])
    expect(await readFile(vault)).toEqual(sealed)
    expect(await entryOf(keyring, connection)).toBe(key)

    const again = await scene.start()
    await reaches(again.window, 'sign-in', 'done')
  })

  test('the one for test tools has a profile folder of its own', async ({ display, stage }) => {
    const { keyring, simulator } = await stage('fresh')
    const { automation, shipped } = IDENTITIES
    const folderOf = (name: string) => path.join(keyring.env['XDG_CONFIG_HOME'] ?? '', name)
    const { window, close } = await launchPackaged(executable, {
      keyring,
      display,
      profile: folderOf(automation.name),
      choosesProfile: true,
      env: simulator.env,
    })
    try {
      await choosePlan(window, 'us')
    } finally {
      await close()
    }
    await expect(connectionIn(folderOf(automation.name))).resolves.toBeTruthy()
    await expect(connectionIn(folderOf(shipped.name))).rejects.toThrow('ENOENT')
    expect(automation.appId).not.toBe(shipped.appId)
  })

  // What people get contains none of it: `hostile-starts.spec.ts`.
  test('the one for test tools contains all code for them', () => {
    expect(developmentWords(archiveIn(folder))).toEqual(DEVELOPMENT_WORDS)
  })

  test('beside it and in it lie its bill of materials, what known advisories mean for it, and the licences', async () => {
    const inside = path.join(folder, 'resources', 'resources')
    for (const paper of papers) {
      expect(path.dirname(paper)).toBe(path.dirname(folder))
      const [beside, installed] = await Promise.all([
        readFile(paper),
        readFile(path.join(inside, path.basename(paper))),
      ])
      expect(beside.equals(installed), paper).toBe(true)
    }
    expect(papers.map((paper) => path.basename(paper))).toEqual([
      PAPERS.bom,
      PAPERS.vex,
      ...LANGUAGE_IDS.map(noticesFile),
    ])
  })

  test('the bill of materials and the statement are in CycloneDX’s form, with the same references', async () => {
    const refs = z.array(z.object({ 'bom-ref': z.string() }))
    const shape = z.looseObject({
      components: refs,
      vulnerabilities: z.array(z.object({ id: z.string() })).default([]),
    })
    const [bom, vex] = await Promise.all(
      papers.slice(0, 2).map(async (file) => {
        const document: unknown = JSON.parse(await readFile(file, 'utf8'))
        expect(faultsOf(document)).toEqual([])
        const { components, vulnerabilities } = shape.parse(document)
        return { refs: components.map((one) => one['bom-ref']), vulnerabilities }
      }),
    )
    const electron = await resolveElectron()
    expect(bom?.refs).toEqual(expect.arrayContaining(vex?.refs ?? []))
    expect(vex?.refs).toContain(`electron@${electron.version}`)
    expect(vex?.vulnerabilities.map(({ id }) => id)).toEqual(ADVISORIES.map(({ id }) => id))
    for (const paper of papers) {
      const isMarked = (await readFile(paper, 'utf8')).includes('NOT FOR DISTRIBUTION')
      expect(isMarked, paper).toBe(electron.fallback)
    }
  })

  test('the bill of materials has each installed file with its hash, and each package of the build with its licence', async () => {
    const [bom = '', , ...pages] = papers
    const text = await readFile(bom, 'utf8')
    const listed = new Map(
      [...text.matchAll(/"bom-ref": "file:([^"]+)"[^]*?"content": "([0-9a-f]{64})"/g)].map(
        ([, file = '', sha256 = '']) => [file, sha256],
      ),
    )
    const own = new Set<string>(
      [PAPERS.bom, PAPERS.vex].map((name) => `resources/resources/${name}`),
    )
    const files = (await hashedFilesIn(folder)).filter(({ file }) => !own.has(file))
    expect(listed).toEqual(new Map(files.map(({ file, sha256 }) => [file, sha256])))
    for (const { place } of recordOf('automation').packages) {
      const { name, version } = packageAt(place)
      expect(text).toContain(`"bom-ref": "${name}@${version}"`)
      for (const page of pages)
        expect(await readFile(page, 'utf8')).toContain(`<th scope="row">${name}</th>`)
    }
  })

  test('what is read in the program’s bytes is what it tells itself', async () => {
    const { executable: runtime } = await resolveElectron()
    expect(await versionsToldBy(runtime)).toMatchObject(await versionsWrittenIn(runtime))
  })
})
