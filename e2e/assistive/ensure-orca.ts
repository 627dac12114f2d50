import { ensurePackages } from '../runtime/system.ts'

/** Installs Orca, where that can be done; Playwright calls it before the first test. */
export default (): Promise<void> => ensurePackages({ '/usr/bin/orca': 'orca' })
