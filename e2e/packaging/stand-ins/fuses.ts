import { FuseV1Options } from '@electron/fuses'
import { SENTINEL } from '@electron/fuses/dist/constants.js'

const WIRE_VERSION = 1
const FUSES = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number')

/**
 * Fuses as Electron's programs have them, all on: so the packager can set those of a stand-in, and whoever
 * reads them back sees whether it did.
 */
export function fuseWire(): Buffer {
  const states = Buffer.alloc(FUSES.length, '1', 'latin1')
  return Buffer.concat([Buffer.from(SENTINEL), Buffer.from([WIRE_VERSION, FUSES.length]), states])
}
