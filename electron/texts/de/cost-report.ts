/** Step 3: the Cost and Usage Report. */

import type { Catalogue } from '../catalogue.ts'
import type { StepWords } from '../step-words.ts'
import { number, plural, series } from './locale.ts'

const main = {
  promise: 'Kein vorhandener Bericht wird geändert oder gelöscht.',
  promiseMore:
    'Entweder verwendet die App einen passenden unverändert, oder sie legt daneben einen neuen an.',
  promiseFit: 'Ein passender wird unverändert verwendet.',
  none: 'In diesem Konto gibt es noch keinen Bericht.',
  report: (name: string) => `Bericht ${name}`,
  fits: 'Passt',
  unfit: (missing: number) =>
    plural(missing, {
      one: '1 Einstellung passt nicht',
      other: `${number(missing)} Einstellungen passen nicht`,
    }),
  fitsMeans: 'Dieser Bericht hat alles, was Eco braucht. Sie können ihn unverändert verwenden.',
  fitsButFails: 'Dieser Bericht hat jede Einstellung, die Eco braucht.',
  unfitTitle: (count: number) => `${number(count)} Berichte, die nicht passen`,
  unfitMeansMany: 'Eco kann mit diesen Berichten nicht arbeiten. Sie bleiben, wie sie sind.',
  why: 'Warum er nicht passt',
  unfitMeans: 'Eco kann mit diesem Bericht nicht arbeiten. Er bleibt, wie er ist.',
  reuse: 'Diesen Bericht verwenden',
  reuseMeans: (name: string) =>
    `Der Bericht ${name} wird unverändert verwendet. Es wird nichts angelegt, und es kostet nichts.`,
  reuseNamed: (name: string) => `Diesen Bericht verwenden: ${name}`,
  table: (name: string) => `Anforderungen von Eco an den Bericht ${name}`,
  columns: { requirement: 'Eco braucht', found: 'Gefunden', verdict: 'Ergebnis' },
  met: 'Erfüllt',
  notMet: 'Nicht erfüllt',
  notSet: 'Nicht gesetzt',
  found: {
    DAILY: 'Täglich',
    MONTHLY: 'Monatlich',
    HOURLY: 'Stündlich',
    CREATE_NEW_REPORT: 'Neue Version anlegen',
    OVERWRITE_REPORT: 'Überschreiben',
    yes: 'Eingeschaltet',
    no: 'Ausgeschaltet',
    ATHENA: 'Eingeschaltet (ATHENA)',
    'textORcsv / GZIP': 'CSV-Dateien (GZIP)',
    'textORcsv / ZIP': 'CSV-Dateien (ZIP)',
    'Parquet / Parquet': 'Parquet',
  },
  included: (codes: string) => `Enthalten (${codes})`,
  format: 'Dateiformat',
  regionOf: 'Region des Buckets',
  allSettings: 'Alle acht Einstellungen und wozu sie dienen',
  place: (place: string, region: string) => `Lieferort: ${place} (${region}).`,
  noBucket: 'kein Bucket',
  lastDelivery: (result: string) => `Letzte Lieferung von AWS: ${result}`,
  requirement: (label: string, needed: string) => `${label}: ${needed}`,
  deliveries: {
    '': 'Noch nicht geliefert',
    SUCCESS: 'Erfolgreich',
    ERROR_PERMISSIONS: 'Fehlgeschlagen: AWS darf nicht in den Bucket schreiben',
    ERROR_NO_BUCKET: 'Fehlgeschlagen: Den Bucket gibt es nicht',
  },
  onlyRegion: (region: string) =>
    `Alles passt außer der Region: Dieser Bericht wird in einen Bucket in ${region || 'einer anderen Region'} geliefert. Eco liest Berichte nur in us-east-1.`,
  onlyRegionMeans:
    'AWS kann einen Bucket nicht in eine andere Region verlegen. Und die App leitet keinen Bericht um, den sie nicht angelegt hat: Jemand könnte darauf angewiesen sein, wo seine Dateien liegen.',
  onlyRegionWay: 'Der Ausweg ist ein neuer Bericht neben diesem, mit einem Bucket in us-east-1.',
  deliveryFails: 'AWS kann diesen Bericht zurzeit nicht liefern',
  deliveryRepairs: {
    ERROR_PERMISSIONS:
      'AWS darf nicht mehr in seinen Bucket schreiben. Sie können den Bericht trotzdem verwenden: Der nächste Schritt zeigt, was in der Richtlinie des Buckets fehlt, und ergänzt es, wenn Sie zustimmen.',
    ERROR_NO_BUCKET:
      'Seinen Bucket gibt es nicht mehr. Sie können den Bericht trotzdem verwenden: Der nächste Schritt legt den Bucket unter demselben Namen neu an, wenn Sie zustimmen. Dateien aus dem alten Bucket kommen nicht zurück.',
  },
  limitTitle: 'Dieses Konto hat schon fünf Berichte',
  limit: 'Mehr lässt AWS nicht zu. Die App kann deshalb keinen weiteren anlegen.',
  limitFits: 'Einer der Berichte oben passt: Verwenden Sie ihn.',
  limitFailing: (names: readonly string[]) =>
    `Diese kann AWS zurzeit nicht liefern; vielleicht braucht sie niemand mehr: ${series(names)}.`,
  limitAsk:
    'Fragen Sie bei den Zuständigen nach, ob einer der Berichte nicht mehr gebraucht wird. Löschen lässt er sich in der AWS-Konsole unter „Billing and Cost Management“, „Data Exports“; seine Dateien bleiben im Bucket.',
  limitCheck:
    'Prüfen Sie danach diesen Schritt erneut. Einen Bericht, den sie nicht angelegt hat, löscht und ändert die App nicht.',
} as const

