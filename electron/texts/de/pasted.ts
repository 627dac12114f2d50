/** What is said beside a field in which something else was pasted than it asks for. */

import type { Catalogue } from '../catalogue.ts'

type Pasted = Catalogue['pasted']

const kinds: Pasted['kinds'] = {
  email: 'Das ist eine E-Mail-Adresse.',
  portal: 'Das ist die Adresse eines AWS-Zugangsportals.',
  'sign-in-page': 'Das ist die Adresse einer Anmeldeseite für ein einzelnes AWS-Konto.',
  'switch-role': 'Das ist ein Link, der in der AWS-Konsole die Rolle wechselt.',
  'bucket-page': 'Das ist die Adresse der Seite eines Buckets in der AWS-Konsole.',
  'role-page':
    'Das ist die Adresse der Seite einer Rolle in der AWS-Konsole. Sie enthält den Namen der Rolle, nicht ihre ARN.',
  'stack-page': 'Das ist die Adresse der Seite eines Stacks in der AWS-Konsole.',
  'console-page': 'Das ist die Adresse einer Seite der AWS-Konsole.',
  'bucket-address': 'Das ist die Adresse eines Buckets oder von etwas darin.',
  'bucket-arn': 'Das ist die ARN eines Buckets, sein langer Name.',
  'role-arn': 'Das ist die ARN einer Rolle, ihr langer Name.',
  'stack-arn': 'Das ist die ARN eines Stacks, sein langer Name.',
  'session-arn': 'Das bezeichnet jemanden, der gerade eine Rolle benutzt, und nicht die Rolle.',
  arn: 'Das ist die ARN von etwas anderem in AWS, dessen langer Name.',
  'spot-page': 'Das ist die Adresse einer Seite der Spot-Konsole.',
  'spot-account': 'Das ist die ID eines Spot-Kontos.',
  'web-page': 'Das ist die Adresse einer Webseite.',
}

const wanted: Pasted['wanted'] = {
  portal:
    'Gebraucht wird die Adresse der Seite, auf der Sie nach dem Anmelden ein AWS-Konto auswählen, zum Beispiel https://mein-unternehmen.awsapps.com/start.',
  region: 'Gebraucht wird die Kurzbezeichnung einer Region, zum Beispiel us-east-1.',
  account:
    'Gebraucht wird die Nummer eines AWS-Kontos, zwölf Ziffern. Wer bei dem Konto angemeldet ist, sieht sie rechts oben in der AWS-Konsole.',
  bucket: 'Gebraucht wird der Name des Buckets und sonst nichts.',
  'new-bucket':
    'Gebraucht wird ein Name für einen neuen Bucket. Wollen Sie einen vorhandenen verwenden, wählen Sie das oben.',
  prefix:
    'Gebraucht wird der Name des Ordners im Bucket, der beim Bericht als „S3 path prefix“ eingegeben wurde.',
  'role-arn':
    'Gebraucht wird die ARN der Rolle, die mit arn:aws:iam:: beginnt. Sie steht in der AWS-Konsole oben auf der Seite der Rolle und auf der Seite ihres Stacks unter „Outputs“ (Ausgaben).',
  'external-id':
    'Gebraucht wird die externe ID, wie sie in der Vorlage eingegeben oder von Spot mitgeteilt wurde.',
  key: 'Gebraucht wird, was das AWS-Zugangsportal unter „Access keys“ (Zugriffsschlüssel) zeigt.',
  'spot-organization':
    'Gebraucht wird die ID Ihrer Organisation, in der Spot-Konsole unter „Settings“, „Organization“.',
  'spot-token':
    'Gebraucht wird ein API-Token, in der Spot-Konsole unter „Settings“, „API“, „Permanent tokens“.',
  name: 'Gebraucht wird ein kurzer Name. Der Vorschlag der App ist gut.',
}

export const pasted: Pasted = {
  kinds,
  wanted,
  sentence: (is, wants) => `${is} ${wants}`,
  /** The value is in what was pasted. */
  use: (value) => `„${value}“ daraus verwenden`,
  keysInstead: 'Ich habe kein Portal: mit Schlüsseln anmelden',
}
