import { createServer } from 'node:net'
import { listening } from '../network/listening.ts'
import { startPacServer } from '../network/pac.ts'
import type { Case } from './cases.ts'
import { from, inOffice, type Outcome } from './office.ts'
import { freePort } from './squid.ts'

/** Takes a connection and says nothing, as a proxy that hangs. */
const mute = () => listening(createServer(() => undefined))
/** An address that answers nothing at all (RFC 5737), in networks that have a way out. */
const BLACK_HOLE = '192.0.2.1:8080'

const pac = (
  name: string,
  ways: (proxies: { dead: number; mute: number; live: number }) => string,
  right: (outcome: Outcome) => boolean,
): Case => ({
  on: 'PAC',
  name,
  run: () =>
    inOffice({}, async ({ network, ends, trySignIn }) => {
      const silent = await mute()
      ends(silent.stop)
      const proxies = { dead: await freePort(), mute: silent.port, live: network.proxy.port }
      const file = await startPacServer(network.proxy.port, ways(proxies))
      ends(file.stop)
      const outcome = await trySignIn([`--proxy-pac-url=${file.url}`])
      const { signedIn, told, seconds } = outcome
      return {
        seen: `${signedIn ? 'signed in' : `“${from(told, told.includes('There was') ? 'There was' : 'The address')}”`} after ${seconds} s`,
        right: right(outcome),
      }
    }),
})

const unfit = (fault: 'no-names' | 'sha-1', words: string): Case => ({
  on: 'Inspection',
  name: `a trusted authority, and a certificate ${fault === 'sha-1' ? 'signed with SHA-1' : 'without names'}`,
  run: () =>
    inOffice({ fault }, async ({ network, trySignIn }) => {
      const { told } = await trySignIn([`--proxy-server=http://127.0.0.1:${network.proxy.port}`])
      return {
        seen: `“${from(told, 'The certificate')}”; requests that reached the inspection: ${network.inspection.hosts.size}`,
        right: told.includes(words) && network.inspection.hosts.size === 0,
      }
    }),
})

/** What was tried on ways to proxies, their settings and their certificates. */
export const PROXY_CASES: readonly Case[] = [
  pac(
    'a refused proxy before one that works',
    ({ dead, live }) => `PROXY 127.0.0.1:${dead}; PROXY 127.0.0.1:${live}`,
    ({ signedIn }) => signedIn,
  ),
  pac(
    'a black hole before one that works',
    ({ live }) => `PROXY ${BLACK_HOLE}; PROXY 127.0.0.1:${live}`,
    ({ signedIn }) => signedIn,
  ),
  pac(
    'a mute proxy before one that works',
    ({ mute, live }) => `PROXY 127.0.0.1:${mute}; PROXY 127.0.0.1:${live}`,
    ({ signedIn }) => signedIn,
  ),
  pac(
    'a mute proxy alone',
    ({ mute }) => `PROXY 127.0.0.1:${mute}`,
    ({ signedIn, told }) => !signedIn && told.includes('proxy “127.0.0.1:'),
  ),
  pac(
    'every proxy dead, DIRECT last',
    ({ dead }) => `PROXY 127.0.0.1:${dead}; DIRECT`,
    ({ signedIn, told }) => !signedIn && told.includes('proxy “127.0.0.1:'),
  ),
  unfit('no-names', 'among its names'),
  unfit('sha-1', 'SHA-1'),
]
