import { LONGEST_CONTACT, RETENTION_DAYS } from '../../managed/limits.ts'
import type { settingsExplained as english } from '../en/managed-settings.ts'

/**
 * The settings that an organization makes, as its administrators read of them: in the files that are made
 * for them (`resources/managed`), and nowhere in the app.
 */
export const settingsExplained: typeof english = {
  AllowedPortals: {
    description:
      'Die AWS-Zugangsportale, bei denen man sich anmelden darf, eine Adresse je Eintrag, zum Beispiel https://example.awsapps.com/start. „https://“ und „/start“ können entfallen. Ohne diese Einstellung ist jedes Portal erlaubt.',
    forbids:
      'Die Anmeldung bei jedem anderen Zugangsportal, auch bei einem, zu dem eine eigene Adresse des Unternehmens führt.',
  },
  AllowedRegions: {
    description:
      'Die AWS-Regionen, in denen man sich anmelden darf, eine je Eintrag, zum Beispiel eu-central-1: die von IAM Identity Center und us-east-1 für die Anmeldung wie in der AWS-Konsole, die für alle dort ist. Über die Regionen, in denen etwas angelegt wird, sagt sie nichts. Ohne diese Einstellung ist jede Region erlaubt.',
    forbids:
      'Die Anmeldung mit IAM Identity Center in jeder anderen Region, auch über ein Profil der AWS CLI. Ohne us-east-1 in der Liste die Anmeldung wie in der AWS-Konsole.',
  },
  AllowedAccounts: {
    description:
      'Die Nummern der AWS-Konten, die verbunden werden dürfen, eine je Eintrag, zwölf Ziffern ohne Bindestriche. Bei einem Profil der AWS CLI, das eine Rolle annimmt, zählt das Konto dieser Rolle und nicht das, in dem die Kette beginnt. Was früher in einem Konto eingerichtet wurde, das nicht in der Liste steht, lässt sich mit der App auch nicht zurücknehmen: Nehmen Sie das Konto für diese Zeit auf, oder entfernen Sie es in der AWS-Konsole. Ohne diese Einstellung darf jedes Konto verbunden werden.',
    forbids:
      'Jedes andere AWS-Konto zu wählen, anzusehen, zu ändern oder zu registrieren und dort etwas zurückzunehmen.',
  },
  AllowedSignInWays: {
    description:
      'Die erlaubten Wege, einer je Eintrag: portal (IAM Identity Center), console (wie in der AWS-Konsole), keys (eingefügte kurzlebige Schlüssel), profile (ein Profil der AWS CLI), by-hand (jeder Schritt von Hand, ohne Anmeldung). Ohne diese Einstellung sind alle erlaubt; mit ihr ist ein Weg, den eine spätere Version hinzufügt, nicht erlaubt.',
    forbids: 'Jeden Weg, der nicht in der Liste steht.',
  },
  AllowDeviceCode: {
    description:
      'Ob man sich im Browser eines anderen Geräts anmelden darf: mit einem Code von IAM Identity Center oder mit dem Code, den die AWS-Konsole anzeigt. Ohne diese Einstellung ja.',
    forbids: 'Wenn nein: jede Anmeldung, die auf einem anderen Gerät bestätigt wird.',
  },
  AllowVanityAddresses: {
    description:
      'Ob anstelle der Adresse des Portals eine eigene Adresse des Unternehmens eingegeben werden darf; die App fragt sie einmal, wohin sie führt. Ohne diese Einstellung ja.',
    forbids:
      'Wenn nein: jede Adresse, die nicht zu AWS gehört; eine solche Adresse wird nicht aufgerufen.',
  },
  SessionOnly: {
    description:
      'Ob Anmeldungen nur im Arbeitsspeicher bleiben, sodass der nächste Start der App ohne Anmeldung beginnt. Eine früher aufbewahrte wird beim nächsten Start entfernt und bei AWS beendet. Ohne diese Einstellung nein.',
    forbids:
      'Wenn ja: eine Anmeldung auf den Datenträger zu schreiben und einen Eintrag im Schlüsselbund anzulegen.',
  },
  AllowSpotApi: {
    description:
      'Ob das Konto mit einem Spot-Token über die Spot-API registriert werden darf. Ohne diese Einstellung ja. Wenn nein, wird es in der Spot-Konsole von Hand registriert.',
    forbids: 'Wenn nein: ein Spot-Token einzugeben und jede Anfrage an die Spot-API.',
  },
  AllowOwnTemplates: {
    description:
      'Ob eine andere CloudFormation-Vorlage als die mitgelieferte geöffnet werden darf. Ohne diese Einstellung ja. Wenn nein, ändern erlaubte Fingerabdrücke daran nichts.',
    forbids:
      'Wenn nein: jede andere Vorlage als die mitgelieferte zu öffnen, freizugeben und zu verwenden.',
  },
  AllowedTemplateFingerprints: {
    description:
      'Die Vorlagen, die neben der mitgelieferten verwendet werden dürfen: ihre SHA-256-Fingerabdrücke, einer je Eintrag, 64 hexadezimale Ziffern, wie die Prüfung sie anzeigt. Ohne diese Einstellung ist jede Vorlage erlaubt, sofern andere als die mitgelieferte erlaubt sind.',
    forbids:
      'Jede Vorlage mit einem anderen Fingerabdruck freizugeben und zu verwenden, außer der mitgelieferten.',
  },
  RequireExternalId: {
    description:
      'Ob die Rolle für Spot eine externe ID verlangen muss. Ohne diese Einstellung nein.',
    forbids: 'Wenn ja: ohne externe ID fortzufahren.',
  },
  BucketNamePattern: {
    description:
      'Wie der ganze Name des Buckets für den Bericht aussehen muss: * steht für beliebige Zeichen, ? für eines. Zum Beispiel finance-*-billing. Das gilt auch für einen Bucket, den ein MSP nennt. Die Rechte der Person, die einrichtet, müssen solche Namen umfassen: resources/operator-policy.json handelt von spot-eco-cur-*, bis Sie Ihr Muster eintragen. Ohne diese Einstellung ist jeder Name erlaubt.',
    forbids:
      'Einen Bucket anzulegen oder zu wählen, dessen Name nicht passt, oder mit einem früher gewählten weiterzumachen. Zurücknehmen lässt sich das Angelegte weiterhin.',
  },
  ClassicBucketNamesOnly: {
    description:
      'Ob neue Buckets gewöhnliche Namen bekommen und keine im eigenen Namensraum des Kontos (die auf -an enden). Ein solcher, den es schon gibt, darf weiterhin gewählt werden: Ist auch das nicht gewollt, so fassen Sie das Muster für die Namen von Buckets so, dass er nicht passt. Ohne diese Einstellung nein.',
    forbids:
      'Wenn ja: einen Bucket im eigenen Namensraum des Kontos anzulegen. Einen zu wählen ist erlaubt.',
  },
  ProxyServer: {
    description:
      'Der Proxy, über den die App ins Internet geht, zum Beispiel proxy.example:8080, http://proxy.example:8080 oder socks5://proxy.example:1080; mehrere mit Komma dazwischen werden in dieser Reihenfolge versucht. direct:// steht für keinen Proxy. Ohne diese Einstellung und ohne Proxyskript nimmt die App den Proxy des Systems.',
    forbids: 'Jeden anderen Weg ins Internet, auch den Proxy des Systems.',
  },
  ProxyBypassList: {
    description:
      'Hosts, die ohne den eingestellten Proxyserver erreicht werden, einer je Eintrag, zum Beispiel *.example.com oder <local>. Dazu muss auch der Proxyserver eingestellt sein.',
    forbids: 'Für sich allein nichts.',
  },
  ProxyPacUrl: {
    description:
      'Die http- oder https-Adresse des Skripts, das zu jeder Adresse den Proxy nennt. Es lässt sich nicht mit einem Proxyserver verbinden. Wo sich das Skript nicht laden lässt, wird nichts erreicht.',
    forbids: 'Jeden anderen Weg ins Internet, auch den Proxy des Systems.',
  },
  Language: {
    description:
      'Die Sprache der App: en (Englisch) oder de (Deutsch). Ohne diese Einstellung ist es die des Systems, und man kann eine andere wählen.',
    forbids:
      'Eine andere Sprache für die App zu wählen. Anfragen an andere Personen können weiterhin in deren Sprache geschrieben werden.',
  },
  AuditFolder: {
    description:
      'Ein Ordner, in den die App jede Zeile ihres Protokolls der Aufrufe noch einmal schreibt, als JSON Lines ohne Geheimnisse, eine Datei je Person, Verbindung und Tag. Absolut, oder ~/ für einen Ordner der Person selbst. Sie muss dort schreiben dürfen. Eine Änderung, die sich dort nicht aufschreiben lässt, wird nicht vorgenommen.',
    forbids:
      'Jede Änderung in AWS oder bei Spot, solange sich in den Ordner nicht schreiben lässt.',
  },
  AuditRetentionDays: {
    description: `Wie viele Tage die Dateien im Ordner für das Protokoll der Aufrufe bleiben; ältere derselben Person werden beim Start der App gelöscht. ${RETENTION_DAYS.least} bis ${RETENTION_DAYS.most}. Dazu muss auch der Ordner eingestellt sein. Ohne diese Einstellung wird dort nichts gelöscht.`,
    forbids: 'Für sich allein nichts.',
  },
  SupportContact: {
    description: `Wen man fragt, wenn die App nicht weiterkommt oder die IT-Abteilung braucht, so wie es zu lesen sein soll, zum Beispiel ein Name mit einer Telefonnummer. Höchstens ${LONGEST_CONTACT} Zeichen.`,
    forbids: 'Nichts.',
  },
  CliFolder: {
    description:
      'Wo die Dateien config und credentials der AWS CLI liegen. Absolut, oder ~/ für einen Ordner der Person selbst. Ohne diese Einstellung ist es der eigene Ordner der CLI, und man kann einen anderen wählen.',
    forbids: 'Einen anderen Ordner zu wählen und Profile aus einem anderen zu lesen.',
  },
}
