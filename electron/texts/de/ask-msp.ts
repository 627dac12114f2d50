/** Step 3 where an MSP sets up the report: asking for it, waiting, and the answer. */

import type { Catalogue } from '../catalogue.ts'

type AskMsp = Catalogue['askMsp']

/** The message to the MSP. One line each, short enough for a mail program that does not wrap them. */
const request: AskMsp['request'] = {
  subject: (account) => `Ein „Cost and Usage Report“ für unser AWS-Konto ${account}`,
  greeting: 'Guten Tag,',
  intro: [
    'wir verbinden unser AWS-Konto mit Spot Eco, einem Dienst, der Einsparungen in der',
    'AWS-Rechnung findet. Er liest einen „Cost and Usage Report“ von AWS. Da Sie unser Konto',
    'verwalten, bitten wir Sie, diesen Bericht bei sich anzulegen oder uns einen zu nennen,',
    'den Sie schon haben.',
  ],
  ours: 'Unser AWS-Konto',
  yours: 'Das AWS-Konto, das unsere Rechnung bezahlt, soweit wir wissen',
  please: [
    'Eco braucht diese acht Einstellungen. Sie werden in der AWS-Konsole unter',
    '„Billing and Cost Management“, „Data Exports“ als „Legacy CUR export“ gewählt:',
  ],
  setting: (place, label, needed) => `${place}. ${label}: ${needed}`,
  more: [
    'Die Standardverschlüsselung des Buckets muss „Amazon S3 managed keys (SSE-S3)“ sein:',
    'Dateien, die mit einem KMS-Schlüssel verschlüsselt sind, kann Spot nicht lesen. Einen',
    'Bericht mit anderen Einstellungen müssen Sie nicht ändern; ein weiterer daneben genügt.',
    'Bis AWS zum ersten Mal liefert, vergehen bis zu 24 Stunden.',
  ],
  answer: 'Bitte antworten Sie mit:',
  answers: [
    'dem Namen des S3-Buckets (zum Beispiel ihr-unternehmen-kunde-cur)',
    'dem Präfix des Berichts, also dem Ordner in diesem Bucket (zum Beispiel cur)',
    'Ihrer AWS-Kontonummer, zwölf Ziffern',
  ],
  point: (text) => `- ${text}`,
  thanks: 'Vielen Dank.',
}

const ask: AskMsp['ask'] = {
  title: 'Diese Anfrage an Ihren MSP senden',
  body: 'Ihr MSP legt den Kostenbericht in seinem eigenen AWS-Konto an. Der Text nennt die acht Einstellungen, die Eco braucht, und was Ihr MSP antworten soll. Er enthält nichts Geheimes.',
  text: 'Text der Anfrage an Ihren MSP',
  copy: 'Anfrage kopieren',
  email: 'Als E-Mail öffnen',
  file: 'Als Datei speichern',
  sentHint:
    'Bestätigen Sie dann, dass sie gesendet ist. Mit der Vorlage können Sie inzwischen weitermachen; für die Rolle brauchen Sie die Antwort Ihres MSP.',
  sent: 'Ich habe sie gesendet',
  notYet: 'Kopieren Sie zuerst die Anfrage, oder öffnen Sie sie als E-Mail.',
}

const waiting: AskMsp['waiting'] = {
  since: (time) => `Wartet auf Ihren MSP, angefragt ${time}`,
  /** How the request left the app. */
  how: {
    copied: 'Sie haben die Anfrage kopiert und bestätigt, dass sie gesendet ist.',
    email: 'Sie haben die Anfrage als E-Mail geöffnet und bestätigt, dass sie gesendet ist.',
    file: 'Sie haben die Anfrage als Datei gespeichert. Senden Sie sie Ihrem MSP, falls das noch nicht geschehen ist.',
  },
  next: 'Wenn Ihr MSP antwortet, tragen Sie unten ein, was er geschrieben hat. Bis dahin können Sie die App schließen.',
  looks:
    'Die App sieht inzwischen nach, ob ein Stack oder ein Bericht in Ihrem Konto den Bucket nennt. Findet sie einen, bietet sie ihn hier an.',
  file: 'Datei zum Versenden',
  copyFile: 'Speicherort der Datei',
  again: 'Die Anfrage, falls Sie sie noch einmal senden wollen',
}

const answer: AskMsp['answer'] = {
  title: 'Was Ihr MSP geantwortet hat',
  titleBefore: 'Ich kenne den Bucket schon',
  body: 'Hat Ihr MSP Ihnen seinen Bucket schon genannt, ist keine Anfrage nötig.',
  bucket: 'Bucket Ihres MSP',
  bucketHint:
    'So, wie Ihr MSP ihn geschrieben hat, zum Beispiel ihr-msp-kunde-cur. Ihre Kontonummer muss nicht darin vorkommen.',
  prefix: 'Berichtspräfix',
  prefixHint:
    'Der Ordner des Berichts in diesem Bucket, zum Beispiel cur. Sie können das Feld leer lassen: Spot Support fragt dann Ihren MSP.',
  account: 'AWS-Kontonummer Ihres MSP',
  accountHint: 'Zwölf Ziffern. Sie können das Feld leer lassen.',
  use: 'Diesen Bucket verwenden',
}

const found: AskMsp['found'] = {
  title: (bucket) => `In Ihrem Konto ist der Bucket ${bucket} genannt`,
  stack: (name) =>
    `Der CloudFormation-Stack ${name}, zu dem eine Rolle für Spot gehört, wurde für diesen Bucket angelegt. Wenn Ihr MSP ihn benutzt, müssen Sie niemanden fragen.`,
  report: (name) =>
    `Der Bericht ${name} in diesem Konto hat alle acht Einstellungen und wird dorthin geliefert. Wenn Ihr MSP ihn dafür angelegt hat, müssen Sie niemanden fragen.`,
  use: 'Diesen Bucket verwenden',
  useNamed: (bucket) => `Diesen Bucket verwenden: ${bucket}`,
  unread: 'Ob in Ihrem Konto ein Bucket genannt ist, ließ sich nicht prüfen',
}

/** The answer, once it is given. */
const noted: AskMsp['noted'] = {
  title: 'Die Antwort Ihres MSP ist vermerkt',
  means:
    'Der Bucket liegt im AWS-Konto Ihres MSP, in das diese App nicht sehen kann. Stimmt sein Name nicht, kann Spot den Bericht nicht lesen: Vergleichen Sie ihn mit dem, was Ihr MSP geschrieben hat.',
}

/** The file for the MSP. */
const handOver: AskMsp['handOver'] = {
  title: 'Bitte legen Sie einen „Cost and Usage Report“ für uns an',
  why: 'Wir verbinden unser AWS-Konto mit Spot Eco, einem Dienst, der Einsparungen in der AWS-Rechnung findet. Er liest einen „Cost and Usage Report“, den Sie in Ihrem AWS-Konto anlegen, da Sie unseres verwalten.',
  whom: 'Unser Managed Service Provider (MSP).',
  needs: 'Was Eco von dem Bericht braucht',
}

export const askMsp: AskMsp = { request, ask, waiting, answer, found, noted, handOver }
