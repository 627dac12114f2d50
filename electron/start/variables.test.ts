import { describe, expect, it } from 'vitest'
import { REFUSED, refusedVariable, strangeVariables } from './variables.ts'

it.each(REFUSED)('$name is refused by its name, unless it is empty', ({ name }) => {
  expect(refusedVariable({ HOME: '/home/mia', [name]: '/tmp/x' }, 'linux')).toBe(name)
  expect(refusedVariable({ HOME: '/home/mia', [name]: '' }, 'linux')).toBeNull()
})

it('on Windows a name is the same in any case', () => {
  expect(refusedVariable({ SslKeyLogFile: 'C:\\x' }, 'win32')).toBe('SSLKEYLOGFILE')
  expect(refusedVariable({ SslKeyLogFile: '/x' }, 'linux')).toBeNull()
})

it('what a company sets on its computers does not end the app', () => {
  const names = ['https_proxy', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'AWS_PROFILE', 'GTK_MODULES']
  const env = Object.fromEntries(names.map((name) => [name, 'x']))
  expect(refusedVariable(env, 'linux')).toBeNull()
})

describe('taken out of the environment', () => {
  it.each([
    'GTK_MODULES',
    'GTK_PATH',
    'GTK_IM_MODULE_FILE',
    'GIO_EXTRA_MODULES',
    'GIO_MODULE_DIR',
    'GDK_PIXBUF_MODULE_FILE',
    'VK_ICD_FILENAMES',
    'LIBGL_DRIVERS_PATH',
    'LD_PRELOAD',
    'NODE_OPTIONS',
    'ELECTRON_RUN_AS_NODE',
    'AWS_ENDPOINT_URL',
    'OPENSSL_CONF',
  ])('is %s, with which libraries load code or go elsewhere', (name) => {
    expect(strangeVariables({ [name]: 'x' }, 'linux')).toEqual([name])
  })

  it('is nothing by which the app finds the person, their screen and their proxy', () => {
    const env = {
      HOME: '/home/mia',
      DISPLAY: ':0',
      XDG_RUNTIME_DIR: '/run/user/1000',
      DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
      LC_ALL: 'de_DE.UTF-8',
      GTK_IM_MODULE: 'ibus',
      KRB5CCNAME: 'KCM:',
      https_proxy: 'http://proxy.example:8080',
      NO_PROXY: 'localhost',
    }
    expect(strangeVariables(env, 'linux')).toEqual([])
    const windows = { Path: 'x', SYSTEMROOT: 'x', 'ProgramFiles(x86)': 'x', localappdata: 'x' }
    expect(strangeVariables(windows, 'win32')).toEqual([])
  })
})