const newReport: Catalogue['costReport']['newReport'] = {
  namesTitle: 'Namen und Einstellungen (Vorschläge passen meist)',
  titleInstead: 'Stattdessen einen neuen Bericht anlegen',
  reportName: 'Berichtsname',
  reportNameHint:
    'So heißt der Bericht in „AWS Billing“. Erlaubt sind Buchstaben, Ziffern, - und _.',
  bucketKind: 'Wohin AWS die Dateien liefert',
  kinds: {
    regional: {
      label: 'In einen neuen Bucket mit einem Namen nur für Ihr Konto (empfohlen)',
      means:
        'Er enthält nur den Bericht, sodass Spot nichts anderes lesen kann. AWS behält solche Namen diesem Konto vor: Niemand sonst kann sie je bekommen, auch nicht, wenn der Bucket gelöscht ist.',
    },
    global: {
      label: 'In einen neuen Bucket mit gewöhnlichem Namen',
      means:
        'Er enthält nur den Bericht. Solche Namen teilt sich die ganze Welt: Wird der Bucket gelöscht, ist sein Name für alle frei.',
    },
    own: {
      label: 'In einen Bucket, den Sie schon haben',
      means:
        'Spot darf alles in diesem Bucket lesen. Sendet der Bucket Ereignisbenachrichtigungen an andere Systeme, können sie verloren gehen, wenn später Athena für ihn eingerichtet wird.',
    },
  },
  bucketName: 'Bucket-Name',
  regionalHint: (longest) =>
    `Den Anfang wählen Sie, mit bis zu ${number(longest)} Zeichen. Die Endung bindet den Namen an Ihr Konto und lässt sich deshalb nicht ändern.`,
  wholeName: (name) => `Der ganze Name: ${name}`,
  regionalUnproven:
    'Solche Bucket-Namen sind bei AWS neu: Dass Berichte dorthin geliefert und dort gelesen werden, ist noch nicht bestätigt. Lehnt AWS den Namen ab, bietet die App einen gewöhnlichen an.',
  globalHint: 'Solche Namen gibt es weltweit nur einmal. Der Vorschlag enthält Ihre Kontonummer.',
  ownBucketNameHint: 'Der Bucket muss in der Region us-east-1 liegen.',
  noOwnBucket: 'Kein Bucket in der Liste heißt so. Sie können einen Namen eintippen.',
  typedBucket: (name) => `„${name}“ verwenden`,
  prefix: 'Berichtspräfix',
  prefixHint: 'Der Ordner im Bucket, in den die Dateien kommen.',
  afterwards:
    'Danach schreibt AWS den Bericht von selbst, das erste Mal binnen 24 Stunden. Sie müssen nicht darauf warten.',
  create: 'Bericht anlegen',
  notReadYet: 'Der Bucket muss erst gelesen werden.',
  chooseBucket: 'Wählen Sie zuerst den Bucket.',
  bucketUnfit:
    'Dieser Bucket kann den Bericht nicht aufnehmen. Wählen Sie einen anderen oder einen neuen.',
}

/** AWS did not take a bucket in the account's own namespace for the report. */
const refused = {
  otherName: 'Gewöhnlichen Namen eintragen',
  means:
    'Damit wird noch nichts angelegt. Stammt der Bucket, den AWS abgelehnt hat, von der App, können Sie ihn danach entfernen.',
} as const

