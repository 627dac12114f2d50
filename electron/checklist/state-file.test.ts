import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  choicesSchema,
  createStateFile,
  formatState,
  isNewerState,
  nameInState,
  noChoices,
  parseState,
  stateKind,
  type Choices,
  type Files,
} from './state-file.ts'

const text = fc.string({ unit: 'grapheme' })
const choices = fc.record({
  plan: fc.option(
    fc.record({ managedBy: fc.constantFrom('us' as const, 'msp' as const), mspAccountId: text }),
  ),
  account: fc.option(fc.record({ id: text, name: text, email: text })),
  roleName: text,
  report: fc.option(
    fc.record({ accountId: text, name: text, bucket: text, prefix: text, definedAt: fc.nat() }),
  ),
  approvedTemplate: fc.option(
    fc.record({ sha256: text, by: fc.option(text), at: fc.option(fc.nat()) }),
  ),
})

/** A disk of one folder, in memory. */
function disk(content: Record<string, string> = {}): Files & { content: Record<string, string> } {
  return {
    content,
    read: (path) => Promise.resolve(content[path] ?? null),
    replace: (path, written) => {
      content[path] = written
      return Promise.resolve()
    },
    move: (from, to) => {
      content[to] = content[from] ?? ''
      delete content[from]
      return Promise.resolve()
    },
  }
}

