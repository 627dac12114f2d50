import type { PackWords } from '../en/index.ts'

export const threatModel: PackWords['threatModel'] = {
  intro: [
    'Wer das Programm oder die Person angreifen könnte, die es benutzt, was das verhindert und was bleibt. Jede Behauptung nennt ihre Tests im Projekt; ein Test schlägt fehl, wenn einer davon fehlt. Auf Papier und in der PDF-Datei sind die Namen weggelassen, damit sie kurz bleiben: Sie stehen in `review-pack.de.html` daneben.',
  ],
  language:
    'Das Bedrohungsmodell wird mit dem Code auf Englisch geführt und steht hier im Wortlaut, damit keine Übersetzung etwas anderes behauptet als die Tests.',
  shownBy: 'Gezeigt durch:',
}
