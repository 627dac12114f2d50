import { HOSTS_TO_ALLOW } from '../../../network/hosts-to-allow.ts'
import type { networkErrors as english } from '../../en/errors/network.ts'
import { named, say, when } from './sentence.ts'
import type { Known, Sentences } from './sentence.ts'

const SAFE = 'Was bisher erledigt ist, bleibt erhalten, und ein neuer Versuch schadet nicht.'
/** The server as after “zu” and “von”, and as after “für”. */
const toServer = (facts: Known<'host' | 'service'>): string =>
  facts.host || (facts.service === 'spot' ? 'dem Server von Spot' : 'dem Server von AWS')
const forServer = (facts: Known<'host' | 'service'>): string =>
  facts.host || (facts.service === 'spot' ? 'den Server von Spot' : 'den Server von AWS')
const server = (facts: Known<'host' | 'service'>): string =>
  facts.host
    ? `Der Server ${facts.host}`
    : `Der Server von ${facts.service === 'spot' ? 'Spot' : 'AWS'}`
const proxy = (facts: Known<'proxy'>): string =>
  named(facts, 'proxy', 'Der Proxy', 'Der Proxy Ihres Unternehmens')
/** Where a proxy comes first on the way, and did not help. */
const proxyFirst = (facts: Known<'proxy' | 'tried'>): string =>
  when(facts.proxy, (name) =>
    facts.tried === 'direct'
      ? `Dieser Computer soll zuerst den Proxy „${name}“ nutzen; auch das half nicht.`
      : `Der Weg dorthin führt über den Proxy „${name}“.`,
  )
const proxyTodo = (facts: Known<'proxy' | 'tried'>): string =>
  when(facts.proxy, () =>
    facts.tried === 'direct'
      ? 'Ist dieser Proxy nur im Büro oder über das VPN erreichbar, stellen Sie diese Verbindung her. Andernfalls fragen Sie Ihre IT-Abteilung, ob er funktioniert.'
      : 'Ihre IT-Abteilung weiß auch, ob dieser Proxy funktioniert.',
  )
const FLAWS: Readonly<Record<string, string>> = {
  name: 'enthält die Adresse des Servers nicht unter seinen Namen',
  signature: 'ist mit einem veralteten Verfahren (SHA-1) signiert',
  key: 'hat einen zu schwachen Schlüssel',
  long: 'gilt länger als erlaubt',
}
/** Those that the app contacts. Source: resources/endpoints.json. */
const HOSTS = `AWS (${HOSTS_TO_ALLOW.aws.join(', ')}) und Spot (${HOSTS_TO_ALLOW.spot.join(', ')})`

