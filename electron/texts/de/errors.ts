import type { WhoCanHelp } from '../../errors/catalogue.ts'

/** Who can remove the cause, as a sentence. */
const who: Readonly<Record<WhoCanHelp, string>> = {
  you: 'Das können Sie selbst tun.',
  'aws-administrator': 'Ihre AWS-Administration.',
  'it-department': 'Ihre IT-Abteilung.',
  'spot-support': 'Spot Support oder wer Ihre Spot-Organisation verwaltet.',
  aws: 'Nur AWS; meist erledigt es sich von selbst.',
  nobody: 'Hilfe ist nicht nötig.',
}

export const errors = { who } as const
