import { expect, test } from 'vitest'
import { english } from '../texts/en/index.ts'
import { errorText } from '../texts/errors.ts'
import { classify, keychainFailure } from './failure.ts'

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
  [
    'Failed to execute child process “dbus-launch” (No such file or directory)',
    'vault-missing',
    'no-service',
  ],
  [
    'Error spawning command line “dbus-launch --autolaunch=1f --binary-syntax --close-stderr”: Child process exited with code 1',
    'vault-missing',
    'no-service',
  ],
  [
    'Cannot spawn a message bus without a machine-id: Unable to load /var/lib/dbus/machine-id or /etc/machine-id: Failed to open file',
    'vault-missing',
    'no-service',
  ],
  ['Cannot spawn a message bus when AT_SECURE is set', 'vault-missing', 'no-service'],
  ['Cannot spawn a message bus when setuid', 'vault-missing', 'no-service'],
  [
    'Cannot determine session bus address (not implemented for this OS)',
    'vault-missing',
    'no-service',
  ],
  [
    'Failed to connect to socket /run/user/1000/bus: No such file or directory',
    'vault-missing',
    'no-service',
  ],
  [
    'Error calling StartServiceByName for org.freedesktop.secrets: Timeout was reached',
    'vault-missing',
    'no-service',
  ],
  [
    'Could not activate remote peer: activation request failed: unknown unit',
    'vault-missing',
    'no-service',
  ],
  [
    'Exhausted all available authentication mechanisms (tried: EXTERNAL) (available: EXTERNAL)',
    'vault-missing',
    'no-service',
  ],
  [
    'No such interface “org.freedesktop.Secret.Service” on object at path /org/freedesktop/secrets',
    'vault-missing',
    'no-service',
  ],
  ['The object does not implement the interface', 'vault-missing', 'no-service'],
  [
    'No such interface “org.freedesktop.Secret.Collection” on object at path /org/freedesktop/secrets/collection/login',
    'vault-missing',
    'no-keyring',
  ],
  [
    "No such interface 'org.freedesktop.DBus.Properties' on object at path /org/freedesktop/secrets/collection/login",
    'vault-missing',
    'no-keyring',
  ],
  ["No such object path '/org/freedesktop/secrets/aliases/default'", 'vault-missing', 'no-keyring'],
  [
    'Object at path /org/freedesktop/secrets/aliases/default does not implement the interface',
    'vault-missing',
    'no-keyring',
  ],
  ['Cannot read /org/freedesktop/secrets/aliases/default', 'vault-missing', 'no-keyring'],
  ['No such secret collection at path: /', 'vault-missing', 'no-keyring'],
  ['createDLGroup failed: maybe libqca-ossl is missing', 'vault-missing', 'no-cipher'],
  [
    'An AppArmor policy prevents this sender from sending this message to this recipient; type="method_call", sender=":1.45" interface="org.freedesktop.Secret.Service" member="OpenSession"',
    'vault-missing',
    'confined',
  ],
  [
    'An SELinux policy prevents this sender from sending this message to this recipient',
    'vault-missing',
    'confined',
  ],
  [
    'GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: The name is not activatable',
    'vault-missing',
    'confined',
  ],
  // As people met them between 2010 and 2026, from reports on keytar, libsecret and gnome-keyring.
  ['Cannot get secret of a locked object', 'vault-locked', 'locked'],
  ['In dark wake, no UI possible', 'vault-locked', 'locked'],
  ['Activation of org.freedesktop.secrets timed out', 'vault-missing', 'no-service'],
  ['Process org.freedesktop.secrets exited with status 1', 'vault-missing', 'no-service'],
  [
    'Did not receive a reply. Possible causes include: the remote application did not send a reply, the message bus security policy blocked the reply, the reply timeout expired, or the network connection was broken.',
    'vault-broken',
    'timeout',
  ],
  ['The collection does not exist', 'vault-missing', 'no-keyring'],
  ['The session does not exist', 'vault-broken', 'restarted'],
  [
    "No such interface 'org.freedesktop.DBus.Properties' on object at path /org/freedesktop/secrets/collection/login/230",
    'vault-broken',
    'other',
  ],
  [
    'No such secret item at path: /org/freedesktop/secrets/collection/login/230',
    'vault-broken',
    'other',
  ],
  ['The specified keychain could not be found.', 'vault-missing', 'no-keyring'],
  ['The user name or passphrase you entered is not correct.', 'vault-locked', 'locked'],
  ['The connection is closed', 'vault-broken', 'restarted'],
  ['Client public key size is invalid', 'vault-broken', 'other'],
  ['No space left on device', 'vault-broken', 'other'],
])('%s', (message, code, reason) => {
  expect(classify(message)).toEqual({ code, reason })
})

test.each([
  ['no-cipher', 'libqca-qt5-2-plugins'],
  ['confined', 'snap'],
] as const)('says what is to be set up: %s', (reason, name) => {
  const { meaning } = errorText(
    english,
    keychainFailure({ operation: 'get', entry: 'Eco Connect/a' }, 'vault-missing', reason).error,
  )
  expect(meaning).toContain(name)
})
