/** The file that asks somebody else to do a step: everything it says besides the guide by hand. */

import type { StepId } from '../../contract/steps.ts'
import type { Catalogue } from '../catalogue.ts'
import { number, plural } from './locale.ts'

type HandOver = Catalogue['handOver']

const main = {
  from: 'Eco Connect: Anfrage',
  askedBy: 'Anfragende Person',
  unknownAsker: 'wer Ihnen diese Datei geschickt hat',
  askedAt: 'Anfrage vom',
  account: 'AWS-Konto',
  accountUnknown: 'das Verwaltungskonto unserer Organisation (das Konto, das die Rechnung bezahlt)',
  region: 'Region',
  regionValue: 'US East (N. Virginia), us-east-1',
  whom: 'Wer das erledigen kann',
  found: 'Was die App gefunden hat',
  technical: 'Technische Einzelheiten',
  todo: 'Was zu tun ist',
  setting: 'Einstellung',
  value: 'Wert',
  links: 'Links',
  sendBack: 'Was Sie zurücksenden',
  cost: 'Was es kostet und wie man es rückgängig macht',
  noSecrets:
    'Diese Datei enthält nur Namen und Nummern: kein Passwort, keinen Schlüssel, kein Token. Sie lädt nichts nach und führt kein Programm aus. Sie können sie aufbewahren oder weitergeben wie einen Brief.',
  /** `time` is the moment at which the file was made. */
  made: (version: string, time: string) =>
    version === ''
      ? `Erstellt mit Eco Connect, ${time}.`
      : `Erstellt mit Eco Connect ${version}, ${time}.`,
  /** The account by its number, as the console shows that, and by its name; '' where unknown. */
  accountOf: (id: string, shown: string, name: string) => {
    if (id === '') return name
    return name === ''
      ? `${id} (angezeigt als ${shown})`
      : `${id} (angezeigt als ${shown}), ${name}`
  },
} as const

/** What happens with the result, by step: `found` when the app reads it by itself. */
const afterwards: HandOver['afterwards'] = {
  found:
    'Wenn Sie die Namen oben verwendet haben, müssen Sie nichts zurücksenden. Die App der anfragenden Person sieht selbst nach und findet beim nächsten Mal, was Sie getan haben. Haben Sie andere Namen verwendet, senden Sie bitte diese:',
  corrected:
    'Wenn die Korrektur gemacht ist, müssen Sie nichts zurücksenden. Die App der anfragenden Person sieht beim nächsten Mal selbst nach. Steht etwas im Weg, senden Sie bitte dies:',
  byHand:
    'Bitte senden Sie dies zurück. Die App kann hier nicht in AWS nachsehen und braucht es deshalb von Ihnen:',
  answer: 'Bitte senden Sie Ihre Antwort zurück:',
}

const planAnswers: HandOver['planAnswers'] = [
  'Entweder: „Wir verwalten es selbst.“ Unsere Rechnung kommt von Amazon Web Services.',
  'Oder: „Ein MSP verwaltet es.“ Unsere Rechnung für AWS kommt von einem anderen Unternehmen. Bitte senden Sie dann auch die AWS-Kontonummer des MSP (zwölf Ziffern), falls Sie sie kennen.',
]
const planSteps: HandOver['planSteps'] = [
  'Sehen Sie sich die letzte Rechnung für AWS an oder fragen Sie die Buchhaltung. Wer sie ausstellt, hat den Vertrag mit AWS.',
  'Kommt sie von einem anderen Unternehmen, ist es unser MSP oder Wiederverkäufer. Dort weiß man, über welches AWS-Konto unseres verwaltet wird.',
]

const templateAnswers: HandOver['templateAnswers'] = (sha256) => [
  'Ob Sie einverstanden sind oder was Sie beanstanden.',
  `Dazu die ersten Zeichen des Fingerabdrucks, damit klar ist, welchen Text Sie meinen: ${sha256.slice(0, 12)}…`,
]

