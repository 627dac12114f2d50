import type { SignInWay } from '../../../electron/contract/ask/sign-in.ts'

/** The fields of each way of signing in, by the names that problems carry. */
export const SIGN_IN_FIELDS: Readonly<Record<SignInWay, readonly string[]>> = {
  portal: ['startUrl', 'region'],
  keys: ['block', 'accessKeyId', 'secretAccessKey', 'sessionToken'],
  profile: ['profile'],
}
