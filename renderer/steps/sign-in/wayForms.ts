import type { ComponentType } from 'react'
import type { SignInWay } from '../../../electron/contract/ask/sign-in.ts'
import { SignInConsole } from './SignInConsole.tsx'
import { SignInKeys } from './SignInKeys.tsx'
import { SignInPortal } from './SignInPortal.tsx'
import { SignInProfiles } from './SignInProfiles.tsx'
import type { WayFormProps } from './wayForm.ts'

/** Beside `SIGN_IN_WAYS`: the compiler refuses a way without its form. */
export const WAY_FORMS: Readonly<Record<SignInWay, ComponentType<WayFormProps>>> = {
  portal: SignInPortal,
  console: SignInConsole,
  keys: SignInKeys,
  profile: SignInProfiles,
}
