import type { FileType, Installation, Spoken } from './installed.ts'

/** What a menu says about the app. */
export const COMMENT: Spoken = {
  en: 'Connects an AWS account to Spot Eco',
  de: 'Verbindet ein AWS-Konto mit Spot Eco',
}

/** The data files of `electron/contract/hand-over-file.ts`. */
export const FILE_TYPE: Omit<FileType, 'program'> = {
  extension: 'ecoconnect',
  mimeType: 'application/vnd.spot.eco-connect+json',
  description: {
    en: 'Eco Connect request or answer',
    de: 'Anfrage oder Antwort von Eco Connect',
  },
}

/** What the system is told of the program, which is the same on every platform. */
export function registrationsOf(title: string, program: string): Installation['registrations'] {
  return { menu: { title, comment: COMMENT, program }, fileType: { ...FILE_TYPE, program } }
}
