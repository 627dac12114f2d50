import type { SignInWay } from '../../../contract/ask/sign-in.ts'
import { consoleWay } from './console.ts'
import { keysWay } from './keys.ts'
import { portalWay } from './portal.ts'
import { profileWay } from './profile.ts'
import type { Way } from './way.ts'

/** Beside `SIGN_IN_WAYS`: the compiler refuses a way that does not say what it is. */
export const WAYS: Readonly<Record<SignInWay, Way>> = {
  portal: portalWay,
  console: consoleWay,
  keys: keysWay,
  profile: profileWay,
}
