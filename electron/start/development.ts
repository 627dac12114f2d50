import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { endpointsFrom } from '../network/endpoints-from.ts'
import { pseudoOffer } from '../texts/pseudo.ts'
import type { Overrides } from './overrides.ts'

const THIS_COMPUTER = ['127.0.0.1', 'localhost', '[::1]']

/** Where a simulator is. */
export const isOnThisComputer = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && THIS_COMPUTER.includes(hostname)

/**
 * The servers, programs and folders that the environment names. Only builds for development and
 * automation contain this file.
 */
export function overridesFrom(env: Readonly<NodeJS.ProcessEnv>): Overrides {
  const program = env['ECO_CONNECT_OPEN_URL_COMMAND']
  return {
    endpoints: endpointsFrom(env),
    openLink: program
      ? async (link) => {
          await promisify(execFile)(program, [link])
        }
      : null,
    awsFolder: env['ECO_CONNECT_AWS_FOLDER'] ?? null,
    policyFile: env['ECO_CONNECT_POLICY_FILE'] ?? null,
    demo: env['ECO_CONNECT_DEMO'] === '1',
    isStandIn: isOnThisComputer,
    devTools: true,
    viewMenu: ({ toggleDeveloperTools }) => [
      { role: 'toggleDevTools', label: toggleDeveloperTools },
    ],
    alsoSpoken: pseudoOffer,
  }
}
