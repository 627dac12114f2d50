import type { WhoCanHelp } from '../../errors/catalogue.ts'

/** Who can remove the cause, as a sentence. */
const who: Readonly<Record<WhoCanHelp, string>> = {
  you: 'You can do this yourself.',
  'aws-administrator': 'Your AWS administrator.',
  'it-department': 'Your IT department.',
  'spot-support': 'Spot Support, or an administrator of your Spot organization.',
  aws: 'Only AWS; it usually passes by itself.',
  nobody: 'Nobody needs to help.',
}

export const errors = { who } as const
