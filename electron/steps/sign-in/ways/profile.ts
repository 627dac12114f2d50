import { profileSource } from '../../../aws/sign-in/sources.ts'
import type { ActContext } from '../../../checklist/step.ts'
import { fail, isCode } from '../../../errors/failure.ts'
import { requireWay } from '../../../managed/rules.ts'
import { enter, heldWay } from './held.ts'

/** A profile of the AWS CLI on this computer. */
export const profileWay = heldWay({
  facts: ({ choices }) => [
    { id: 'sign-in-way', value: 'profile' },
    { id: 'cli-profile', value: choices().profile },
  ],
  again: (context) => useProfile(context, context.choices().profile),
})

/** Takes the credentials of a profile of the AWS CLI, and asks for them again when they end. */
export async function useProfile(context: ActContext, name: string): Promise<void> {
  const { managed, profiles, session, signal } = context
  requireWay(managed, 'profile')
  try {
    // Asked here, so that a profile that cannot be used leaves everything as it was.
    await profiles.credentials(name, signal)
    await enter(
      context,
      profileSource(name, () => profiles.credentials(name)),
    )
  } catch (error) {
    if (isCode(error, 'aws-credentials-invalid', 'profile-ended')) await session.hold(null)
    if (!isCode(error, 'aws-credentials-invalid')) throw error
    throw fail('profile-refused', { profile: name }, { field: 'profile', cause: error })
  }
  await context.remember({ way: 'profile', profile: name, byHand: false })
}
