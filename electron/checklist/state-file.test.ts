import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choicesSchema,
  createStateFile,
  formatState,
  noChoices,
  parseState,
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
  approvedTemplate: text,
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
    const setAside = { file: 'state.json.unreadable-7', why: 'unreadable' }
    expect(await load()).toEqual({ choices: noChoices, setAside })
    await save(noChoices)
    expect(files.content).toEqual({
      'state.json': formatState(noChoices),
      'state.json.unreadable-7': '{"version":1,"choices"',
    })
  })

  it('refuses a version of the future rather than misread it', () => {
    expect(parseState(JSON.stringify({ version: 2, choices: {} }))).toBeNull()
  })

  it.each([
    [
      'a newer version',
      JSON.stringify({ version: 2, choices: { plan: 'of a new kind' } }),
      'newer',
    ],
    ['an older version', JSON.stringify({ version: 0, choices: {} }), 'unreadable'],
    ['no version', '{"choices":{}}', 'unreadable'],
    ['random bytes', '\u0000\uFFFD\u0007{', 'unreadable'],
    ['nothing', '', 'unreadable'],
  ] as const)('keeps a file of %s whole beside the new one, and says why', async (_, text, why) => {
    const files = disk({ 'state.json': text })
    const { load, save } = createStateFile('state.json', files, () => 7)
    expect((await load()).setAside).toEqual({ file: `state.json.${why}-7`, why })
    await save(noChoices)
    expect(files.content[`state.json.${why}-7`]).toBe(text)
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
    const written: Choices = { ...noChoices, report, repaired: at, handedOver }
    const files = disk({ 'state.json': formatState(written) })
    const { choices } = await createStateFile('state.json', files, () => now).load()
    expect(choices.report?.definedAt).toBe(now)
    expect(choices.repaired?.at).toBe(now)
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
