/** How a connection stands on a later day: the panel in the last step, and the messages of Spot. */

import type { HealthCode, HealthId, MessageId } from '../../contract/health.ts'
import type { Catalogue } from '../catalogue.ts'
import { number, plural, series } from './locale.ts'

const verdict = {
  signingIn: 'Noch wurde nichts geprüft. Melden Sie sich an, dann liest die App alles neu.',
  looking: 'Die App liest alles neu…',
  works: (time: string) => `Geprüft ${time}: Alles ist so, wie es freigegeben wurde.`,
  broken: (count: number, time: string) =>
    plural(count, {
      one: `Geprüft ${time}: Ein Punkt ist nicht in Ordnung.`,
      other: `Geprüft ${time}: ${number(count)} Punkte sind nicht in Ordnung.`,
    }),
  unseen: (count: number, time: string) =>
    plural(count, {
      one: `Geprüft ${time}: Ein Punkt ließ sich nicht prüfen.`,
      other: `Geprüft ${time}: ${number(count)} Punkte ließen sich nicht prüfen.`,
    }),
  waits: (time: string) => `Geprüft ${time}: So weit ist alles in Ordnung. AWS muss noch liefern.`,
  before: {
    works: 'Damals war alles so, wie es freigegeben wurde.',
    broken: (count: number) =>
      plural(count, {
        one: 'Damals war ein Punkt nicht in Ordnung.',
        other: `Damals waren ${number(count)} Punkte nicht in Ordnung.`,
      }),
    unseen: (count: number) =>
      plural(count, {
        one: 'Damals ließ sich ein Punkt nicht prüfen.',
        other: `Damals ließen sich ${number(count)} Punkte nicht prüfen.`,
      }),
    waits: 'Damals war so weit alles in Ordnung, und AWS musste noch liefern.',
  },
} as const

const age = {
  looked: (days: number, time: string) =>
    plural(days, {
      one: `Zuletzt gestern geprüft, ${time}; seither nicht mehr.`,
      other: `Zuletzt vor ${number(days)} Tagen geprüft, ${time}; seither nicht mehr.`,
    }),
  ahead: (time: string) =>
    `Zuletzt geprüft ${time}, nach einer Uhr, die seither zurückgestellt wurde; heute noch nicht.`,
  connected: (days: number, time: string) =>
    plural(days, {
      one: `Gestern verbunden, ${time}; seither nicht geprüft.`,
      other: `Vor ${number(days)} Tagen verbunden, ${time}; seither nicht geprüft.`,
    }),
  means:
    'Ob heute noch alles in Ordnung ist, lässt sich ohne Anmeldung nicht feststellen. Fehlt Spot etwas, schreibt es Ihnen.',
} as const

const titles: Readonly<Record<HealthId, string>> = {
  account: 'Das Konto, das bezahlt',
  bill: 'Wer die Rechnung bezahlt',
  report: 'Kostenbericht mit allen nötigen Einstellungen',
  bucket: 'Bucket vorhanden, in Ihrem Konto, in us-east-1',
  encryption: 'Verschlüsselung, die Spot lesen kann',
  policy: 'Bucket-Richtlinie, die AWS das Liefern erlaubt',
  delivery: 'Lieferung innerhalb von 48 Stunden',
  format: 'Dateien im Format Parquet',
  role: 'Die Rolle, die Spot erhalten hat',
  trust: 'Wem die Rolle vertraut',
  permissions: 'Was die Rolle darf',
  boundary: 'Berechtigungsgrenze der Rolle',
  reading: 'Die Rolle kann die Dateien lesen',
  costs: 'Die Rolle kann den Cost Explorer lesen',
}

