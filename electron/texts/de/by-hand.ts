/** The way by hand. Labels are the ones that AWS's and Spot's consoles show: those stay English. */

import type { Catalogue } from '../catalogue.ts'

type ByHand = Catalogue['byHand']

const pages: ByHand['pages'] = {
  signIn: 'AWS-Konsole',
  organization: 'AWS Organizations',
  reports: 'Data Exports',
  createBucket: 'Bucket anlegen',
  createStack: 'Stack anlegen',
  stacks: 'Stacks',
  spot: 'Spot-Konsole',
  bucketPermissions: 'Berechtigungen des Buckets',
}

const signIn: ByHand['signIn'] = {
  title: 'Das richtige AWS-Konto öffnen',
  intro:
    'Alles wird im Verwaltungskonto eingerichtet: in dem Konto, das die Rechnung für die ganze Organisation erhält.',
  introMsp:
    'Das Konto, das bezahlt, gehört Ihrem MSP. Sie arbeiten in Ihrem eigenen Konto, das er für Sie verwaltet.',
  open: 'Melden Sie sich wie gewohnt im Browser bei der AWS-Konsole an.',
  findAccount:
    'Stellen Sie fest, welches Konto bezahlt: In der Liste der Konten in AWS Organizations ist es mit „management account“ (Verwaltungskonto) gekennzeichnet. Ohne Organisation ist es Ihr einziges Konto.',
  paidElsewhere:
    'Vielleicht bezahlt ein Konto einer anderen Organisation Ihre Rechnung (AWS nennt das „Billing Transfer“). Fragen Sie dann Spot Support, bevor Sie etwas anlegen: In einem Kostenbericht Ihres eigenen Kontos kann die Rechnung fehlen.',
  ownAccount: 'Vergewissern Sie sich, dass Sie in dem Konto sind, das Ihr MSP für Sie verwaltet.',
  sendBack: [
    'Die Kontonummer („Account ID“): zwölf Ziffern, aus dem Menü rechts oben in der Konsole.',
  ],
}