const costs: HandOver['costs'] = {
  'sign-in':
    'Der Bericht selbst ist kostenlos. AWS berechnet den Speicherplatz für seine Dateien, meist höchstens wenige US-Dollar im Monat. Rolle und Stack sind kostenlos. Rückgängig machen: den Stack in CloudFormation löschen, den Bericht unter „Data Exports“ und den Bucket in Amazon S3.',
  'cost-report':
    'Der Bericht selbst ist kostenlos. AWS berechnet den Speicherplatz für seine Dateien, meist höchstens wenige US-Dollar im Monat. Rückgängig machen: den Bericht unter „Data Exports“ löschen, danach den Bucket in Amazon S3. Andere Berichte sind nicht betroffen.',
  bucket:
    'Die Richtlinie eines Buckets zu ändern, ist kostenlos. Rückgängig machen: die Einträge („Statements“) entfernen, die billingreports.amazonaws.com nennen.',
  template: 'Die Prüfung kostet nichts und legt nichts an.',
  stack:
    'Kostenlos. Rückgängig machen: den Stack in CloudFormation löschen. Rolle und Richtlinie verschwinden mit ihm, und der Zugriff von Spot endet sofort.',
}

const permissions: HandOver['permissions'] = {
  title: 'Welche Berechtigungen fehlen',
  intro: (role) =>
    `Die anfragende Person ist ${role === '' ? '' : `mit „${role}“ `}angemeldet, und ihr fehlen die Berechtigungen unten. Erledigen Sie den Schritt selbst, wie er hier beschrieben ist, oder räumen Sie aus, was im Weg steht, damit sie ihn erledigen kann.`,
  action: 'Berechtigung',
  resource: 'Für',
  because: 'Was im Weg steht',
  statement: 'Diese Richtlinie fehlt ihrem Berechtigungssatz in IAM Identity Center',
  where:
    'Dies ist eine vollständige Richtlinie, die als Inline-Richtlinie des Berechtigungssatzes eingefügt wird: „Permission sets“, der Berechtigungssatz, „Inline policy“, „Edit“. Hat er schon eine Inline-Richtlinie, fügen Sie nur hinzu, was in der Liste „Statement“ steht. Speichern Sie, und lassen Sie AWS das Konto aktualisieren.',
  noStatement:
    'Eine weitere Berechtigung würde hier nicht helfen: Zuerst muss das genannte Hindernis beseitigt werden.',
  reasons: {
    'not-allowed': 'Keine Richtlinie erlaubt es',
    'explicit-deny': 'Eine Richtlinie verbietet es ausdrücklich',
    boundary: 'Eine Berechtigungsgrenze lässt es nicht zu',
    organization: 'Eine Richtlinie der AWS-Organisation lässt es nicht zu',
  },
}

const whole: HandOver['whole'] = {
  parts: 'Der Ablauf hat diese Teile:',
  review: 'Lesen, was Spot darf',
  reviewIntro:
    'Bevor Sie die Rolle anlegen, lesen Sie, was sie darf. Muss Ihre Sicherheitsabteilung zustimmen, geben Sie ihr diese Datei.',
  instead: 'Oder: Die anfragende Person erledigt es mit der App',
  insteadHint:
    'Die App Eco Connect erledigt all das von selbst, zeigt jede Änderung, bevor sie sie vornimmt, und weist das Ergebnis nach. Dafür braucht die anfragende Person in IAM Identity Center einen Berechtigungssatz mit dieser Richtlinie für das oben genannte Konto.',
  policyText: 'Die Richtlinie für den Berechtigungssatz',
}

