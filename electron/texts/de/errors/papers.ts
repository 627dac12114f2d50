import type { paperErrors as english } from '../../en/errors/papers.ts'
import { say, when } from '../../en/errors/sentence.ts'
import type { Sentences } from '../../en/errors/sentence.ts'

/** Documents on their way to paper. */
export const paperErrors: Sentences<typeof english> = {
  'paper-not-made': (facts) =>
    say(
      'Aus dem Dokument konnten keine Seiten gemacht werden.',
      `Der Teil der App, der Seiten setzt, hat angehalten oder zu lange gebraucht${when(facts.reason, (reason) => `(${reason})`)}. Es wurde keine Datei gespeichert; in AWS und bei Spot ist nichts betroffen.`,
      'Versuchen Sie es erneut. Geschieht es wieder, speichern Sie das Dokument als Seite und drucken Sie diese aus dem Browser.',
    ),
  'paper-not-printed': (facts) =>
    say(
      'Das Dokument wurde nicht gedruckt.',
      `Dieser Computer hat keinen Drucker, der es annimmt, oder der Drucker hat es abgelehnt${when(facts.reason, (reason) => `(${reason})`)}. In AWS und bei Spot ist nichts betroffen.`,
      'Prüfen Sie den Drucker und versuchen Sie es erneut, oder speichern Sie das Dokument als PDF und drucken Sie diese Datei.',
    ),
}