const codes: Readonly<Record<HealthCode, string>> = {
  'account-wrong':
    'Angemeldet ist jemand in einem anderen Konto als dem verbundenen, oder AWS lehnt die Anmeldung ab.',
  'account-member':
    'Ein anderes Konto verwaltet dieses jetzt: Sein eigener Bericht enthält nicht die ganze Rechnung.',
  'bill-elsewhere':
    'Ein anderes Konto bezahlt jetzt die Rechnung dieses Kontos (AWS Billing Transfer).',
  'bill-known': 'Ein anderes Konto bezahlt; das war bekannt, als die Verbindung entstand.',
  'report-gone': 'Den Kostenbericht gibt es nicht mehr: Er wurde gelöscht oder heißt anders.',
  'report-changed': 'Dem Kostenbericht fehlen Einstellungen, die Eco braucht.',
  'bucket-gone': 'Den Bucket gibt es nicht mehr.',
  'bucket-not-ours': 'Der Bucket gehört jetzt einem anderen Konto.',
  'bucket-elsewhere': 'Der Bucket liegt in einer anderen Region als us-east-1.',
  'encryption-unreadable':
    'Neue Dateien werden mit einem Schlüssel Ihres Unternehmens verschlüsselt (SSE-KMS), den Spot nicht verwenden kann.',
  'policy-missing':
    'In der Richtlinie des Buckets fehlen die Anweisungen, nach denen AWS liefert: Lieferungen können fehlschlagen.',
  'policy-denies': 'Eine Anweisung in der Richtlinie des Buckets hindert AWS am Liefern.',
  'delivery-late': 'Die Lieferung von AWS ist überfällig.',
  'delivery-stale': 'AWS hat seit mehr als 48 Stunden nichts geliefert.',
  'delivery-failed': 'Die letzte Lieferung von AWS ist fehlgeschlagen.',
  'delivery-missing': 'AWS meldet eine Lieferung, aber die Dateien sind nicht im Bucket.',
  'format-other': 'Die neuesten Dateien haben nicht das Format Parquet.',
  'role-gone': 'Die Rolle gibt es nicht mehr.',
  'role-other-path':
    'Es gibt eine Rolle dieses Namens, aber mit einer anderen ARN als der, die Spot hat.',
  'role-not-told': 'Es gibt eine neue Rolle, und Spot hat die ARN einer anderen.',
  'role-by-word':
    'Es ist eine neue Rolle. Dass Spot ihre ARN erhalten hat, ist Ihre Angabe: In Spot kann das niemand nachlesen.',
  'stack-changed': 'Der Stack mit der Rolle wurde geändert oder ist unvollständig.',
  'trust-more': 'Gefährlich: Die Rolle vertraut mehr Konten oder Personen, als freigegeben wurde.',
  'trust-less': 'Die Rolle vertraut nicht mehr allen, denen sie für Spot vertrauen muss.',
  'trust-changed': 'Die Rolle vertraut anderen als den Freigegebenen.',
  'permissions-more': 'Gefährlich: Die Rolle darf mehr, als freigegeben wurde.',
  'permissions-less':
    'Die Rolle darf weniger, als freigegeben wurde: Damit kann Spot nicht arbeiten.',
  'permissions-unclear':
    'Eine Richtlinie der Rolle enthält etwas, das diese App nicht versteht: Lassen Sie sie prüfen.',
  'boundary-set':
    'Der Rolle wurde eine Grenze gesetzt (Berechtigungsgrenze), die nicht freigegeben wurde. Sie kann Spot behindern.',
  'boundary-gone': 'Gefährlich: Die für die Rolle freigegebene Grenze fehlt.',
  'reading-refused':
    'In der Simulation von AWS kann die Rolle die Dateien des Berichts nicht lesen.',
  'costs-refused': 'In der Simulation von AWS kann die Rolle den Cost Explorer nicht lesen.',
  denied: 'Ihre Berechtigungen reichen nicht, um das zu lesen.',
  'not-answered': 'AWS hat nicht geantwortet.',
  'not-asked': 'Nicht geprüft: Zuerst muss ein Punkt davor in Ordnung sein.',
  'by-hand': 'Von Hand angelegt: Zum Prüfen hat sich noch niemand angemeldet.',
  'template-open':
    'Die Vorlage fragt nach Werten, die diese App nicht aufbewahrt: Ein Vergleich ist deshalb nicht möglich.',
  'policy-depends': 'Was eine Bedingung in der Richtlinie bedeutet, kann nur AWS sagen.',
}