const bucketFix: HandOver['bucketFix'] = {
  steps: (bucket) => [
    `Öffnen Sie in Amazon S3 die Berechtigungen („Permissions“) des Buckets „${bucket}“.`,
    'Bearbeiten Sie die Bucket-Richtlinie („Bucket policy“) so, dass AWS liefern darf. Ergänzen Sie, was fehlt, und behalten Sie jeden vorhandenen Eintrag.',
    'Unter „Properties“ (Eigenschaften) muss als Standardverschlüsselung „Server-side encryption with Amazon S3 managed keys (SSE-S3)“ eingestellt sein: Dateien, die mit einem eigenen KMS-Schlüssel verschlüsselt sind, kann Spot nicht lesen.',
    'Der Bucket muss in us-east-1 liegen. Alle vier Einstellungen von „Block public access“ können eingeschaltet bleiben.',
    'Gibt es den Bucket nicht mehr, legen Sie ihn im selben Konto unter demselben Namen in us-east-1 neu an.',
  ],
  diffTitle: 'Die Bucket-Richtlinie vorher und nachher',
  wholeTitle: 'Die Bucket-Richtlinie, wie sie sein soll',
  wholeHint:
    'Dies ist die ganze Richtlinie mit der Änderung: Kopieren Sie sie in den Editor der Bucket-Richtlinie, anstelle dessen, was dort steht. Hat jemand die Richtlinie geändert, seit diese Datei entstanden ist, nehmen Sie stattdessen dieselbe Änderung in der neuen Fassung vor.',
  wholeText: 'Ganze Richtlinie zum Kopieren anzeigen',
  diffHint:
    'Zum Nachlesen, was sich ändert: Zeilen mit + kommen hinzu, Zeilen mit − fallen weg. Alles andere bleibt.',
  policyTitle: 'Was die Bucket-Richtlinie enthalten muss',
  policyHint:
    'Zwei Einträge („Statements“), nur für dieses Konto. Hat der Bucket noch keine Richtlinie, ist dies die ganze Richtlinie; sonst fügen Sie die beiden Einträge der vorhandenen hinzu.',
  sendBack: ['Was sich nicht ändern lässt und wer es ändern könnte.'],
}

const templateFile: HandOver['templateFile'] = {
  title: 'Die Vorlage',
  download: (file) => `Vorlage als Datei speichern: ${file}`,
  hint: 'Die Datei steckt in dieser Seite; nichts wird von anderswo geladen. Der Link speichert sie im Ordner für Downloads.',
  show: 'Ganzen Text der Vorlage anzeigen',
  resource: (logicalId, type) => `${logicalId}: ${type}`,
  resourceNamed: (logicalId, type, name) => `${logicalId}: ${type}, mit dem Namen ${name}`,
  /** Before the names of what they are for. */
  permissionsIn: (count) =>
    plural(count, {
      one: 'Die Berechtigung für',
      other: `Die ${number(count)} Berechtigungen für`,
    }),
  permissionsEverywhere: (count) =>
    plural(count, {
      one: 'Die Berechtigung im ganzen Konto:',
      other: `Die ${number(count)} Berechtigungen im ganzen Konto:`,
    }),
}

const paidElsewhere: HandOver['paidElsewhere'] = {
  title: 'Ein anderes Konto bezahlt die Rechnung',
  means: (payer) =>
    `AWS gibt an, dass das Konto ${payer} die Rechnung dieser Organisation bezahlt („AWS Billing Transfer“). In einem hier angelegten Kostenbericht kann die Rechnung fehlen, und ein Weg, den Spot unterstützt, ist nicht bekannt. Falls die anfragende Person darüber noch nichts von Spot Support gehört hat, klären Sie das mit ihr, bevor Sie etwas anlegen.`,
}

const supportText = 'Der Text der Anfrage (auf Englisch)'

/** One page for several steps. */
const together: HandOver['together'] = {
  title: (count) =>
    `Bitte erledigen Sie ${number(count)} Schritte, damit unser AWS-Konto mit Spot verbunden wird`,
  why: 'Unser Unternehmen verbindet sein AWS-Konto mit Spot Eco, das dafür unseren Kostenbericht lesen muss. Der anfragenden Person fehlen die Rechte für die Schritte unten. Sie bauen aufeinander auf: Bitte erledigen Sie sie in dieser Reihenfolge. Am Ende steht eine Richtlinie für alle fehlenden Berechtigungen, falls Sie die Schritte lieber dieser Person ermöglichen.',
  part: (part, total, title) => `Teil ${number(part)} von ${number(total)}: ${title}`,
  fileName: (accountId) =>
    accountId === '' ? 'eco-connect-anfrage' : `eco-connect-anfrage-${accountId}`,
}

/** The same of a file that says what is set up. */
const answerName = (accountId: string): string =>
  accountId === '' ? 'eco-connect-antwort' : `eco-connect-antwort-${accountId}`

/** Suggested name of the file, without its ending. */
const fileName = (step: StepId, accountId: string): string =>
  accountId === '' ? `eco-connect-${step}` : `eco-connect-${step}-${accountId}`

export const handOver: HandOver = {
  fileName,
  answerName,
  together,
  ...main,
  afterwards,
  planAnswers,
  planSteps,
  templateAnswers,
  costs,
  permissions,
  whole,
  bucketFix,
  templateFile,
  supportText,
  paidElsewhere,
}
