/** What a step is about to create or change: one entry per `PlannedChange.id`. */

import type { Catalogue } from '../catalogue.ts'

type Changes = Catalogue['changes']
type Facts = Readonly<Record<string, string>>

const texts: Changes['texts'] = {
  'create-bucket': (facts) => ({
    what: `Der Bucket ${of(facts, 'bucket')} im Konto ${of(facts, 'account')}, Region us-east-1.`,
    cost: 'nur Speicherplatz, meist höchstens wenige US-Dollar im Monat.',
    undo: 'den Bucket in der Konsole von Amazon S3 leeren und löschen.',
  }),
  'block-public-access': () => ({
    what: 'Für die Öffentlichkeit gesperrt: alle vier Einstellungen „Block Public Access“ des Buckets.',
    cost: '',
    undo: '',
  }),
  'merge-bucket-policy': () => ({
    what: 'Zwei Berechtigungen in der Richtlinie des Buckets: Der Abrechnungsdienst von AWS darf sie prüfen und den Bericht Ihres Kontos liefern. Alles andere darin bleibt.',
    cost: '',
    undo: 'die Einträge entfernen, die billingreports.amazonaws.com nennen.',
  }),
  'define-report': (facts) => ({
    what: `Der Bericht ${of(facts, 'report')}: stündlich, mit Ressourcen-IDs, als Parquet-Dateien im Ordner ${of(facts, 'prefix')}.`,
    cost: '',
    undo: 'den Bericht in „AWS Billing“ auf der Seite „Data Exports“ löschen.',
  }),
  'use-bucket': (facts) => ({
    what: `Ihr vorhandener Bucket ${of(facts, 'bucket')} wird für den Bericht verwendet. Keine Datei darin wird geändert oder gelöscht.`,
    cost: 'die Dateien des Berichts kommen zu dem Speicherplatz hinzu, den Sie für diesen Bucket bezahlen.',
    undo: 'den Ordner des Berichts aus dem Bucket löschen.',
  }),
  'create-stack': (facts) => ({
    what: `Der CloudFormation-Stack ${of(facts, 'stack')} in us-east-1, der das Folgende zusammenhält.${facts['values'] ? ` Er bekommt die Werte, die Sie eingeben: ${facts['values']}.` : ''}`,
    cost: '',
    undo: `den Stack ${of(facts, 'stack')} in der CloudFormation-Konsole löschen. Rolle und Richtlinie verschwinden mit ihm, und der Zugriff von Spot endet.`,
  }),
  'create-role': (facts) => ({
    what: `Die Rolle ${called(facts)}. ${
      facts['principals']
        ? `Benutzen dürfen sie: ${facts['principals']}. Nicht bei allen ist bekannt, dass sie zu Spot gehören: Machen Sie nur weiter, wenn Sie wissen, wer sie sind.`
        : 'Benutzen dürfen sie nur die AWS-Konten von Spot.'
    }${withId(facts['externalId'])}${onlyIf(facts)}`,
    cost: '',
    undo: '',
  }),
  'create-other-role': (facts, numberOf) => ({
    what: `Die Rolle ${called(facts)}, neben der für Spot. Wer sie benutzen darf und wofür, haben Sie in Schritt ${numberOf('template')} freigegeben.${onlyIf(facts)}`,
    cost: '',
    undo: '',
  }),
  'create-policy': (facts, numberOf) => ({
    what: `Die Richtlinie ${called(facts)}: eine Liste von Berechtigungen, die Sie in Schritt ${numberOf('template')} freigegeben haben, und sonst nichts.${onlyIf(facts)}`,
    cost: '',
    undo: '',
  }),
  'create-inline-policy': (facts, numberOf) => ({
    what: `In einer Rolle die Richtlinie ${called(facts)}: eine Liste von Berechtigungen, die Sie in Schritt ${numberOf('template')} freigegeben haben, und sonst nichts.${onlyIf(facts)}`,
    cost: '',
    undo: '',
  }),
}

/** By its name; by its place in the template where AWS makes up a name, or the field is empty. */
function called(facts: Facts): string {
  return facts['name'] || `„${of(facts, 'logicalId')}“ der Vorlage (den Namen vergibt AWS)`
}

/** Undefined where the template asks for no external ID with the form. */
function withId(externalId: string | undefined): string {
  if (externalId === undefined) return ''
  return externalId === ''
    ? ' Eine externe ID verlangt sie nicht.'
    : ` Nur Anfragen mit der externen ID ${externalId} dürfen sie benutzen.`
}

function onlyIf(facts: Facts): string {
  return facts['when'] ? ` Nur wenn die Bedingung „${facts['when']}“ der Vorlage erfüllt ist.` : ''
}

function of(facts: Facts, name: string): string {
  const value = facts[name]
  return value === undefined || value === '' ? '(noch ohne Namen)' : value
}

const labels: Changes['labels'] = {
  cost: 'Kosten:',
  undo: 'Rückgängig:',
  noMore: 'Sonst berechnet AWS hier nichts.',
  nothing: 'Nichts davon berechnet AWS.',
}

export const changes: Changes = { texts, labels }