const costReport: ByHand['costReport'] = {
  title: 'Den Kostenbericht anlegen',
  intro:
    'AWS schreibt die ausführliche Rechnung als Dateien in einen Bucket, einen Speicherordner Ihres Kontos. Gibt es schon einen Bericht mit allen diesen Einstellungen, verwenden Sie ihn und notieren Sie seinen Bucket und sein Präfix. Ändern Sie nie einen Bericht, der jemand anderem gehört; legen Sie daneben einen neuen an.',
  open: 'Öffnen Sie die Seite „Data Exports“ in „Billing and Cost Management“ (Abrechnung und Kosten).',
  create:
    'Wählen Sie „Create“ (anlegen) und stellen Sie genau diese Werte ein. Was nicht in dieser Liste steht, lassen Sie so, wie AWS es vorschlägt.',
  createUnnamed:
    'Wählen Sie „Create“ (anlegen) und stellen Sie genau diese Werte ein. Was nicht in dieser Liste steht, lassen Sie so, wie AWS es vorschlägt. Anstelle von ACCOUNT-ID schreiben Sie die zwölf Ziffern des Kontos.',
  bucket:
    'Für den Bucket wählen Sie unter „Data export storage settings“ die Schaltfläche „Configure“ und legen einen neuen Bucket in us-east-1 an. AWS zeigt die Bucket-Richtlinie, die ihm die Lieferung erlaubt; stimmen Sie ihr zu. Bei einem vorhandenen Bucket ersetzt AWS dessen Richtlinie, und mit der Einrichtung von Athena gehen seine Ereignisbenachrichtigungen verloren: Nehmen Sie besser einen neuen. Seine Standardverschlüsselung muss „Amazon S3 managed keys (SSE-S3)“ bleiben; Dateien, die mit einem eigenen KMS-Schlüssel verschlüsselt sind, kann Spot nicht lesen.',
  openBuckets:
    'Zuerst kommt der Bucket. Öffnen Sie in Amazon S3 die Seite, auf der ein Bucket angelegt wird.',
  namedBucket:
    'Legen Sie den Bucket mit diesen Werten an und lassen Sie alles andere so, wie AWS es vorschlägt. AWS hängt die Endung von selbst an den Namen, damit ihn nie jemand anderes bekommen kann.',
  chooseBucket: (bucket) =>
    `Für den Bucket wählen Sie unter „Data export storage settings“ die Schaltfläche „Configure“ und dann den Bucket ${bucket}, den Sie gerade angelegt haben. AWS zeigt die Bucket-Richtlinie, die ihm die Lieferung erlaubt; stimmen Sie ihr zu: Der neue Bucket hat keine andere. Seine Standardverschlüsselung muss „Amazon S3 managed keys (SSE-S3)“ bleiben; Dateien, die mit einem eigenen KMS-Schlüssel verschlüsselt sind, kann Spot nicht lesen.`,
  otherBucket: (name) =>
    `Dass AWS in einen Bucket mit einem solchen Namen liefert, hat noch niemand bestätigt. Nimmt AWS ihn nicht an oder bietet Ihre S3-Konsole solche Namen nicht an, wählen Sie noch einmal „Configure“ und legen dort in us-east-1 einen neuen Bucket mit dem Namen ${name} an. Notieren Sie dann diesen Namen und löschen Sie den leeren Bucket in der Konsole von Amazon S3.`,
  finish:
    'Legen Sie den Bericht an. Bis AWS die ersten Dateien liefert, vergehen bis zu 24 Stunden. Sie müssen nicht darauf warten.',
  note: 'Öffnen Sie, zurück auf der Seite „Data Exports“, den Bericht und kopieren Sie den Namen seines S3-Buckets und sein Präfix („S3 path prefix“).',
  labels: {
    exportType: 'Export type',
    exportName: 'Export name',
    additional: 'Additional export details',
    refresh: 'Data refresh settings',
    granularity: 'Report data time granularity',
    versioning: 'Report versioning',
    integration: 'Report data integration',
    compression: 'Compression type',
    bucket: 'S3 bucket',
    region: 'S3 bucket region',
    prefix: 'S3 path prefix',
    bucketRegion: 'AWS Region',
    namespace: 'Bucket namespace',
    bucketPart: 'Bucket name prefix',
    wholeName: 'Der ganze Name, wie AWS ihn dann anzeigt',
  },
  values: {
    exportType: 'Legacy CUR export',
    additional: 'Include resource IDs: eingeschaltet',
    refresh: 'Refresh automatically: eingeschaltet',
    granularity: 'Hourly',
    versioning: 'Overwrite existing report',
    integration: 'Amazon Athena',
    compression: 'Parquet (stellt AWS von selbst ein, wenn Athena gewählt ist)',
    region: 'US East (N. Virginia) us-east-1',
    namespace: 'Account regional namespace',
  },
  sendBack: [
    'Den Namen des S3-Buckets des Berichts.',
    'Das Präfix des Berichts („S3 path prefix“).',
    'Den Namen des Berichts.',
  ],
}

