/** Step 4: what was checked about the bucket of the report. */

import type { Catalogue } from '../catalogue.ts'
import type { StepWords } from '../step-words.ts'
import { deliveredFile } from './delivered-file.ts'
import { number, plural } from './locale.ts'

const main = {
  title: 'Was geprüft wurde',
  columns: { check: 'Prüfung', found: 'Gefunden', verdict: 'Ergebnis' },
  table: 'Prüfungen des Buckets',
  verdicts: {
    good: 'In Ordnung',
    bad: 'Muss korrigiert werden',
    note: 'Gut zu wissen',
    odd: 'Bitte ansehen',
    unread: 'Nicht geprüft',
    corrected: 'Wird korrigiert',
  },
  bad: 'So kann Spot Eco den Bucket nicht nutzen. Die Zeilen mit „Muss korrigiert werden“ nennen den Grund.',
  gone: 'Laut AWS gibt es den Bucket nicht; deshalb ließ sich darin nichts prüfen.',
  notThere: (name: string) => `Kein Bucket mit dem Namen ${name}`,
  otherReport: 'Anderen Bericht wählen',
  repairTitle: 'AWS wieder in den Bucket liefern lassen',
  repair:
    'Der Abrechnungsdienst von AWS darf nicht in den Bucket schreiben. Die App kann ergänzen, was in der Richtlinie des Buckets fehlt. Dies ist die ganze Richtlinie, vorher und nachher:',
  repairMeans:
    'Die Schaltfläche nimmt genau diese Änderung vor. Hat inzwischen jemand die Richtlinie geändert, geschieht nichts, und Sie sehen den Unterschied neu.',
  repairCost: 'AWS berechnet dafür nichts.',
  repairUndo:
    'Rückgängig machen Sie das in der S3-Konsole: Entfernen Sie auf der Seite „Permissions“ (Berechtigungen) des Buckets die hinzugefügten Zeilen.',
  repairButton: 'Richtlinie so ändern',
  rightTitle: 'Die Richtlinie des Buckets stimmt inzwischen',
  right:
    'Sie lässt AWS liefern; jemand hat sie also seit dem letzten Versuch von AWS korrigiert. Es muss nichts geändert werden: AWS versucht es binnen eines Tages von selbst erneut.',
  rightButton: 'Auf den nächsten Versuch warten',
  recreateTitle: 'Den Bucket neu anlegen',
  recreate: (bucket: string) =>
    `Den Bucket ${bucket} gibt es nicht mehr, deshalb kann AWS nirgendwohin liefern. Die App kann ihn unter demselben Namen neu anlegen; dann geht der Bericht weiter.`,
  recreatePoints: [
    'Der neue Bucket liegt in us-east-1, ist mit Schlüsseln von Amazon S3 verschlüsselt und nicht öffentlich zugänglich.',
    'Der Abrechnungsdienst von AWS darf dorthin liefern, und zwar nur für Ihr Konto.',
    'Dateien aus dem alten Bucket kommen nicht zurück. Den laufenden Monat liefert AWS neu.',
    'AWS berechnet nur, was gespeichert ist: meist höchstens wenige US-Dollar im Monat.',
    'Rückgängig machen Sie das, indem Sie den Bucket in der Amazon-S3-Konsole leeren und löschen.',
  ],
  recreateButton: 'Bucket neu anlegen',
  deliveryTitle: 'Alles ist eingerichtet. Nur die erste Lieferung von AWS fehlt noch',
  delivery: (due: string) => `AWS liefert den ersten Bericht binnen 24 Stunden, spätestens ${due}.`,
  deliveryMeans:
    'Sie müssen nicht warten: Machen Sie mit den nächsten Schritten weiter. Die App muss nicht geöffnet bleiben.',
  repairedTitle: 'Der Bucket ist repariert. AWS muss noch einmal liefern',
  repairedDelivery: (due: string) =>
    `AWS versucht es von selbst erneut, meist binnen 24 Stunden, spätestens ${due}.`,
  overdueRepairedTitle: 'Seit der Reparatur des Buckets hat AWS nicht geliefert',
  overdueRepaired: (due: string) =>
    `Der nächste Bericht war ${due} fällig. Das hält nichts auf: Sie können mit den nächsten Schritten weitermachen. Aber Eco sieht keine neuen Kosten, bis AWS liefert. Deshalb lohnt es sich nachzusehen:`,
  overdueTitle: 'AWS liefert den ersten Bericht später als zugesagt',
  overdue: (due: string) =>
    `AWS sagt den ersten Bericht binnen 24 Stunden zu; fällig war er ${due}. Das hält nichts auf: Sie können mit den nächsten Schritten weitermachen. Aber Eco sieht keine Kosten, bis AWS liefert. Deshalb lohnt es sich nachzusehen:`,
  overdueChecks: [
    'In der S3-Konsole, auf der Seite „Permissions“ (Berechtigungen) des Buckets: Die Bucket-Richtlinie lässt billingreports.amazonaws.com Dateien in den Bucket legen.',
    'In der Konsole von „AWS Billing“, unter „Data Exports“: Der Bericht steht in der Liste und zeigt keinen Fehler.',
  ],
  overdueRegional:
    'Der Name des Buckets ist nur für dieses Konto vorgesehen, und noch hat niemand bestätigt, dass AWS Kostenberichte in solche Buckets liefert. Wenn alles andere stimmt, wählen Sie im Schritt davor einen anderen Bericht und legen einen in einem neuen Bucket mit gewöhnlichem Namen an.',
  overdueWho:
    'Beides kann Ihre AWS-Administration prüfen. Stimmt beides, kann AWS Support sehen, warum nichts geliefert wird.',
  registeredTitle: 'Bei der Registrierung des Kontos hatte AWS noch nicht geliefert',
  registered: (step: number) =>
    `Die App sieht nicht mehr von selbst nach. Ob der Bericht da ist, zeigt „Erneut prüfen“ in Schritt ${step}. Fehlen Daten, meldet Spot das per E-Mail.`,
} as const

