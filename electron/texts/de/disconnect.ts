/** Taking back what this app created in AWS. */

import { namespaceOf } from '../../contract/bucket-namespace.ts'
import type { Catalogue } from '../catalogue.ts'
import { number, plural, series } from './locale.ts'

type Words = Catalogue['disconnect']

const main = {
  title: 'Verbindung trennen',
  intro:
    'Hier steht alles, was die App für diese Verbindung in Ihrem AWS-Konto nutzt oder früher angelegt hat. Sie entfernen eines nach dem anderen und jedes nur, wenn Sie zustimmen. Was die App nicht angelegt hat, bleibt unberührt.',
  order:
    'Auf die Reihenfolge kommt es an: zuerst der Stack, womit der Zugriff von Spot endet, dann der Bericht, dann sein Bucket.',
  looking: 'Die App liest, was vorhanden ist…',
  nothing:
    'Die App hat für diese Verbindung in AWS nichts angelegt oder weiß nichts mehr davon. Es gibt nichts zu entfernen.',
  close: 'Schließen',
  lookAgain: 'Erneut prüfen',
  cancel: 'Abbrechen',
  restRemoved:
    'Was diese App für die Verbindung angelegt hat, ist entfernt, bis auf das, was unten steht. Nach jedem Entfernen hat die App in AWS nachgesehen.',
  allRemoved:
    'Alles, was diese App für die Verbindung angelegt hat, ist entfernt. Nach jedem Entfernen hat die App in AWS nachgesehen.',
} as const

const removables: Words['removables'] = {
  stack: {
    kind: 'CloudFormation-Stack',
    means:
      'Mit ihm werden die Rolle für Spot und ihre Richtlinie gelöscht. Der Zugriff von Spot darüber endet sofort.',
    remove: 'Stack löschen',
    confirm: (name) =>
      `Den Stack „${name}“ mit der Rolle und der Richtlinie darin löschen? Von da an kann Spot darüber nichts mehr lesen.`,
  },
  report: {
    kind: 'Berichtsdefinition',
    means:
      'AWS liefert diesen Bericht nicht mehr. Schon gelieferte Dateien bleiben im Bucket. Andere Berichte sind nicht betroffen.',
    remove: 'Bericht löschen',
    confirm: (name) => `Den Bericht „${name}“ löschen? AWS liefert dafür dann nichts mehr.`,
  },
  bucket: {
    kind: 'Bucket',
    means:
      'Der Speicher für die Dateien des Berichts. Sie können ihn behalten: AWS berechnet dann weiter, was darin gespeichert ist.',
    remove: 'Bucket löschen',
    confirm: (name) =>
      namespaceOf(name)
        ? `Den Bucket „${name}“ löschen? Sein Name bleibt diesem Konto vorbehalten: Niemand sonst kann ihn nehmen.`
        : `Den Bucket „${name}“ löschen? Sein Name wird damit für alle frei.`,
  },
}

const states: Words['states'] = {
  there: 'Von dieser App angelegt',
  removing: 'Wird entfernt…',
  removed: 'Entfernt',
  gone: 'Nicht mehr vorhanden',
  'not-ours': 'Nicht von dieser App für diese Verbindung angelegt; bleibt unberührt',
  unmarked: 'Ohne die Kennzeichnung dieser App; bleibt unberührt',
  unread: 'Nicht bekannt, ob diese App es angelegt hat; bleibt unberührt',
  failed: 'Nicht entfernt',
}

/** Why a thing is left alone although the app may have created it. */
const marks: Words['marks'] = {
  unmarked: (where) =>
    `Nach ihren Aufzeichnungen hat die App dies angelegt, aber die Kennzeichnung (AWS: Tag) fehlt, an der sie Eigenes erkennt: Sie wurde nicht geschrieben, oder jemand hat sie entfernt. Die App entfernt nur, was diese Kennzeichnung trägt. Brauchen Sie es nicht mehr, löschen Sie es selbst in der AWS-Konsole (${where}), und prüfen Sie dann erneut.`,
  denied:
    'Mit Ihren Berechtigungen darf die App nicht lesen, ob sie dies angelegt hat. Sie entfernt nur, was ihre Kennzeichnung trägt, und bietet deshalb erst etwas zum Entfernen an, wenn Sie das lesen dürfen.',
  unread:
    'Die App konnte nicht lesen, ob sie dies angelegt hat. Sie entfernt nur, was ihre Kennzeichnung trägt, und bietet deshalb erst etwas zum Entfernen an, wenn das gelesen ist. Prüfen Sie erneut.',
  where: {
    stack: 'CloudFormation, „Stacks“',
    report: 'Billing and Cost Management, „Data Exports“',
    bucket: 'S3, „Buckets“',
  },
}

/** How full a bucket is; a number is "at least", because new files may arrive. */
function objects(objects: number | null): string {
  if (objects === null) return 'Die App darf nicht hineinsehen.'
  if (objects === 0) return 'Er ist leer.'
  return plural(objects, {
    one: 'Er enthält 1 Datei.',
    other: `Er enthält mindestens ${number(objects)} Dateien.`,
  })
}

const withObjects = {
  label: 'Auch die Dateien darin löschen.',
  hint: 'Das lässt sich nicht rückgängig machen. Berichtsdateien vergangener Monate liefert AWS vielleicht nicht noch einmal.',
} as const

/** What stays after everything was removed, as far as it applies. */
const remains: Words['remains'] = {
  title: 'Was bleibt',
  unmarked: (things) =>
    `Was die App angelegt, aber nicht entfernt hat, weil ihre Kennzeichnung fehlt: ${series(things)}. Löschen Sie es selbst in der AWS-Konsole, wenn Sie es nicht mehr brauchen.`,
  spot: 'Spot führt das Konto weiter und behält, was es bisher gelesen hat, auch Kopien von Berichtsdateien. Bitten Sie Spot Support, es zu entfernen.',
  thing: (kind, name) => `${kind} „${name}“`,
  others: (things) => `Was die App nicht für diese Verbindung angelegt hat: ${series(things)}.`,
  bucketFiles: (name) =>
    `Die Berichtsdateien in „${name}“ und die Anweisungen, die die App vielleicht in seine Richtlinie eingefügt hat. Sie erlauben nur dem Abrechnungsdienst von AWS, Berichte zu liefern.`,
  records:
    'Die Aufzeichnungen dieser Vorgänge in AWS CloudTrail, die von hier aus niemand löschen kann.',
}

const permissions = {
  title: 'Wenn eine Berechtigung fehlt',
  body: 'Zum Entfernen sind mehr Berechtigungen nötig als zum Verbinden. Die Richtlinie dafür steht in der Datei disconnect-policy.json, die dieser App beiliegt; Ihre AWS-Administration kann sie vorübergehend in Ihren Berechtigungssatz aufnehmen.',
} as const

export const disconnect: Words = {
  ...main,
  removables,
  states,
  marks,
  objects,
  withObjects,
  remains,
  permissions,
}