const repairs: Readonly<Record<HealthId, string>> = {
  account:
    'Fragen Sie Spot Support, welches Konto Eco nun lesen soll; wer die Organisation verwaltet, weiß, was sich geändert hat.',
  bill: 'Fragen Sie, wer die Übertragung beschlossen hat, und Spot Support, welches Konto Eco nun lesen soll.',
  report:
    'Öffnen Sie den Schritt: Dort können Sie einen neuen Bericht in denselben Bucket anlegen. Spot findet ihn dann von selbst.',
  bucket:
    'Öffnen Sie den Schritt: Er sagt, was hilft. Ein fehlender Bucket lässt sich dort unter seinem Namen neu anlegen.',
  encryption:
    'Wer den Bucket verwaltet, kann dessen Standardverschlüsselung auf SSE-S3 umstellen. Vorhandene Dateien bleiben unlesbar, bis AWS sie neu schreibt.',
  policy:
    'Öffnen Sie den Schritt: Er zeigt, was der Richtlinie hinzugefügt würde, und fügt es hinzu, wenn Sie zustimmen. Eine Anweisung, die das Liefern verbietet, kann nur entfernen, wer den Bucket verwaltet.',
  delivery:
    'Öffnen Sie den Schritt: Er sagt, was im Weg steht, und bietet die Reparatur an, wenn es eine gibt.',
  format:
    'Öffnen Sie den Schritt mit dem Bericht: Legen Sie einen neuen mit den Einstellungen von Eco an. AWS schreibt dann Parquet.',
  role: 'Öffnen Sie den Schritt: Legen Sie die Rolle unter demselben Namen neu an. Ihre ARN ist dann dieselbe, und Spot braucht nichts Neues.',
  trust:
    'Wer IAM verwaltet, stellt die Vertrauensrichtlinie wieder her oder löscht den Stack, damit Sie ihn hier neu anlegen können. Klären Sie zuerst, wer sie geändert hat.',
  permissions:
    'Wer IAM verwaltet, macht die erste Version der Richtlinie wieder zur Standardversion und entfernt, was hinzukam. Klären Sie zuerst, wer sie geändert hat.',
  boundary:
    'Wer IAM verwaltet, entfernt die Berechtigungsgrenze oder fragt Spot, ob sie bleiben kann.',
  reading:
    'Wer IAM verwaltet, entfernt, was die Rolle am Lesen hindert: Sehen Sie oben nach, was abweicht.',
  costs:
    'Wer IAM verwaltet, gibt der Rolle ihre Berechtigungen für den Cost Explorer zurück (ce:…).',
}

const roleGiven = {
  text: 'Spot braucht die ARN der neuen Rolle: Bitten Sie Spot Support, sie an die Stelle der alten zu setzen. Sobald Sie wissen, dass Spot sie hat, vermerken Sie es hier. Es wird als Ihre Angabe festgehalten.',
  label: 'ARN der neuen Rolle',
  confirm: 'Spot hat diese ARN',
} as const

const differences = {
  title: 'Was von der freigegebenen Vorlage abweicht',
  more: (policy: string) => `Mehr als freigegeben steht in der Richtlinie „${policy}“:`,
  less: (policy: string) => `In der Richtlinie „${policy}“ fehlt:`,
  detached: (policy: string) => `Nicht mehr angefügt: ${policy}`,
  denyMore: (policy: string) => `In der Richtlinie „${policy}“ fehlt ein freigegebenes Verbot:`,
  denyLess: (policy: string) =>
    `In der Richtlinie „${policy}“ steht ein Verbot, das nicht freigegeben ist:`,
  on: (resources: readonly string[]) => `auf ${series(resources)}`,
  conditional: 'unter einer Bedingung',
  others: (count: number) =>
    plural(count, { one: 'und eine weitere', other: `und ${number(count)} weitere` }),
  may: {
    reads: 'liest nur',
    writes: 'kann etwas ändern',
    reveals: 'kann Geheimnisse preisgeben',
    'not-known': 'Wirkung unbekannt',
  },
  trustMore: (who: readonly string[]) =>
    `Die Rolle vertraut, ohne dass es freigegeben wurde: ${series(who)}`,
  trustLess: (who: readonly string[]) =>
    `Freigegeben, aber die Rolle vertraut nicht: ${series(who)}`,
} as const

const list = {
  title: 'Alles, was geprüft wird',
  good: (time: string) => `In Ordnung, geprüft ${time}`,
  bad: (time: string) => `Nicht in Ordnung, geprüft ${time}`,
  awaited: (time: string) => `Wartet auf AWS, geprüft ${time}`,
  unseen: 'Nicht geprüft',
  was: {
    good: (time: string) => `War in Ordnung, geprüft ${time}`,
    bad: (time: string) => `War nicht in Ordnung, geprüft ${time}`,
    awaited: (time: string) => `Wartete auf AWS, geprüft ${time}`,
  },
  never: 'Nie geprüft',
  atMsp:
    'Der Bericht und sein Bucket liegen im Konto Ihres MSP, in dem diese App nicht nachsehen kann.',
} as const

const missing = {
  text: 'Für einen Teil der Prüfung reichen Ihre Berechtigungen nicht. Wer Berechtigungen verwaltet, kann die folgende Richtlinie hinzufügen; melden Sie sich danach erneut an:',
  label: 'Anweisungen, die zu ergänzen sind',
  copy: 'Anweisungen kopieren',
} as const

