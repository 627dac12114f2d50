import type { appErrors as english } from '../../en/errors/app.ts'
import { connections } from '../connections.ts'
import { fact, NOTHING_CHANGED, named, say, when } from './sentence.ts'
import type { Known, Sentences } from './sentence.ts'

const VAULT_REASONS: Readonly<Record<string, string>> = {
  'no-service': 'In dieser Sitzung läuft kein Dienst für den Schlüsselbund.',
  'no-keyring': 'Es gibt noch keinen Standardschlüsselbund.',
  'no-library': 'Die Systembibliothek für den Schlüsselbund (libsecret) ist nicht installiert.',
  'no-cipher':
    'Der Dienst des Schlüsselbunds ist KWallet, und dessen Verschlüsselung ist nicht installiert. Unter Debian und Ubuntu ist das das Paket libqca-qt5-2-plugins, für ein neueres KWallet libqca-qt6-plugins.',
  confined:
    'Eine Regel dieses Computers hält die App davon fern, etwa bei einem Snap oder Flatpak, das gespeicherte Passwörter nicht nutzen darf.',
  'no-logon-session':
    'Windows gibt einer Sitzung dieser Art keinen Zugriff auf die Anmeldeinformationsverwaltung.',
  dismissed: 'Die Frage nach dem Passwort des Schlüsselbunds wurde ohne Antwort geschlossen.',
  restarted: 'Der Dienst des Schlüsselbunds wurde mitten in einer Anfrage neu gestartet.',
  timeout:
    'Der Schlüsselbund hat nicht rechtzeitig geantwortet. Vielleicht wartet hinter anderen Fenstern eines, das nach seinem Passwort fragt oder ihn einrichten will.',
  closed:
    'Das Fenster des Schlüsselbunds wurde geschlossen, bevor er eingerichtet war. Deshalb gibt es noch keinen, der die Anmeldung aufbewahren könnte.',
  crash: 'Der Dienst des Schlüsselbunds wurde unerwartet beendet.',
  file: 'Die Datei mit der verschlüsselten Anmeldung ließ sich nicht lesen oder schreiben.',
}
const ODDITIES: Readonly<Record<string, string>> = {
  folder: 'An dieser Stelle liegt ein Ordner.',
  pipe: 'An dieser Stelle liegt eine Pipe, aus der das Lesen vielleicht nie endet.',
  socket: 'An dieser Stelle liegt ein Socket.',
  device: 'An dieser Stelle liegt ein Gerät.',
  link: 'An dieser Stelle liegt eine Verknüpfung, die überallhin führen könnte.',
  'link-circle': 'Es ist eine Verknüpfung, die auf sich selbst zurückführt.',
}
const oddly = (facts: Known<'oddity' | 'limit'>): string =>
  ODDITIES[facts.oddity ?? ''] ?? `Die Datei ist größer als ${fact(facts, 'limit', 'einige')} MB.`
/** An entry of the keychain, as its own program shows it: subject or object of a sentence. */
const entryOf = (facts: Known<'entry'>): string =>
  named(facts, 'entry', 'der Eintrag', 'der Eintrag der App')
const theEntry = (facts: Known<'entry'>): string =>
  named(facts, 'entry', 'den Eintrag', 'den Eintrag der App')
const KEY_OPENS_NOTHING =
  'Damit lässt sich nichts mehr öffnen: Die verschlüsselte Datei, zu der er gehörte, ist gelöscht. Ihr AWS-Konto ist nicht betroffen.'
const because = (reason: string | undefined): string =>
  when(VAULT_REASONS[reason ?? ''], (sentence) => sentence)
const fileIs = (facts: Known<'file'>): string =>
  when(facts.file, (file) => `Die Datei ist ${file}.`)

const theFolder = (facts: Known<'folder'>): string =>
  facts.folder ? `Der Ordner ${facts.folder}` : 'Der Ordner der App'

/** What of a connection a newer version has written. */
const NEWER_PARTS: Readonly<Record<string, string>> = {
  state: 'Der gespeicherte Stand dieser Verbindung',
  vault: 'Die gespeicherte Anmeldung dieser Verbindung',
  record: 'Das Protokoll der Aufrufe dieser Verbindung',
}

