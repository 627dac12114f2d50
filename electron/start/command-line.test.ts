import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AUTOMATION_SWITCHES } from './automation.ts'
import {
  ALLOWED,
  fileFrom,
  fileToOpen,
  readCommandLine,
  type Surroundings,
} from './command-line.ts'

const linux: Surroundings = {
  platform: 'linux',
  isFile: (path) => path === '/home/mia/request.ecoconnect',
  isRefusedVariable: (name) => name === 'SSLKEYLOGFILE',
  alsoAllowed: [],
}
const read = (...words: string[]) => readCommandLine(words, linux)

describe('a start may bring along', () => {
  it.each([
    [],
    ['--user-data-dir=/home/mia/profile'],
    ['--lang=de', '--disable-gpu'],
    ['--lang=zh-Hant-TW'],
    ['--force-renderer-accessibility'],
    ['--force-renderer-accessibility=complete'],
    ['--force-device-scale-factor=1.25'],
    ['--ozone-platform=wayland'],
    ['--ozone-platform-hint=auto'],
    ['/home/mia/request.ecoconnect'],
    ['--lang=de', '/home/mia/request.ecoconnect'],
    ['file:///home/mia/request.ecoconnect'],
  ])('%j', (...words) => {
    expect(read(...words.flat())).toEqual({ kind: 'start' })
  })

  it('the question for the version', () => {
    expect(read('--version')).toEqual({ kind: 'version' })
    expect(read('--version', '--lang=de')).toEqual({ kind: 'version' })
    expect(read('--version', '--inspect')).toEqual({ kind: 'refuse', what: '--inspect' })
  })

  it('what its operating system adds, and no other adds', () => {
    const on = (platform: NodeJS.Platform, word: string) =>
      readCommandLine([word], { ...linux, platform }).kind
    expect(on('darwin', '-psn_0_12345')).toBe('start')
    expect(on('linux', '-psn_0_12345')).toBe('refuse')
    expect(on('win32', '-Embedding')).toBe('start')
    expect(on('linux', '-Embedding')).toBe('refuse')
  })
})

describe('a start is refused', () => {
  it.each([
    ['--remote-debugging-port=0', '--remote-debugging-port'],
    ['-remote-debugging-port=0', '-remote-debugging-port'],
    [' --remote-debugging-port=0', '--remote-debugging-port'],
    ['\t--log-net-log=/tmp/x', '--log-net-log'],
    ['--Lang=de', '--Lang'],
    ['--lang=../../etc', '--lang'],
    ['--lang', '--lang'],
    ['--lang=de --no-sandbox', '--lang'],
    ['--user-data-dir=', '--user-data-dir'],
    ['--ozone-platform=headless', '--ozone-platform'],
    ['--disable-gpu=1', '--disable-gpu'],
    ['--disable-gpu-sandbox', '--disable-gpu-sandbox'],
    ['--', '--'],
    ['-', '-'],
    ['--version=1', '--version'],
    ['--refused-start=', '--refused-start'],
    ['--refused-start=<b>', '--refused-start'],
    ['--refused-start=CALL_0900-1234', '--refused-start'],
    ['--refused-start=HOME', '--refused-start'],
    ['--\u001B[31mred\u0007=1', '--??31mred?'],
  ])('with %j', (word, what) => {
    expect(read(word)).toEqual({ kind: 'refuse', what })
  })

  it.each([
    '/home/mia',
    'https://evil.example',
    'file://elsewhere/home/mia/request.ecoconnect',
    '',
    '.',
    'app',
    '\u0085--no-sandbox',
  ])('with the word %j, which is no file, and is not repeated', (word) => {
    expect(read(word)).toEqual({ kind: 'refuse', what: 'FILE' })
  })

  it('with two files', () => {
    const file = '/home/mia/request.ecoconnect'
    expect(read(file, file)).toEqual({ kind: 'refuse', what: 'FILES' })
  })

  it('with /x where that is a switch', () => {
    const isFile = () => true
    const on = (platform: NodeJS.Platform) =>
      readCommandLine(['/no-sandbox'], { ...linux, platform, isFile })
    expect(on('win32')).toEqual({ kind: 'refuse', what: '/no-sandbox' })
    expect(on('linux')).toEqual({ kind: 'start' })
  })

  it('whatever switch stands among allowed ones', () => {
    const allowed = fc.constantFrom('--lang=de', '--disable-gpu', '--user-data-dir=/x')
    const dashes = fc.constantFrom('-', '--', ' --', '\n-')
    const name = fc.stringMatching(/^[a-z][a-z-]{0,30}$/)
    const value = fc.oneof(
      fc.constant(''),
      fc.string().map((text) => `=${text}`),
    )
    fc.assert(
      fc.property(
        fc.array(allowed),
        fc.array(allowed),
        fc.tuple(dashes, name, value).map((parts) => parts.join('')),
        (before, after, word) => {
          fc.pre(word !== '--version' && !ALLOWED.some(({ form }) => form.test(word)))
          fc.pre(!/^--refused-start=./.test(word))
          expect(read(...before, word, ...after).kind).toBe('refuse')
        },
      ),
    )
  })
})

it('a refused start is explained, also beside a folder of its own', () => {
  const asked = { kind: 'explain', what: 'SSLKEYLOGFILE' }
  expect(read('--refused-start=SSLKEYLOGFILE')).toEqual(asked)
  expect(read('--refused-start=SSLKEYLOGFILE', '--inspect').kind).toBe('refuse')
})

it('what test tools need is refused by what people get', () => {
  for (const word of ['--remote-debugging-port=0', '--no-sandbox']) {
    expect(read(word).kind).toBe('refuse')
    const asked = readCommandLine([word], { ...linux, alsoAllowed: AUTOMATION_SWITCHES })
    expect(asked.kind).toBe('start')
  }
})

describe('the file that is opened', () => {
  const opened = (...words: string[]) =>
    fileToOpen(words, { platform: 'linux', folder: '/home/mia' })

  it.each([
    [['/tmp/a.ecoconnect'], '/tmp/a.ecoconnect'],
    [['a.ecoconnect'], '/home/mia/a.ecoconnect'],
    [['--lang=de', '/tmp/A.EcoConnect'], '/tmp/A.EcoConnect'],
    [['file:///tmp/a%20b.ecoconnect'], '/tmp/a b.ecoconnect'],
    [['/tmp/a.json'], ''],
    [['--user-data-dir=/tmp/a.ecoconnect'], ''],
    [['-x.ecoconnect'], ''],
    [['\u0085/tmp/a.ecoconnect'], ''],
    [['file://elsewhere/a.ecoconnect'], ''],
    [[], ''],
  ])('of %j is “%s”', (words, file) => {
    expect(opened(...words)).toBe(file)
  })

  it('is one by a whole path, whatever another start says', () => {
    expect(fileFrom({ file: '/tmp/a.ecoconnect' })).toBe('/tmp/a.ecoconnect')
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(fileFrom(given)).toBe('')
        expect(fileFrom({ file: given })).toBe('')
      }),
    )
    for (const file of ['a.ecoconnect', '/etc/passwd', '/tmp/a.ecoconnect/x'])
      expect(fileFrom({ file })).toBe('')
  })
})