const policy = {
  title: 'Welche Berechtigungen in IAM die Prüfung braucht',
  means:
    'Um die Rolle mit der Vorlage zu vergleichen, sind mehr Berechtigungen nötig als zum Verbinden. Alle davon erlauben nur Lesen.',
  label: 'Richtlinie für eine spätere Prüfung',
  copy: 'Richtlinie kopieren',
} as const

/** Spot shows the messages themselves in English. */
const messages: Readonly<Record<MessageId, { quote: string; means: string; fix: string }>> = {
  'invalid-arn': {
    quote: 'Invalid ARN',
    means:
      'Spot konnte die Rolle unter ihrer ARN nicht verwenden. Meist wurde sie gelöscht, umbenannt oder neu angelegt.',
    fix: 'Ist hier nichts davon falsch, vergleichen Sie die ARN in Spot Zeichen für Zeichen mit der obigen.',
  },
  'no-bucket-access': {
    quote: 'No access to S3 bucket',
    means: 'Spot kann die Rolle nutzen, aber sie darf den Bucket oder seine Dateien nicht lesen.',
    fix: 'Ist hier nichts davon falsch, verbietet es womöglich eine Richtlinie Ihrer Organisation: Fragen Sie deren Administration.',
  },
  'bucket-gone': {
    quote: 'S3 bucket no longer exists',
    means:
      'Den Bucket, den Spot erhalten hat, gibt es nicht. Er wurde gelöscht, oder bei Spot steht ein anderer Name.',
    fix: 'Gibt es ihn, vergleichen Sie seinen Namen in Spot mit dem in Schritt 4.',
  },
  'no-new-data': {
    quote: 'No new data in S3 bucket for over 48 hours',
    means:
      'AWS liefert sonst mindestens einmal am Tag. Jetzt hindert es die Richtlinie des Buckets daran, oder der Bericht fehlt.',
    fix: 'Hat AWS inzwischen geliefert, findet Spot die Dateien innerhalb eines Tages von selbst.',
  },
  'no-cost-access': {
    quote: 'No CE access',
    means:
      'Die Rolle darf den Cost Explorer (CE) nicht lesen, aus dem Spot Prognosen und Verpflichtungen bezieht.',
    fix: 'Darf die Rolle ihn lesen, bitten Sie Spot Support, es noch einmal zu versuchen.',
  },
  'not-parquet': {
    quote: 'Expecting parquet format',
    means:
      'Die Dateien im Bucket haben nicht das Format Parquet: Der Bericht hat andere Einstellungen, als Eco braucht.',
    fix: 'Ist der Bericht richtig, geht es um frühere Dateien: Spot nimmt die nächste Lieferung.',
  },
  'bucket-unlisted': {
    quote: 'Bucket name is missing from the report list',
    means:
      'Spot liest die Liste der Kostenberichte, und keiner davon liefert in den Bucket, den Spot erhalten hat.',
    fix: 'Gibt es den Bericht, vergleichen Sie den Namen des Buckets in Spot mit dem in Schritt 4.',
  },
  'permissions-missing': {
    quote: 'Role permissions are missing',
    means:
      'Die Rolle darf weniger, als Spot braucht: Eine Richtlinie wurde geändert oder gelöst, oder eine Grenze wurde gesetzt.',
    fix: 'Weicht nichts von der Vorlage ab, braucht Spot inzwischen vielleicht mehr: Fragen Sie Spot Support nach der neuesten Richtlinie.',
  },
}

const told = {
  title: 'Spot zeigt eine Meldung an oder hat eine geschickt',
  pick: 'Welche Meldung ist es? Spot schreibt Englisch, und der Wortlaut kann etwas abweichen.',
  found: 'Was diese App dazu gefunden hat',
  unknown: 'Heute wurde noch nicht geprüft. „Erneut prüfen“ zeigt, woher die Meldung kommt.',
  nothing: 'Alles, woran es liegen könnte, ist hier in Ordnung.',
  help: 'Was hilft',
} as const

const buttons = {
  reopen: 'Erneut prüfen',
  lookAnew: 'Noch einmal prüfen',
  step: (title: string) => `„${title}“ öffnen`,
  role: 'Rolle in AWS öffnen',
} as const

export const health: Catalogue['health'] = {
  verdict,
  age,
  titles,
  codes,
  repairs,
  differences,
  list,
  missing,
  policy,
  messages,
  told,
  buttons,
  roleGiven,
}
