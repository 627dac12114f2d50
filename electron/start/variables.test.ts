import { expect, it } from 'vitest'
import { cleanedEnvironment, refusedVariable } from './variables.ts'

it.each([
  'SSLKEYLOGFILE',
  'CHROME_DEVEL_SANDBOX',
  'ELECTRON_LOG_FILE',
  'NODE_DEBUG',
  'NODE_COMPILE_CACHE',
])('%s is refused by its name, unless it is empty', (name) => {
  expect(refusedVariable({ HOME: '/home/mia', [name]: '/tmp/x' })).toBe(name)
  expect(refusedVariable({ HOME: '/home/mia', [name]: '' })).toBeNull()
})

it('what a company sets on its computers is none of them', () => {
  const names = ['https_proxy', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'AWS_PROFILE', 'LD_PRELOAD']
  const env = Object.fromEntries(names.map((name) => [name, 'x']))
  expect(refusedVariable(env)).toBeNull()
})

it('a fresh process gets what a window needs, and nothing that was refused', () => {
  const needed = { HOME: '/home/mia', DISPLAY: ':0', XDG_RUNTIME_DIR: '/run/user/1', LC_ALL: 'de' }
  const cleaned = cleanedEnvironment({
    ...needed,
    SSLKEYLOGFILE: '/tmp/x',
    LD_PRELOAD: '/tmp/x.so',
    NODE_OPTIONS: '--inspect',
    https_proxy: 'http://127.0.0.1:1',
    GTK_MODULES: 'x',
  })
  expect(cleaned).toEqual(needed)
  expect(refusedVariable(cleaned)).toBeNull()
})