/** The app itself, this computer's disk and its keychain. */
export const appErrors = {
  'connection-name-unseen': () =>
    say(
      'Dieser Name enthält Zeichen, die man nicht sieht.',
      'Damit könnten zwei Verbindungen gleich aussehen. Der Name wurde nicht geändert.',
      'Löschen Sie, was wie ⟨U+200B⟩ markiert ist, oder geben Sie den Namen neu ein.',
    ),
  cancelled: () =>
    say(
      'Sie haben diesen Vorgang abgebrochen.',
      'Was bis dahin fertig war, bleibt, wie es ist. Eine Anfrage, die AWS schon angenommen hatte, führt AWS vielleicht noch zu Ende.',
      'Starten Sie denselben Vorgang erneut, wenn Sie so weit sind. Nichts geschieht doppelt.',
    ),
  'not-created-here': (facts) =>
    say(
      `${facts.name ? `„${facts.name}“` : 'Dies'} wurde nicht von dieser App angelegt und bleibt deshalb unberührt.`,
      `Es fehlt das Tag, mit dem die App alles kennzeichnet, was sie anlegt. ${NOTHING_CHANGED}`,
      'Soll es trotzdem verschwinden, bitten Sie die Person, der es gehört, es in der AWS-Konsole zu entfernen.',
    ),
  'removal-order': (facts) =>
    say(
      `AWS liefert ${named(facts, 'report', 'den Kostenbericht')} noch in ${named(facts, 'bucket', 'den Bucket')}.`,
      `Ohne seinen Bucket würde der Bericht fehlschlagen, und AWS könnte während des Löschens neue Dateien bringen. ${NOTHING_CHANGED}`,
      'Entfernen Sie zuerst den Bericht, dann den Bucket. Stammt der Bericht nicht von dieser App, behalten Sie den Bucket.',
    ),
  'removal-slow': (facts) =>
    say(
      `AWS löscht ${named(facts, 'stack', 'den Stack')} noch.`,
      'Meist dauert das weniger als zwei Minuten. AWS macht von selbst weiter, auch wenn diese App geschlossen ist.',
      'Prüfen Sie in einigen Minuten erneut. Bleibt es dabei, sieht Ihre AWS-Administration den Grund in der CloudFormation-Konsole.',
    ),
  'wipe-key-left': (facts) =>
    say(
      'Die Anmeldung wurde von diesem Computer gelöscht, aber ihr Schlüssel liegt noch im Schlüsselbund.',
      `Die App durfte ${theEntry(facts)} nicht aus dem Schlüsselbund entfernen. ${KEY_OPENS_NOTHING}`,
      facts.removed
        ? `Für Ihre Sicherheit müssen Sie nichts tun. Zum Aufräumen entsperren Sie den Schlüsselbund und löschen ${theEntry(facts)} in dessen eigenem Programm.`
        : 'Entsperren Sie den Schlüsselbund dieses Computers und entfernen Sie die Anmeldung dann erneut.',
    ),
  'wipe-key-unproven': (facts) =>
    say(
      'Die Anmeldung wurde von diesem Computer gelöscht, aber der Schlüsselbund hat nicht bestätigt, dass auch ihr Schlüssel gelöscht ist.',
      `Vielleicht ist ${entryOf(facts)} noch da: Eine Frage des Schlüsselbunds kann abgelehnt oder geschlossen worden sein, und Passwortmanager wie KeePassXC führen Einträge für jeden Programmstart getrennt. ${KEY_OPENS_NOTHING}`,
      facts.removed
        ? `Für Ihre Sicherheit müssen Sie nichts tun. Zum Aufräumen öffnen Sie das Programm, das Ihre Passwörter verwaltet, und löschen dort ${theEntry(facts)}.`
        : `Entfernen Sie die Anmeldung erneut und stimmen Sie zu, wenn ein Fenster danach fragt. Oder öffnen Sie das Programm, das Ihre Passwörter verwaltet, löschen Sie dort ${theEntry(facts)} und entfernen Sie die Anmeldung dann erneut: Die App stellt dann fest, dass er gelöscht ist.`,
    ),
  'wipe-file-left': (facts) =>
    say(
      'Die Datei mit der verschlüsselten Anmeldung ließ sich nicht von diesem Computer löschen.',
      facts.entry
        ? `Auch der Schlüssel dazu, ${entryOf(facts)}, ließ sich nicht aus dem Schlüsselbund entfernen: Beide zusammen enthalten die Anmeldung noch. AWS beendet die Sitzung von selbst, meist innerhalb von acht Stunden.`
        : 'Der Schlüssel dazu wurde aus dem Schlüsselbund entfernt. Deshalb kann niemand die Datei mehr öffnen.',
      facts.removed
        ? `Die technischen Angaben unten nennen die Datei. Löschen Sie sie von Hand${facts.entry ? ` und ebenso ${theEntry(facts)} in dem Programm, das Ihre Passwörter verwaltet` : ''}. Ihre IT-Abteilung kann dabei helfen.`
        : 'Machen Sie den Ordner der App beschreibbar (die technischen Angaben unten nennen die Datei) und entfernen Sie die Anmeldung dann erneut.',
    ),
  'erase-left': (facts) =>
    say(
      `${named(facts, 'file', 'Die Datei oder der Ordner', 'Eine Datei der App')} ließ sich nicht löschen.`,
      `Dieser Computer hat es verweigert${when(facts.reason, (reason) => `(${reason})`)}. Hier geht es um anderes, was die App gespeichert hat; wie es um die Anmeldung steht, wird gesondert gesagt.`,
      'Schließen Sie andere Programme, die darauf zugreifen könnten, und machen Sie den Ordner beschreibbar. Versuchen Sie es dann erneut, oder löschen Sie es von Hand.',
    ),
  'erase-entry-unproven': (facts) =>
    say(
      `Der Schlüsselbund hat nicht bestätigt, dass ${entryOf(facts)} gelöscht ist.`,
      'Damit hatte die App erprobt, ob der Schlüsselbund funktioniert. Der Eintrag enthält zufällige Zeichen und öffnet nichts.',
      `Stimmen Sie zu, wenn der Schlüsselbund fragt, und versuchen Sie es erneut. Oder suchen Sie ${theEntry(facts)} in dem Programm, das Ihre Passwörter verwaltet, und löschen Sie ihn dort.`,
    ),
  'sign-in-goes-on': (facts) =>
    say(
      'Die Anmeldung wie in der AWS-Konsole ist auf diesem Computer gelöscht, bei AWS aber nicht beendet.',
      `Bei AWS läuft sie weiter${facts.until && facts.day ? `, längstens bis zum ${facts.day} um ${facts.until},` : ''} und endet dann von selbst. Die App hat den Schlüssel dazu nicht mehr.`,
      'Sie müssen nichts tun.',
    ),
  'wipe-aws-not-told': (facts) =>
    say(
      'Die Anmeldung wurde von diesem Computer gelöscht, aber AWS ließ sich nicht anweisen, die Sitzung zu beenden.',
      'Von hier aus kann sie niemand mehr nutzen. AWS beendet die Sitzung von selbst, meist innerhalb von acht Stunden.',
      facts.removed
        ? 'Sie müssen nichts tun. Soll die Sitzung sofort enden, melden Sie sich im Browser aus dem AWS-Zugangsportal ab.'
        : 'Prüfen Sie die Netzwerkverbindung und entfernen Sie die Anmeldung dann erneut, solange die App noch geöffnet ist.',
    ),
  unexpected: () =>
    say(
      'Die App ist in eine Lage geraten, die sie nicht kennt.',
      'Dieser Schritt wurde angehalten. Die anderen Schritte und Ihr AWS-Konto sind, wie sie vorher waren.',
      'Prüfen Sie den Schritt erneut. Geschieht es wieder, kopieren Sie die technischen Angaben unten und senden Sie sie an Ihre IT-Abteilung oder an Spot Support.',
    ),
  'invalid-command': () =>
    say(
      'Das Fenster hat etwas angefordert, was die App nicht ausführt.',
      `Die Anfrage wurde abgewiesen. ${NOTHING_CHANGED}`,
      'Schließen Sie die App und starten Sie sie neu. Ihr Stand bleibt erhalten.',
    ),
  busy: () =>
    say(
      'Dieser Schritt arbeitet noch.',
      'Er nimmt immer nur eine Anweisung an, damit nichts doppelt geschieht.',
      'Warten Sie, bis er fertig ist, oder brechen Sie ihn zuerst ab.',
    ),
  'not-now': () =>
    say(
      'Das kann dieser Schritt gerade nicht tun.',
      'Entweder ist ein früherer Schritt noch nicht erledigt, oder dieser ist schon fertig.',
      'Machen Sie mit dem Schritt weiter, den die Checkliste als offen zeigt.',
    ),
  'file-unreadable': (facts) =>
    say(
      `${named(facts, 'file', 'Die Datei')} lässt sich nicht lesen.`,
      'Dieser Computer hat sie nicht geöffnet, oder sie ist nicht mehr da.',
      'Prüfen Sie, ob es die Datei gibt und ob Sie sie öffnen dürfen, und wählen Sie sie dann erneut aus.',
    ),
  'file-odd': (facts) =>
    say(
      `${named(facts, 'file', 'Der Pfad', 'Dieser Pfad')} führt nicht zu einer Datei, die die App lesen kann.`,
      `${oddly(facts)} Daran wurde nichts verändert, und sonst ist nichts betroffen.`,
      'Wählen Sie eine andere Datei, oder fragen Sie die Person, die diesen Computer eingerichtet hat, wozu das dient.',
    ),
  'hand-over-newer': (facts) =>
    say(
      `${named(facts, 'file', 'Die Datei')} stammt von einer neueren Version dieser App.`,
      'Diese Version kann sie nicht lesen. Nichts daraus wurde verwendet, und es wurde nichts geändert.',
      'Installieren Sie die neuere Version. Oder bitten Sie die Person, von der die Datei kommt, um die Seite für den Browser (ihr Name endet auf „html“), und geben Sie ein, was darin steht.',
    ),
  'hand-over-other-account': (facts) =>
    say(
      `Die Datei betrifft ${facts.named ? `das AWS-Konto ${facts.named}` : 'ein anderes AWS-Konto'}.`,
      `Diese Verbindung betrifft ${facts.account ? `das Konto ${facts.account}` : 'ein anderes'}. Nichts aus der Datei wurde verwendet, und es wurde nichts geändert.`,
      'Wählen Sie die Verbindung des genannten Kontos oder eine neue.',
    ),
  'hand-over-not-understood': (facts) =>
    say(
      `${named(facts, 'file', 'Die Datei')} kann so nicht von dieser App stammen.`,
      `Sie ist vielleicht beschädigt, oder jemand hat sie verändert. ${
        facts.reason ? `Nicht zu verstehen ist diese Stelle: ${facts.reason}. ` : ''
      }Nichts daraus wurde verwendet, und es wurde nichts geändert.`,
      'Bitten Sie die Person, von der die Datei kommt, sie neu zu speichern und noch einmal zu senden. Ihre Seite für den Browser (der Name endet auf „html“) enthält dasselbe: Die Werte daraus lassen sich eingeben.',
    ),
  'choices-not-understood': (facts) =>
    say(
      'Etwas, das für diese Verbindung gespeichert war, hätte die App so nicht gespeichert. Deshalb wird es nicht verwendet.',
      `Es wurde deswegen niemand kontaktiert und nichts geöffnet.${when(facts.choices, (ids) => `Es betrifft: ${ids}.`)} Alles andere, was gespeichert war, wird verwendet, und in AWS wurde nichts geändert.${when(facts.file, (file) => `Die Datei wurde unverändert als ${file} aufbewahrt.`)}`,
      'Beantworten Sie erneut, was die Checkliste fragt. Kommt das für Sie unerwartet, informieren Sie Ihre IT-Abteilung: Jemand könnte die Dateien der App verändert haben.',
    ),
  'settings-set-aside': (facts) =>
    say(
      'Die Liste Ihrer Zahlerkonten ließ sich nicht lesen. Deshalb stehen sie vielleicht in anderer Reihenfolge.',
      `Von den Konten selbst ist nichts verloren.${when(facts.file, (file) => `Was an der Stelle der Liste lag, wurde als ${file} aufbewahrt.`)}`,
      'Machen Sie weiter wie gewohnt. Kommt das für Sie unerwartet, informieren Sie Ihre IT-Abteilung.',
    ),
  'disk-write-failed': (facts) =>
    say(
      'Ihr Stand ließ sich auf diesem Computer nicht speichern.',
      `Vielleicht ist der Datenträger voll oder der Ordner geschützt.${fileIs(facts)} Wird die App jetzt geschlossen, fragt sie vielleicht noch einmal nach Angaben, die Sie schon gemacht haben. Was es in AWS gibt, findet sie von selbst.`,
      'Schaffen Sie Platz auf dem Datenträger oder machen Sie den Ordner beschreibbar, und prüfen Sie den Schritt dann erneut.',
    ),
  'folder-read-only': (facts) =>
    say(
      'Die App kann auf diesem Computer nicht in ihren eigenen Ordner schreiben.',
      `Dort speichert sie Ihre Angaben und die verschlüsselte Anmeldung; ohne ihn arbeitet sie nicht.${when(facts.folder, (folder) => `Der Ordner ist ${folder}.`)} Es wurde nichts geändert, weder hier noch in AWS.`,
      'Bitten Sie Ihre IT-Abteilung, diesen Ordner für Sie beschreibbar zu machen, und starten Sie die App dann neu.',
    ),
  'folder-not-yours': (facts) =>
    say(
      `${theFolder(facts)} gehört einem anderen Benutzerkonto dieses Computers. Deshalb verwendet die App den Ordner nicht.`,
      'Wer dieses Konto nutzt, könnte jederzeit lesen und ändern, was die App dort speichert. Darin wurde nichts gelesen oder geschrieben, und in AWS wurde nichts geändert.',
      'Starten Sie die App unter Ihrem eigenen Benutzerkonto, ohne „sudo“ und mit einem eigenen Ordner. Oder bitten Sie Ihre IT-Abteilung, Ihnen diesen Ordner zu übertragen.',
    ),
  'trust-not-yours': (facts) =>
    say(
      'Ein anderes Benutzerkonto dieses Computers könnte bestimmen, welchen Zertifikaten die App vertraut.',
      `Die Zertifikate liegen ${facts.folder ? `im Ordner ${facts.folder}` : 'in einem Ordner unterhalb Ihres persönlichen Ordners'}, auf den nicht nur Sie Zugriff haben. Wer sie ändert, könnte Ihre Anmeldung mitlesen. Deshalb wurde die App nicht gestartet: Es wurde nichts gesendet und in AWS nichts geändert.`,
      'Starten Sie die App unter Ihrem eigenen Benutzerkonto und mit Ihrem eigenen persönlichen Ordner. Oder bitten Sie Ihre IT-Abteilung, den genannten Ordner Ihnen zu übertragen und für alle anderen gegen Schreiben zu sperren.',
    ),
  'folder-was-open': (facts) =>
    say(
      'Andere Benutzerkonten dieses Computers konnten die Dateien der App ändern.',
      `${theFolder(facts)} war für sie offen. ${facts.still ? 'Er lässt sich nicht schließen: Der Datenträger, auf dem er liegt, kennt keine Eigentümer.' : 'Jetzt haben nur noch Sie Zugriff.'} Ihre Anmeldung ist darin verschlüsselt, und alles Gespeicherte wird geprüft, bevor die App es verwendet.`,
      facts.still
        ? 'Bitten Sie Ihre IT-Abteilung um einen Ordner, den nur Sie öffnen können.'
        : 'Sehen Sie die Checkliste durch, bevor Sie weitermachen. Ist etwas nicht so, wie Sie es verlassen haben, informieren Sie Ihre IT-Abteilung.',
    ),
  'folder-place-open': (facts) =>
    say(
      'Andere Benutzerkonten dieses Computers können den Ordner der App austauschen.',
      `Er liegt ${facts.parent ? `im Ordner ${facts.parent}` : 'in einem Ordner'}, in den auch andere schreiben dürfen. Sie können ihn von dort entfernen. Ein Ordner, den sie an seine Stelle legen, gehört ihnen, und die App lehnt ihn ab.`,
      'Bitten Sie Ihre IT-Abteilung, den übergeordneten Ordner für andere zu sperren oder den Ordner der App an einen anderen Ort zu legen.',
    ),
  'state-set-aside': (facts) =>
    say(
      'Der gespeicherte Stand ließ sich nicht lesen. Deshalb beginnt die App mit einer leeren Checkliste.',
      `Die alte Datei wurde${when(facts.file, (file) => `als ${file}`)} aufbewahrt. An Ihrem AWS-Konto wurde nichts geändert, und was es dort schon gibt, findet die App wieder.`,
      'Gehen Sie die Schritte noch einmal durch. Bei Bedarf kann Ihre IT-Abteilung die alte Datei ansehen.',
    ),
  'audit-write-failed': (facts) =>
    say(
      'Das Protokoll der Aufrufe ließ sich nicht schreiben.',
      `Vielleicht ist der Datenträger voll oder der Ordner geschützt.${fileIs(facts)} Die Arbeit geht weiter, und sonst ist nichts betroffen. Im Protokoll können aber von jetzt an Aufrufe fehlen.`,
      'Schaffen Sie Platz auf dem Datenträger oder machen Sie den Ordner beschreibbar. Das Protokoll wird dann von selbst fortgesetzt und nennt, wie viel fehlt.',
    ),
  registered: () =>
    say(
      'Der letzte Schritt ist getan. Wer das Konto verwaltet und welches es ist, steht damit fest.',
      'Es wurde nichts geändert. „Erneut prüfen“ liest die Schritte noch einmal, beginnt sie aber nicht von vorn.',
      `Für ein weiteres Zahlerkonto wählen Sie oben im Fenster „${connections.add}“. Wollen Sie mit diesem Konto von vorn beginnen, trennen Sie zuerst seine Verbindung.`,
    ),
  'state-newer': (facts) =>
    say(
      `${NEWER_PARTS[facts.part ?? ''] ?? NEWER_PARTS['state']} wurde von einer neueren Version dieser App geschrieben.`,
      `Diese Version kann das nicht lesen. Sie lässt alles, was zu dieser Verbindung gehört, wie es ist, und kann mit der Verbindung nichts tun. Es wurde nichts geändert, weder hier noch in AWS.${fileIs(facts)} Ihre anderen Verbindungen sind nicht betroffen.`,
      `Installieren Sie wieder die neuere Version: Sie macht dort weiter, wo sie stehen geblieben ist.${facts.part === 'vault' ? ' Lief auf diesem Computer nie eine neuere Version, ist die Datei beschädigt: Sobald sie an einen anderen Ort verschoben ist, melden Sie sich hier neu an.' : ''}`,
    ),
  'settings-newer': (facts) =>
    say(
      'Die Einstellungen des Fensters wurden von einer neueren Version dieser App geschrieben.',
      `Diese Version kann sie nicht lesen und lässt sie, wie sie sind${facts.file ? ` (${facts.file})` : ''}. In welcher Reihenfolge Ihre Verbindungen stehen und welche zuerst gezeigt wird, merkt sich die App nur, bis Sie sie schließen. Sonst ist nichts betroffen.`,
      'Sie müssen nichts tun. Möchten Sie Ihre Reihenfolge zurück, installieren Sie wieder die neuere Version.',
    ),
  'connection-unknown': () =>
    say(
      'Diese Verbindung steht nicht mehr in der Liste.',
      'Wahrscheinlich wurde sie gerade eben entfernt. Die anderen Verbindungen sind nicht betroffen.',
      'Wählen Sie oben im Fenster eine andere Verbindung, oder fügen Sie eine neue hinzu.',
    ),
  'vault-missing': (facts) =>
    say(
      'Auf diesem Computer gibt es keinen Schlüsselbund, den die App nutzen kann.',
      `Anmeldungen werden immer nur mit dem Schlüsselbund verschlüsselt gespeichert, nie im Klartext.${because(facts.reason)}`,
      'Bitten Sie Ihre IT-Abteilung, den Schlüsselbund des Systems einzurichten, und versuchen Sie es erneut. Oder fahren Sie nur für diese Sitzung fort: Dann melden Sie sich nach dem Schließen der App neu an.',
    ),
  'vault-locked': (facts) => {
    switch (facts.reason) {
      case 'no-key':
        return say(
          'Der Schlüsselbund dieses Computers hat den Schlüssel zu Ihrer gespeicherten Anmeldung nicht herausgegeben.',
          `Entweder ist er gesperrt, oder eine Frage nach ${named(facts, 'entry', 'dem Eintrag', 'dem Eintrag der App')} wurde abgelehnt oder geschlossen: Dann ist nichts verloren. Oder diesen Eintrag gibt es nicht mehr, etwa weil der Schlüsselbund mit einem neuen Passwort zurückgesetzt wurde: Dann kann niemand die gespeicherte Anmeldung je wieder öffnen.`,
          'Entsperren Sie den Schlüsselbund (meist mit dem Passwort, das Sie für diesen Computer verwenden), versuchen Sie es erneut und erlauben Sie den Zugriff, wenn ein Fenster danach fragt. Nur wenn er entsperrt ist und trotzdem kein Fenster fragt, lassen Sie die App die gespeicherte Anmeldung vergessen und melden Sie sich neu an.',
        )
      case 'refused':
        return say(
          'Der Schlüsselbund dieses Computers hat den Schlüssel für Ihre Anmeldung nicht aufbewahrt.',
          `Eine Frage des Schlüsselbunds wurde abgelehnt oder geschlossen. Wahrscheinlich enthält er ${theEntry(facts)} von früher und darf ihn nicht ersetzen. Deshalb wurde nichts gespeichert. Ihr AWS-Konto ist nicht betroffen.`,
          `Versuchen Sie es erneut und erlauben Sie den Zugriff, wenn ein Fenster danach fragt. Oder löschen Sie ${theEntry(facts)} in dem Programm, das Ihre Passwörter verwaltet, und versuchen Sie es dann erneut. Oder fahren Sie nur für diese Sitzung fort.`,
        )
      case 'kept':
        return say(
          'Die gespeicherte Anmeldung wurde gelöscht, aber der Schlüsselbund hat nicht bestätigt, dass auch ihr Schlüssel gelöscht ist.',
          `Vielleicht ist ${entryOf(facts)} noch da. ${KEY_OPENS_NOTHING}`,
          `Versuchen Sie es erneut und stimmen Sie zu, wenn ein Fenster danach fragt. Oder löschen Sie ${theEntry(facts)} in dem Programm, das Ihre Passwörter verwaltet, und versuchen Sie es dann erneut.`,
        )
      default:
        return say(
          'Der Schlüsselbund dieses Computers ist gesperrt.',
          `Eine gespeicherte Anmeldung lässt sich erst öffnen, wenn Sie ihn entsperren. Verloren ist sie nicht.${because(facts.reason)}`,
          'Entsperren Sie den Schlüsselbund (meist mit dem Passwort, das Sie für diesen Computer verwenden) und versuchen Sie es erneut. Oder fahren Sie nur für diese Sitzung fort.',
        )
    }
  },
  'vault-set-aside': (facts) =>
    say(
      'Die gespeicherte Anmeldung ließ sich nicht öffnen. Deshalb sollen Sie sich neu anmelden.',
      `Die verschlüsselte Datei wurde beschädigt oder verändert, oder sie gehört zu einem anderen Computer oder einer anderen Verbindung. Sie wurde${when(facts.file, (file) => `als ${file}`)} aufbewahrt, öffnet ohne den Schlüsselbund nichts und wird mit der Anmeldung gelöscht. Ihre Angaben und Ihr AWS-Konto sind nicht betroffen.`,
      'Melden Sie sich neu bei AWS an. Kommt das für Sie unerwartet, informieren Sie Ihre IT-Abteilung.',
    ),
  'vault-broken': (facts) =>
    facts.reason === 'closed'
      ? say(
          'Der Schlüsselbund dieses Computers ist noch nicht eingerichtet.',
          `Die App kann die Anmeldung nicht speichern. Ihr AWS-Konto ist nicht betroffen.${because(facts.reason)}`,
          'Versuchen Sie es erneut und gehen Sie das Fenster, das erscheint, bis zum Ende durch. Oder fahren Sie nur für diese Sitzung fort.',
        )
      : say(
          'Der Schlüsselbund dieses Computers hat nicht funktioniert.',
          `Die App kann die Anmeldung nicht speichern oder öffnen. Ihr AWS-Konto ist nicht betroffen.${because(facts.reason)}`,
          'Versuchen Sie es erneut. Bleibt es dabei, fahren Sie nur für diese Sitzung fort und informieren Sie Ihre IT-Abteilung.',
        ),
} satisfies Sentences<typeof english>