/** An empty bucket that this app has created, and that nothing uses. */
const leftBucket = {
  title: (bucket: string) => `Der Bucket ${bucket} ist übrig geblieben`,
  body: 'Diese App hat ihn angelegt. Er ist leer, und kein Bericht wird dorthin geliefert. Er kostet nichts; wenn Sie ihn behalten, können Sie ihn auch später mit „Verbindung trennen“ entfernen.',
  agree: 'Ja, diesen leeren Bucket entfernen',
  agreeFirst: 'Stimmen Sie zuerst zu.',
  remove: 'Leeren Bucket entfernen',
  removeNamed: (bucket: string) => `Leeren Bucket entfernen: ${bucket}`,
} as const

/** A bucket that is there already and shall receive the new report. */
const existingBucket = {
  title: (name: string) => `Was im Bucket ${name} festgestellt wurde`,
  reading: (name: string) => `Der Bucket ${name} wird gelesen. Dabei ändert sich nichts.`,
  fits: 'Der Bucket kann den Bericht aufnehmen.',
  unfit:
    'So, wie er ist, kann dieser Bucket den Bericht nicht aufnehmen; die Zeilen mit „Muss korrigiert werden“ nennen den Grund. Wählen Sie einen anderen Bucket oder einen neuen.',
  policyTitle: 'Wie sich die Richtlinie des Buckets ändert',
  policy:
    'AWS darf noch nicht in diesen Bucket liefern. „Bericht anlegen“ fügt hinzu, was unten markiert ist, und lässt alles andere in der Richtlinie, wie es ist.',
  notificationsTitle: 'Ereignisbenachrichtigungen dieses Buckets könnten verloren gehen',
  notifications:
    'Diese App ändert daran nichts. AWS legt aber neben den Bericht eine Vorlage für Athena (crawler-cfn.yml). Wer sie später verwendet, entfernt damit diese Benachrichtigungen, und die Systeme, die sie brauchen, funktionieren nicht mehr:',
  notificationsAdvice: 'Mit einem neuen Bucket kann das nicht geschehen.',
} as const

/** For those who were told where the reports are, but not which report that is. */
const toldBucket = {
  title: 'Mir wurde ein Bucket genannt',
  body: 'Jemand anderes hat einen Bericht eingerichtet, und Sie kennen seinen Bucket. Die App findet den Bericht, den AWS dorthin liefert, und prüft ihn wie jeden anderen.',
  bucketName: 'Bucket-Name, der Ihnen genannt wurde',
  hint: 'Nur der Name, ohne s3:// und ohne Ordner.',
  use: 'Bericht dieses Buckets suchen',
} as const

export const costReport: Catalogue['costReport'] = {
  ...main,
  newReport,
  refused,
  leftBucket,
  existingBucket,
  toldBucket,
}

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const costReportStep: StepWords<'cost-report'> = {
  title: 'Kostenbericht einrichten',
  purpose:
    'Spot Eco findet Einsparungen in der ausführlichen AWS-Rechnung (AWS: „Cost and Usage Report“).',
  ahead: {
    brief: 'Ihre Zustimmung',
    needs: 'Sie lesen, was angelegt wird und was es kostet, und klicken auf eine Schaltfläche.',
    minutes: 2,
    waits: '',
  },
  byHand: {
    ahead: {
      brief: 'die AWS-Konsole',
      needs:
        'Sie legen in der AWS-Konsole einen Bucket und einen Bericht an; die App nennt Ihnen jeden Klick.',
      minutes: 8,
      waits: '',
    },
  },
  withMsp: {
    title: 'Kostenbericht beim MSP anfragen',
    purpose:
      'Der Kostenbericht ist die ausführliche Rechnung, die AWS als Dateien schreibt (AWS: „Cost and Usage Report“). Ihr MSP richtet ihn ein und nennt Ihnen den Speicherordner dafür (AWS: Bucket).',
    ahead: {
      brief: 'eine Anfrage senden',
      needs:
        'Sie senden Ihrem MSP eine Anfrage, die die App geschrieben hat, und tragen seine Antwort ein.',
      minutes: 3,
      waits:
        'Wie lange Ihr MSP braucht, kann er Ihnen selbst sagen. Die App merkt sich, wo Sie sind.',
    },
  },
  request: {
    title: 'Bitte den AWS-Kostenbericht für Spot Eco einrichten',
    why: 'Spot Eco liest den „Cost and Usage Report“: die ausführliche Rechnung, die AWS als Dateien schreibt. Gebraucht wird ein Bericht mit genau den unten genannten Einstellungen.',
    whom: 'Wer in dem oben genannten Konto „Billing and Cost Management“ und Amazon S3 nutzen darf.',
  },
  facts: {
    'report-name': 'Berichtsname',
    'report-settings': 'Berichtseinstellungen',
    prefix: 'Berichtspräfix',
  },
}
