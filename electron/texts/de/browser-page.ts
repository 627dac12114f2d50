import type { Catalogue } from '../catalogue.ts'

/** The page in the person's browser to which AWS's sign-in page leads back. */
export const browserPage: Catalogue['browserPage'] = {
  received: {
    title: 'Zurück zu Eco Connect',
    text: 'Eco Connect hat die Antwort. Sie können dieses Fenster schließen und zur App zurückkehren.',
  },
  refused: {
    title: 'Nicht angemeldet',
    text: 'AWS hat Sie nicht angemeldet. Sie können dieses Fenster schließen; Eco Connect sagt, was zu tun ist.',
  },
  stranger: {
    title: 'Nicht die Anmeldung, auf die Eco Connect wartet',
    text: 'Diese Seite gehört zu einer anderen Anmeldung: zu einer früheren oder zu einer, die jemand anderes begonnen hat. Eco Connect hat nichts davon übernommen. Schließen Sie dieses Fenster, kehren Sie zur App zurück und beginnen Sie die Anmeldung neu, oder schließen Sie die ab, die Sie zuletzt begonnen haben.',
  },
  empty: {
    title: 'Noch nicht angemeldet',
    text: 'Die Seite von AWS ist ohne Antwort zurückgekommen. Schließen Sie dieses Fenster, kehren Sie zu Eco Connect zurück und beginnen Sie die Anmeldung neu.',
  },
  over: {
    title: 'Eco Connect hat schon eine Antwort',
    text: 'Diese Anmeldung wurde schon beantwortet. Sie können dieses Fenster schließen und zur App zurückkehren.',
  },
}
