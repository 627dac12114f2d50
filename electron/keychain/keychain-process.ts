/**
 * The program of the Electron utility process that talks to the OS keychain. It is a process of
 * its own because a call that waits for a person to answer a prompt blocks a thread that file
 * access needs too, and cannot be called off: only ending the process ends the call.
 */
import type { ParentPort } from 'electron'
import { type KeychainLibrary, serveKeychain } from './serve.ts'

/** keytar links against libsecret on Linux and fails to load where that is missing. */
async function loadKeytar(): Promise<KeychainLibrary> {
  const { default: keytar } = await import('keytar')
  return keytar
}

const port: ParentPort = process.parentPort
serveKeychain(
  {
    onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    postMessage: (message) => port.postMessage(message),
  },
  loadKeytar,
)
