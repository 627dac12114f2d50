import { expect, test } from 'vitest'
import { classify } from './failure.ts'

test.each([
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'vault-missing', 'no-service'],
  [
    'Unknown or unsupported transport “disabled” for address “disabled:”',
    'vault-missing',
    'no-service',
  ],
  ['Could not connect: No such file or directory', 'vault-missing', 'no-service'],
  [
    'The name org.freedesktop.secrets was not provided by any .service files',
    'vault-missing',
    'no-service',
  ],
  [
    'Object does not exist at path “/org/freedesktop/secrets/collection/login”',
    'vault-missing',
    'no-keyring',
  ],
  [
    'Failed to load keytar native addon, checked ["../build/Release"] on prebuilds/linux-x64',
    'vault-missing',
    'no-library',
  ],
  [
    'A specified logon session does not exist. It may already have been terminated.',
    'vault-missing',
    'no-logon-session',
  ],
  ['Cannot create an item in a locked collection', 'vault-locked', 'locked'],
  ['The prompt was dismissed', 'vault-locked', 'dismissed'],
  ['User canceled the operation.', 'vault-locked', 'dismissed'],
  ['User interaction is not allowed.', 'vault-locked', 'locked'],
  ['Message recipient disconnected from message bus without replying', 'vault-broken', 'restarted'],
  ['Timeout was reached', 'vault-broken', 'timeout'],
  ['No space left on device', 'vault-broken', 'other'],
])('%s', (message, code, reason) => {
  expect(classify(message)).toEqual({ code, reason })
})