const stack: ByHand['stack'] = {
  title: 'Die Rolle für Spot anlegen',
  intro:
    'AWS CloudFormation legt die Rolle und ihre Richtlinie nach der Vorlagendatei an. Beide gehören zu einem Stack: Wird er gelöscht, hat Spot keinen Zugriff mehr.',
  save: (file) => `Speichern Sie die Vorlage als Datei auf diesem Computer: ${file}.`,
  open: 'Öffnen Sie in CloudFormation die Seite, auf der ein Stack angelegt wird.',
  upload: 'Laden Sie Ihre Datei in CloudFormation hoch und wählen Sie dann „Next“ (weiter).',
  enter:
    'Geben Sie den Namen des Stacks und seine Parameter ein und wählen Sie dann „Next“. Ein Parameter, für den hier kein Wert steht, bleibt leer.',
  enterUnnamed:
    'Geben Sie den Namen des Stacks und seine Parameter ein und wählen Sie dann „Next“. Ein Parameter, für den hier kein Wert steht, bleibt leer. Anstelle von ACCOUNT-ID schreiben Sie die zwölf Ziffern des Kontos.',
  submit:
    'Lassen Sie die übrigen Optionen des Stacks, wie sie sind. Setzen Sie das Häkchen bei „I acknowledge that AWS CloudFormation might create IAM resources with custom names“ (Zustimmung zu Berechtigungen unter eigenen Namen) und wählen Sie „Next“. Prüfen Sie die Zusammenfassung und wählen Sie „Submit“ (absenden).',
  wait: 'Warten Sie, bis der Status des Stacks CREATE_COMPLETE ist, meist weniger als eine Minute. Öffnen Sie dann die Registerkarte „Outputs“ (Ausgaben) und kopieren Sie die ARN der Rolle: den Wert von SpotFinOpsRoleArn (in manchen Vorlagen CCMFinOpsRoleArn).',
  labels: {
    prepare: 'Prepare template',
    source: 'Template source',
    file: 'Choose file',
    stackName: 'Stack name',
  },
  values: { prepare: 'Choose an existing template', source: 'Upload a template file' },
  bucketParameter: '(der S3-Bucket des Kostenberichts)',
  idParameter:
    '(die externe ID, die Spot Ihnen gegeben hat; leer nur, wenn Sie sich entscheiden, ohne sie weiterzumachen)',
  requiredIdParameter:
    '(die externe ID, die Spot Ihnen gegeben hat: nie leer, Ihre Organisation verlangt eine)',
  /** `description` is the template's own; '' for none. */
  neededParameter: (description) =>
    description === ''
      ? '(einzugeben)'
      : `(einzugeben; in der Vorlage heißt es dazu: „${description}“)`,
  emptyParameter: '(leer lassen)',
  sendBack: [
    'Die Rollen-ARN von der Registerkarte „Outputs“ (Ausgaben) des Stacks. Sie beginnt mit arn:aws:iam:: und enthält die Kontonummer.',
    'Die externe ID, falls eine eingegeben wurde.',
  ],
}

const registration: ByHand['registration'] = {
  labels: { account: 'AWS-Kontonummer', bucket: 'S3-Bucket', role: 'Rollen-ARN' },
  notKnown: '(noch nicht bekannt)',
  msp: {
    title: 'Die Anfrage an Spot Support senden',
    intro:
      'Kunden eines MSP verbindet Spot auf Anfrage. Die Anfrage enthält nur Namen und Nummern, kein Passwort und keinen Schlüssel.',
    check: 'Prüfen Sie, ob diese Werte in der Anfrage stehen.',
    send: 'Senden Sie die Anfrage an Spot Support, über die Support-Seite der Spot-Konsole oder per E-Mail.',
    sendBack: ['Dass die Anfrage gesendet ist, und die Nummer des Vorgangs, falls es eine gibt.'],
  },
  us: {
    title: 'In der Spot-Konsole abschließen',
    intro:
      'Die Spot-Konsole fragt nach dem Bucket und der Rolle. Sie gehört Spot, nicht AWS, und hat deshalb eine eigene Anmeldung.',
    open: 'Melden Sie sich bei der Spot-Konsole an.',
    choose:
      'Wählen Sie im Menü links „Eco“, dann „Amazon Web Services“, dann „Add Permissions“ (in manchen Fassungen „Connect“).',
    paste:
      'Die Schritte zu AWS sind schon erledigt: Gehen Sie sie durch, bis das Formular nach dem Bucket und dann nach der Rolle fragt. Fügen Sie diese Werte ein.',
    finish:
      'Wählen Sie „Done“ (in manchen Fassungen „Connect your AWS account to Eco“). Bis zu den ersten Daten braucht Spot bis zu 48 Stunden; sind die Dashboards fertig, kommt eine E-Mail.',
    sendBack: [
      'Dass die Spot-Konsole die Werte angenommen hat, oder die Meldung, die sie angezeigt hat.',
    ],
  },
}

export const byHand: ByHand = {
  pages,
  payingAccount:
    'Sehen Sie rechts oben in der AWS-Konsole nach. Dort muss das Konto stehen, das die Rechnung Ihrer Organisation bezahlt (das Verwaltungskonto).',
  rightAccount: (accountId, shown) =>
    `Sehen Sie rechts oben in der AWS-Konsole nach. Dort muss das Konto ${accountId} stehen (geschrieben ${shown}). Steht dort eine andere Nummer, melden Sie sich ab und beim richtigen Konto an, bevor Sie weitermachen.`,
  rightRegion:
    'Daneben muss die Region US East (N. Virginia) stehen, auch us-east-1 genannt. Alles Weitere wird dort angelegt.',
  signIn,
  costReport,
  stack,
  registration,
}
