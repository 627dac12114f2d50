import type { Catalogue } from '../catalogue.ts'
import { number, plural } from './locale.ts'

/** The window in which a person signs in to a proxy. */
export const proxyQuestion: Catalogue['proxyQuestion'] = {
  title: 'Am Proxy anmelden',
  intro:
    'Der Weg zu AWS und Spot führt über den Proxy Ihres Unternehmens, und der fragt, wer Sie sind. Was Sie eingeben, geht an den Proxy und an niemanden sonst. Das Passwort bleibt im Arbeitsspeicher, bis die App endet, und wird nirgends gespeichert.',
  proxy: 'Proxy',
  scheme: 'Wie er fragt',
  realm: 'In seinen eigenen Worten',
  schemes: {
    basic: 'Basic: das Passwort, wie es ist',
    digest: 'Digest: das Passwort selbst wird nicht gesendet',
    ntlm: 'NTLM (Windows): das Passwort selbst wird nicht gesendet',
    negotiate: 'Negotiate (Kerberos oder Windows): das Passwort selbst wird nicht gesendet',
  },
  refused: (times) =>
    plural(times, {
      one: 'Der Proxy hat diesen Benutzernamen mit diesem Passwort nicht angenommen. Es wurde einmal versucht. Prüfen Sie beides: Viele Unternehmen sperren ein Konto nach wenigen falschen Passwörtern.',
      other: `Der Proxy hat diesen Benutzernamen mit diesem Passwort nicht angenommen. Bisher wurden ${number(times)} Passwörter versucht, jedes einmal. Prüfen Sie beides: Viele Unternehmen sperren ein Konto nach wenigen falschen Passwörtern.`,
    }),
  ended:
    'Der Proxy nimmt das Passwort nicht mehr an, das er vorher angenommen hat. Es wurde einmal versucht. Vielleicht wurde es geändert: Geben Sie das jetzt gültige ein.',
  letters:
    'Was Sie eingegeben haben, enthält Buchstaben oder Zeichen, die es im Englischen nicht gibt. Die App sendet sie als UTF-8, und ältere Proxys erwarten sie anders: Ihre IT-Abteilung weiß, wie Ihrer sie erwartet.',
  noCapital:
    'In Ihrem Benutzernamen steht ein Buchstabe ohne eigenen Großbuchstaben, wie das ß. Unter macOS und Linux kann ein Proxy, der per NTLM fragt, deshalb auch das richtige Passwort ablehnen, und es noch einmal zu versuchen, hilft dann nicht. Ihre IT-Abteilung kann Ihnen eine andere Form Ihres Namens nennen oder den Proxy auf eine andere Art fragen lassen.',
  quoted: (words) => `„${words}“`,
  username: 'Benutzername',
  usernameHint:
    'Wie Sie ihn sonst für den Proxy verwenden, in vielen Unternehmen mit der Domäne: DOMÄNE\\Name',
  password: 'Passwort',
  passwordHint: 'Wissen Sie nicht, welches es ist, fragen Sie Ihre IT-Abteilung.',
  readable:
    'Ihr Passwort kann im Netzwerk zwischen diesem Computer und dem Proxy mitgelesen werden: Es wird dorthin unverschlüsselt gesendet (Basic). Wer es hat, kann es vielleicht überall benutzen, wo es sonst gilt. Ihre IT-Abteilung kann den Proxy auf eine sicherere Art fragen lassen oder über TLS.',
  accept: 'Trotzdem senden',
  missing: {
    username: 'Geben Sie Ihren Benutzernamen ein.',
    password: 'Geben Sie Ihr Passwort ein.',
    accept: 'Das Passwort wird nur gesendet, wenn Sie dem zustimmen.',
  },
  unfit: {
    colon:
      'Im Benutzernamen darf hier kein Doppelpunkt (:) stehen: So, wie dieser Proxy fragt (Basic), hält er alles dahinter für das Passwort. Es wurde nichts gesendet. Fragen Sie Ihre IT-Abteilung nach einer anderen Form Ihres Namens.',
    characters:
      'Darin steht ein Zeichen, das nicht gesendet werden kann, etwa ein Tabulator oder Zeilenumbruch, vielleicht vom Einfügen. Es wurde nichts gesendet. Geben Sie es noch einmal ein.',
    length:
      'Das ist zu lang für einen Benutzernamen oder ein Passwort. Es wurde nichts gesendet. Geben Sie es noch einmal ein.',
  },
  away: 'Der Proxy Ihres Unternehmens fragt nach Ihrem Passwort. Was die App gerade tat, wartet darauf.',
  send: 'Am Proxy anmelden',
  cancel: 'Abbrechen',
  busy: 'Der Proxy wird gefragt…',
  enter: 'Passwort eingeben',
}