describe('state file', () => {
  it('reads back whatever was chosen', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const whole = choicesSchema.parse(chosen)
        expect(parseState(formatState(whole))).toEqual(whole)
      }),
    )
  })

  it('never throws on damage, and reads the choices or nothing', () => {
    fc.assert(
      fc.property(choices, fc.nat(), fc.string(), (chosen, at, damage) => {
        const whole = choicesSchema.parse(chosen)
        const good = formatState(whole)
        const position = at % good.length
        const bad = good.slice(0, position) + damage + good.slice(position + damage.length)
        const read = parseState(bad)
        expect(read === null || choicesSchema.safeParse(read).success).toBe(true)
      }),
    )
  })

  it('sets an unreadable file aside, whole, and begins anew', async () => {
    const files = disk({ 'state.json': '{"version":1,"choices"' })
    const { load, save } = createStateFile('state.json', files, () => 7)
    const setAside = { file: 'state.json.unreadable-7' }
    expect(await load()).toEqual({ choices: noChoices, setAside, isTodays: false })
    await save(noChoices)
    expect(files.content).toEqual({
      'state.json': formatState(noChoices),
      'state.json.unreadable-7': '{"version":1,"choices"',
    })
  })

  it.each([
    ['an older version', JSON.stringify({ version: 0, choices: {} })],
    ['half a version', JSON.stringify({ version: 0.5, choices: {} })],
    ['no version', '{"choices":{}}'],
    ['a version in words', '{"version":"99","choices":{}}'],
    ['random bytes', '\u0000\uFFFD\u0007{'],
    ['nothing', ''],
  ] as const)('keeps a file of %s whole beside the new one', async (_, text) => {
    const files = disk({ 'state.json': text })
    const { load, save } = createStateFile('state.json', files, () => 7)
    expect((await load()).setAside).toEqual({ file: 'state.json.unreadable-7' })
    await save(noChoices)
    expect(files.content['state.json.unreadable-7']).toBe(text)
  })

  it.each([
    ['the next version', { version: 8, choices: { plan: 'of a new kind' } }],
    ['version 99', { version: 99 }],
    ['version 99, with today’s choices', { version: 99, choices: {} }],
    ['a version between two', { version: 7.5, choices: {} }],
  ])('says that %s is newer, and moves and writes nothing', async (_, content) => {
    const text = JSON.stringify(content)
    const files = disk({ 'state.json': text })
    const load = createStateFile('state.json', files, () => 7).load()
    await expect(load).rejects.toMatchObject({
      error: { code: 'state-newer', facts: { file: 'state.json' } },
    })
    expect(isNewerState(Buffer.from(text))).toBe(true)
    expect(files.content).toEqual({ 'state.json': text })
  })

  it('names a connection by a file of any version, as far as the words are where they were', () => {
    const name = (file: unknown) => nameInState(Buffer.from(JSON.stringify(file)))
    const account = { id: '418207315602', name: 'Northwind', more: true }
    expect(name({ version: 99, choices: { label: 'Europe', account } })).toEqual({
      name: 'Europe',
      accountId: '418207315602',
    })
    expect(name({ version: 99, choices: { label: 7, account } }).name).toBe('Northwind')
    expect(name({ version: 99, elsewhere: [] })).toEqual({ name: '', accountId: '' })
    expect(nameInState(Buffer.of(0, 1, 2))).toEqual({ name: '', accountId: '' })
  })

  describe('once there is a later version', () => {
    /** As if a build had called the label `title` before, and the first one had none. */
    const first = z.object({ choices: z.looseObject({}) })
    const second = z.object({ choices: z.looseObject({ title: z.string() }) })
    const kind = stateKind([
      (file) => ({ choices: { ...first.parse(file).choices, title: 'unnamed' } }),
      (file) => {
        const { title, ...rest } = second.parse(file).choices
        return { choices: { ...rest, label: title } }
      },
    ])

    it('reads a file of each version, one step after the other', () => {
      fc.assert(
        fc.property(choices, fc.string(), (chosen, title) => {
          const { label: _label, ...whole } = choicesSchema.parse(chosen)
          const read = (file: unknown) => parseState(JSON.stringify(file), kind)
          expect(read({ version: 1, choices: whole })).toEqual({ ...whole, label: 'unnamed' })
          const choicesThen = { ...whole, title }
          expect(read({ version: 2, choices: choicesThen })).toEqual({ ...whole, label: title })
          const choicesNow = { ...whole, label: title }
          expect(read({ version: 3, choices: choicesNow })).toEqual(choicesNow)
          expect(read({ version: 4, choices: choicesNow })).toBeNull()
        }),
      )
    })

    it('refuses what the version that a file states would not have written', () => {
      expect(parseState('{"version":2,"choices":{}}', kind)).toBeNull()
      expect(parseState('{"version":1}', kind)).toBeNull()
    })

    it('replaces an earlier file with the next save, not before, and in one step', async () => {
      const before = formatState({ ...noChoices, roleName: 'Admin' }, stateKind([]))
      const files = disk({ 'state.json': before })
      const steps: string[] = []
      const replace: Files['replace'] = (path, text) => {
        // The old file is still there, whole, when the new one takes its place.
        steps.push(`${files.content[path] === before} ${text.includes('"version": 3')}`)
        return files.replace(path, text)
      }
      const file = createStateFile('state.json', { ...files, replace }, () => 0, kind)
      const { choices } = await file.load()
      expect([choices.roleName, choices.label]).toEqual(['Admin', 'unnamed'])
      expect(files.content).toEqual({ 'state.json': before })
      await file.save(choices)
      expect(steps).toEqual(['true true'])
      expect(Object.keys(files.content)).toEqual(['state.json'])
      expect((await file.load()).choices).toEqual(choices)
    })

    it('is newer to a build without it, who leaves it as it is', async () => {
      const text = formatState(noChoices, kind)
      const files = disk({ 'state.json': text })
      const without = createStateFile('state.json', files, () => 0, stateKind([(file) => file]))
      await expect(without.load()).rejects.toThrow('state-newer')
      expect(files.content).toEqual({ 'state.json': text })
    })
  })

  it('takes times of a clock that was set back for times that have passed', async () => {
    const [past, now, future] = [1000, 5000, 9000]
    const at = { accountId: '1', bucketName: 'b', at: future }
    const report = { accountId: '1', name: 'r', bucket: 'b', prefix: 'p', definedAt: future }
    const request = { accountId: '1', file: 'f', present: [] }
    const handedOver: Choices['handedOver'] = [
      { step: 'stack', at: future, ...request },
      { step: 'bucket', at: past, ...request },
    ]
    const mspReport = { ...at, prefix: '', mspAccountId: '' }
    const written: Choices = { ...noChoices, report, repaired: at, handedOver, mspReport }
    const files = disk({ 'state.json': formatState(written) })
    const { choices } = await createStateFile('state.json', files, () => now).load()
    expect(choices.report?.definedAt).toBe(now)
    expect(choices.repaired?.at).toBe(now)
    expect(choices.mspReport?.at).toBe(now)
    expect(choices.handedOver.map((request) => request.at)).toEqual([now, past])
  })

  it('goes on saving after a write that failed', async () => {
    const files = disk()
    let full = true
    const file = createStateFile(
      'state.json',
      {
        ...files,
        replace: (path, written) =>
          full ? Promise.reject(new Error('ENOSPC')) : files.replace(path, written),
      },
      () => 0,
    )
    await expect(file.save(noChoices)).rejects.toThrow('ENOSPC')
    full = false
    await file.save({ ...noChoices, roleName: 'Admin' })
    expect(parseState(files.content['state.json'] ?? '')?.roleName).toBe('Admin')
  })
})
