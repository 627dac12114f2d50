import type { paperErrors as english } from '../../en/errors/papers.ts'
import type { Sentences } from '../../en/errors/sentence.ts'

/** What the system said, in its own words; nothing where it said nothing. */
const because = (reason: string | undefined): string => (reason ? ` (englisch: „${reason}“)` : '')

/** Documents and other files that people ask for, on their way to paper or to a folder of theirs. */
export const paperErrors: Sentences<typeof english> = {
  'paper-not-made': ({ reason }) => ({
    what: 'Aus dem Dokument ließ sich keine PDF-Datei und kein Ausdruck erzeugen.',
    meaning: `Der Teil der App, der die Seiten aufbaut, wurde beendet oder hat zu lange gebraucht${because(reason)}. Es wurde keine Datei gespeichert; in AWS und bei Spot ist nichts betroffen.`,
    todo: 'Versuchen Sie es erneut. Geschieht es wieder, speichern Sie das Dokument als Seite und drucken Sie diese aus dem Browser.',
  }),
  'file-not-saved': ({ file }) => ({
    what: 'Die Datei wurde nicht gespeichert.',
    meaning: `Der Ordner ist vielleicht geschützt, der Datenträger voll oder die Datei anderswo geöffnet.${file ? ` Sie sollte ${file} heißen.` : ''} Was die App zu Ihrer Verbindung aufbewahrt, ist nicht betroffen, und auch nichts in AWS oder bei Spot.`,
    todo: 'Speichern Sie sie in einem anderen Ordner. Nimmt kein Ordner sie an, fragen Sie Ihre IT-Abteilung.',
  }),
  'paper-not-printed': ({ reason }) => ({
    what: 'Das Dokument wurde nicht gedruckt.',
    meaning: `Dieser Computer hat keinen Drucker, der es annimmt, oder der Drucker hat es abgelehnt${because(reason)}. In AWS und bei Spot ist nichts betroffen.`,
    todo: 'Prüfen Sie den Drucker und versuchen Sie es erneut, oder speichern Sie das Dokument als PDF und drucken Sie diese Datei.',
  }),
}
