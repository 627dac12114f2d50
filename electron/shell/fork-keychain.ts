import { utilityProcess } from 'electron'
import path from 'node:path'
import type { KeychainProcess } from '../keychain/keychain.ts'

/** Starts the process that talks to the keychain; `built` is where the built files lie. */
export function forkKeychain(built: string): KeychainProcess {
  const child = utilityProcess.fork(path.join(built, 'main/keychain-process.js'), [], {
    serviceName: 'Eco Connect keychain',
    stdio: ['ignore', 'ignore', 'pipe'],
    // The keyring's messages are told apart by their words: they must be the English ones.
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    onComplaint: (listener) => child.stderr?.on('data', (text) => listener(String(text))),
    kill: () => child.kill(),
  }
}
