import type { SignInWay } from '../../../electron/contract/ask/sign-in.ts'
import { keysForm } from './SignInKeys.tsx'
import { portalForm } from './SignInPortal.tsx'
import { profileForm } from './SignInProfiles.tsx'
import type { WayForm } from './wayForm.ts'

/** Beside `SIGN_IN_WAYS`: the compiler refuses a way without its form. */
export const WAY_FORMS: Readonly<Record<SignInWay, WayForm>> = {
  portal: portalForm,
  keys: keysForm,
  profile: profileForm,
}