/** The comparison of a bucket's policy before and after a change. */
const policyDiff = {
  label: (bucket: string) => `Richtlinie des Buckets ${bucket}, vorher und nachher`,
  added: 'Hinzugefügt:',
  removed: 'Entfernt:',
  count: (added: number, removed: number) =>
    removed === 0
      ? `${lines(added)} hinzugefügt (markiert mit +), keine entfernt.`
      : `${lines(added)} hinzugefügt (markiert mit +), ${lines(removed)} entfernt (markiert mit −).`,
  unchanged: (count: number) =>
    plural(count, {
      one: '1 Zeile anzeigen, die gleich bleibt',
      other: `${number(count)} Zeilen anzeigen, die gleich bleiben`,
    }),
} as const

function lines(count: number): string {
  return plural(count, { one: '1 Zeile', other: `${number(count)} Zeilen` })
}

const findings: Catalogue['bucket']['findings'] = {
  exists: {
    label: 'Der Bucket ist vorhanden',
    why: 'AWS kann nur in einen Bucket liefern, den es gibt.',
  },
  region: { label: 'Region', why: 'Eco liest nur Buckets in us-east-1.' },
  owner: {
    label: 'Eigentümer',
    why: 'Der Bucket muss dem Konto gehören, das verbunden wird.',
  },
  policy: {
    label: 'AWS darf liefern',
    why: 'Die Bucket-Richtlinie muss den Abrechnungsdienst von AWS den Bericht schreiben lassen.',
  },
  encryption: {
    label: 'Verschlüsselung',
    why: 'Dateien, die mit einem eigenen KMS-Schlüssel verschlüsselt sind, kann Spot nicht lesen.',
  },
  ownership: {
    label: 'Eigentum an den Dateien',
    why: 'Was AWS liefert, muss Ihrem Konto gehören, sonst kann die Rolle von Spot es nicht lesen.',
  },
  notifications: {
    label: 'Ereignisbenachrichtigungen',
    why: 'Würde Athena mit der Vorlage von AWS eingerichtet, gingen sie verloren.',
  },
  delivery: {
    label: 'Lieferung',
    why: 'Zeigt, ob AWS den Bericht wirklich in den Bucket schreibt.',
  },
  manifest: {
    label: 'Berichtsdateien',
    why: 'Das Manifest nennt die Dateien einer Lieferung. Es weist nach, dass sie angekommen sind.',
  },
  ...deliveredFile.findings,
}

export const bucket: Catalogue['bucket'] = {
  ...main,
  policyDiff,
  findings,
}

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const bucketStep: StepWords<'bucket'> = {
  title: 'Bucket des Berichts prüfen',
  purpose:
    'AWS legt den Bericht in einen Speicherordner in Ihrem Konto (AWS: Bucket). Dieser Schritt liest ihn und ändert nur etwas, wenn Sie einer Reparatur zustimmen.',
  ahead: {
    brief: 'bis zu 24 Stunden Wartezeit',
    needs: 'Nichts, außer am Bucket muss etwas repariert werden.',
    minutes: 0,
    waits:
      'AWS liefert den ersten Bericht binnen 24 Stunden. Inzwischen können Sie mit den nächsten Schritten weitermachen und die App schließen.',
  },
  byHand: {
    title: 'Der Bucket des Berichts',
    purpose:
      'AWS legt den Bericht in einen Speicherordner in Ihrem Konto (AWS: Bucket). Noch hat niemand hineingesehen.',
    ahead: {
      brief: 'nichts zu tun',
      needs: 'Nichts: Was Sie beim Bericht notieren, genügt.',
      minutes: 0,
      waits: 'AWS liefert den ersten Bericht binnen 24 Stunden.',
    },
  },
  withMsp: {
    title: 'Der Bucket bei Ihrem MSP',
    purpose:
      'AWS legt den Bericht in einen Speicherordner (AWS: Bucket). Darum kümmert sich Ihr MSP.',
    ahead: {
      brief: 'bei Ihrem MSP',
      needs: 'Nichts: Ihr MSP kümmert sich um den Bucket.',
      minutes: 0,
      waits: '',
    },
  },
  request: {
    title: 'Bitte den Bucket unseres AWS-Kostenberichts korrigieren',
    why: 'AWS liefert unseren Kostenbericht in einen Amazon-S3-Bucket, und Spot Eco liest ihn dort. Etwas an diesem Bucket steht dem im Weg.',
    whom: 'Wer in dem oben genannten Konto die Einstellungen von Amazon-S3-Buckets ändern darf.',
  },
  facts: {
    bucket: 'Bucket',
    'proven-by': 'Woher das bekannt ist',
    'bucket-region': 'Bucket-Region',
    'bucket-owner': 'Bucket-Eigentümer',
    'bucket-encryption': 'Verschlüsselung',
    'bucket-policy': 'Bucket-Richtlinie',
    'bucket-ownership': 'Eigentum an den Dateien',
    'bucket-notifications': 'Ereignisbenachrichtigungen',
    'public-access': 'Öffentlicher Zugriff',
    'report-compression': 'Komprimierung der Dateien',
    'last-delivery': 'Letzte Lieferung',
    'delivery-status': 'Ergebnis der letzten Lieferung',
    manifest: 'Manifest (Liste der Berichtsdateien)',
    'billing-period': 'Abrechnungszeitraum',
    'delivered-files': 'Gelieferte Berichtsdateien',
    'delivered-at': 'Geliefert',
    ...deliveredFile.facts,
  },
}