/** The way from this computer to AWS and Spot. */
export const networkErrors = {
  'network-offline': (facts) =>
    say(
      'Dieser Computer ist nicht mit dem Internet verbunden.',
      `AWS und Spot sind nicht erreichbar.${proxyFirst(facts)} ${SAFE}`,
      `Verbinden Sie sich mit Ihrem Netzwerk (und dem VPN, falls Ihr Unternehmen eines nutzt) und prüfen Sie dann erneut.${proxyTodo(facts)}`,
    ),
  'network-dns': (facts) =>
    say(
      `Die Adresse von ${toServer(facts)} wurde nicht gefunden.`,
      `Entweder ist dieser Computer offline, oder Ihr Netzwerk verbirgt die Adresse, oder bei der Anmeldung ist die Region falsch.${proxyFirst(facts)} ${SAFE}`,
      `Prüfen Sie die Netzwerkverbindung und das VPN.${proxyTodo(facts)} Geschieht das bei der Anmeldung, prüfen Sie auch die Region.`,
    ),
  'network-refused': (facts) =>
    say(
      `Die Verbindung zu ${toServer(facts)} wurde abgelehnt.`,
      `Meist steht eine Firewall oder eine falsche Proxy-Einstellung dazwischen.${proxyFirst(facts)} ${SAFE}`,
      `Versuchen Sie es in einer Minute erneut.${proxyTodo(facts)} Bleibt es dabei, bitten Sie Ihre IT-Abteilung, Verbindungen von diesem Computer zu ${HOSTS} zu erlauben.`,
    ),
  'network-reset': (facts) =>
    say(
      `Die Verbindung zu ${toServer(facts)} ist abgebrochen, auch nach mehreren Versuchen.`,
      `Das Netzwerk ist instabil, oder ein Sicherheitsgerät beendet die Verbindung. ${SAFE}`,
      'Prüfen Sie erneut. Bleibt es dabei, versuchen Sie es in einem anderen Netzwerk oder fragen Sie Ihre IT-Abteilung.',
    ),
  'network-timeout': (facts) =>
    say(
      `Von ${toServer(facts)} kam nicht rechtzeitig eine Antwort.`,
      `Ob die Anfrage angekommen ist, zeigt die nächste Prüfung.${proxyFirst(facts)} ${SAFE}`,
      `Prüfen Sie erneut. Bleibt es dabei, fragen Sie Ihre IT-Abteilung, ob eine Firewall die Verbindung aufhält.${proxyTodo(facts)}`,
    ),
  'network-truncated': (facts) =>
    say(
      `Die Antwort von ${toServer(facts)} wurde unterwegs abgeschnitten.`,
      `Eine halbe Antwort wird nie verwendet. ${SAFE}`,
      'Prüfen Sie erneut. Bleibt es dabei, fragen Sie Ihre IT-Abteilung, ob ein Proxy oder Virenscanner Downloads kürzt.',
    ),
  'network-endless': (facts) =>
    say(
      `Die Antwort von ${toServer(facts)} nahm kein Ende.`,
      `Nur ab und zu kamen einige Bytes. Deshalb hat die App nicht länger gewartet. Vielleicht ist die Anfrage angekommen; das zeigt die nächste Prüfung. ${SAFE}`,
      'Prüfen Sie erneut, oder versuchen Sie es in einem anderen Netzwerk. Bleibt es dabei, fragen Sie Ihre IT-Abteilung, ob ein Proxy oder Virenscanner Antworten zurückhält.',
    ),
  'network-oversized': (facts) =>
    say(
      `Die Antwort von ${toServer(facts)} war viel größer als jede, die die App erwartet.`,
      `Sie wurde nicht zu Ende gelesen, und nichts daraus wird verwendet. ${SAFE}`,
      'Prüfen Sie erneut. Bleibt es dabei, fragen Sie Ihre IT-Abteilung, ob zwischen diesem Computer und dem Server etwas die Antworten verändert.',
    ),
  'network-proxy-auth': (facts) =>
    facts.asks === 'password'
      ? say(
          `${proxy(facts)} verlangt Benutzername und Passwort.`,
          `Nichts kam durch, und kein Passwort wurde gesendet. Sie können eines eingeben: Es bleibt im Arbeitsspeicher, bis die App endet. Wo der Proxy Ihre Windows- oder Kerberos-Anmeldung annimmt, nutzt die App diese von selbst. ${SAFE}`,
          `Drücken Sie „Passwort eingeben“. Haben Sie keines für den Proxy, fragen Sie Ihre IT-Abteilung, oder bitten Sie sie, diesem Computer den Weg zu ${HOSTS} ohne Passwort zu öffnen.`,
        )
      : say(
          `${proxy(facts)} hat die Verbindung zu ${toServer(facts)} nicht durchgelassen.`,
          `Das tut ein Proxy bei Adressen, die nicht auf seiner Liste stehen, oder bei Personen, die er nicht kennt. ${SAFE}`,
          `Bitten Sie Ihre IT-Abteilung, diesem Computer den Weg zu ${HOSTS} zu öffnen. Sollen Sie sich beim Proxy im Browser anmelden, tun Sie das und prüfen Sie dann erneut.`,
        ),
  'network-proxy-ticket': (facts) =>
    say(
      `${proxy(facts)} verlangt Ihre Anmeldung am Netzwerk des Unternehmens, und dieser Computer hat gerade keine gültige.`,
      `Eine solche Anmeldung (Kerberos oder Windows) endet nach einigen Stunden von selbst, oft auch, während ein Computer im Ruhezustand oder nicht im Büro ist. ${SAFE}`,
      'Verbinden Sie sich mit dem Büronetzwerk oder dem VPN. Sperren Sie dann den Bildschirm und entsperren Sie ihn mit Ihrem Passwort, oder melden Sie sich am Computer ab und wieder an. Prüfen Sie danach erneut. Bleibt es dabei, bitten Sie Ihre IT-Abteilung um ein neues Kerberos-Ticket auf diesem Computer, oder fragen Sie sie, ob der Proxy es annimmt.',
    ),
  'network-proxy-unreachable': (facts) =>
    say(
      `${proxy(facts)}, den dieser Computer nutzen soll, ist nicht erreichbar.`,
      `Ohne ihn hat die App keinen Weg zu AWS. ${SAFE}`,
      'Ist der Proxy nur im Büro oder über das VPN erreichbar, stellen Sie diese Verbindung her und prüfen Sie erneut. Andernfalls bitten Sie Ihre IT-Abteilung, die Proxy-Einstellungen zu berichtigen.',
    ),
  'network-certificate': (facts) =>
    say(
      facts.issuer
        ? `Das Zertifikat von ${toServer(facts)} wurde von „${facts.issuer}“ ausgestellt, und dieser Computer nimmt es nicht an.`
        : `Dieser Computer vertraut dem Zertifikat von ${toServer(facts)} nicht.`,
      'Über eine Verbindung, die jemand anderes mitlesen könnte, sendet die App nichts. Unternehmen, die den Datenverkehr untersuchen, haben ein eigenes Zertifikat, das auf diesem Computer installiert sein muss.',
      facts.issuer
        ? 'Fragen Sie Ihre IT-Abteilung, ob dieser Aussteller zu ihr gehört. Wenn ja, kann sie das Stammzertifikat des Unternehmens im Zertifikatspeicher des Systems installieren. Wenn nicht, machen Sie in diesem Netzwerk nicht weiter. Prüfen Sie auch Datum und Uhrzeit dieses Computers.'
        : 'Bitten Sie Ihre IT-Abteilung, das Stammzertifikat des Unternehmens im Zertifikatspeicher des Systems zu installieren. Prüfen Sie auch Datum und Uhrzeit dieses Computers.',
    ),
  'network-certificate-unfit': (facts) =>
    say(
      `Das Zertifikat für ${forServer(facts)} ${FLAWS[facts.flaw ?? ''] ?? 'genügt den heutigen Regeln nicht'} und wird deshalb nicht angenommen.`,
      `${facts.issuer ? `Es wurde von „${facts.issuer}“ ausgestellt, und dieser Computer vertraut diesem Aussteller` : 'Wer es ausgestellt hat, dem vertraut dieser Computer'}: Es hilft deshalb nicht, ein Stammzertifikat zu installieren. Meist stellt ein Gerät Ihres Unternehmens, das den Datenverkehr untersucht, solche Zertifikate aus; auch die Anmeldeseite eines Gastnetzwerks kann die Ursache sein. Es wurde nichts gesendet. ${SAFE}`,
      'Bitten Sie Ihre IT-Abteilung, das Zertifikat dieses Geräts zu erneuern: mit der Adresse des Servers unter den Namen, mit SHA-256 und einem Schlüssel von mindestens 2048 Bit. Oder bitten Sie sie, den Datenverkehr der App von der Untersuchung auszunehmen. In einem Gastnetzwerk melden Sie sich zuerst im Browser an. Prüfen Sie dann erneut.',
    ),
  'network-certificate-date': (facts) =>
    say(
      `Das Zertifikat für ${forServer(facts)} ist nach Datum und Uhrzeit dieses Computers nicht gültig.`,
      `Entweder geht die Uhr dieses Computers falsch, oder das Zertifikat${facts.issuer ? `, ausgestellt von „${facts.issuer}“,` : ''} ist abgelaufen. Es wurde nichts gesendet. ${SAFE}`,
      'Kontrollieren Sie Datum, Uhrzeit und Zeitzone dieses Computers und prüfen Sie dann erneut. Stimmen sie, braucht das Gerät Ihres Unternehmens, das den Datenverkehr untersucht, ein neues Zertifikat: Ihre IT-Abteilung kann es erneuern.',
    ),
  'network-client-certificate': (facts) =>
    say(
      facts.proxy
        ? `${server(facts)} oder der Proxy „${facts.proxy}“ auf dem Weg dorthin verlangt ein Zertifikat, das Sie ausweist.`
        : `${server(facts)} verlangt ein Zertifikat, das Sie ausweist.`,
      `Die App zeigt niemandem ein Zertifikat dieses Computers und hat keines gesendet. AWS und Spot verlangen nie eines: Das tut ein Gerät Ihres Unternehmens auf dem Weg dorthin. ${SAFE}`,
      `Bitten Sie Ihre IT-Abteilung, diesem Computer den Weg zu ${HOSTS} ohne Client-Zertifikat zu öffnen, oder prüfen Sie erneut aus einem anderen Netzwerk.`,
    ),
  'network-server-password': (facts) =>
    say(
      `${server(facts)} verlangt Benutzername und Passwort, wie eine Webseite es tut.`,
      `AWS und Spot fragen nie auf diese Art; also antwortet auf dem Weg etwas an ihrer Stelle. Die App hat kein Passwort gesendet. ${SAFE}`,
      `Geben Sie deswegen nirgends Ihr Passwort für AWS ein. Fragen Sie Ihre IT-Abteilung, was in diesem Netzwerk anstelle von ${HOSTS} antwortet, oder prüfen Sie erneut aus einem anderen Netzwerk.`,
    ),
  'network-captive-portal': (facts) =>
    say(
      `Statt einer Antwort von ${toServer(facts)} kam eine Webseite zurück.`,
      `Das tun Hotels, Gastnetzwerke und Webfilter, bis sich jemand anmeldet oder ihre Bedingungen annimmt. ${SAFE}`,
      'Öffnen Sie in Ihrem Browser eine beliebige Webseite, erledigen Sie, was Ihr Netzwerk verlangt, und prüfen Sie dann erneut. Im Büro fragen Sie Ihre IT-Abteilung, ob ein Webfilter AWS oder Spot sperrt.',
    ),
  'network-failed': (facts) =>
    say(
      `Die Verbindung zu ${toServer(facts)} ist fehlgeschlagen.`,
      `Die technischen Angaben unten nennen die Ursache, wie das Netzwerk sie meldet. ${SAFE}`,
      'Prüfen Sie erneut. Bleibt es dabei, senden Sie die technischen Angaben an Ihre IT-Abteilung.',
    ),
} satisfies Sentences<typeof english>
