/** Step 5: the role's template in plain words. */

import type { Catalogue } from '../catalogue.ts'
import type { StepWords } from '../step-words.ts'
import { list, number, plural, series } from './locale.ts'

type Words = Catalogue['template']

const place = (line: number, column: number): string => `Zeile ${line}, Spalte ${column}`

/** What a template lets others do: writing, and who is trusted. */
const access = {
  writeTitle: 'An einer Stelle darf die Rolle schreiben',
  writeTitleMany: 'Wo die Rolle schreiben darf',
  writeKnown:
    'Spot nennt diese Rolle „read-only“ (nur lesend), doch an einer Stelle darf sie schreiben: Sie legt Kopien Ihrer Kostenberichte in Buckets ab, die Spot gehören (deren Namen beginnen mit sc-customer-). In Ihrem eigenen Konto kann sie nichts schreiben, ändern oder löschen.',
  writeUnknown:
    'Mit dieser Vorlage kann Spot etwas ändern, Geheimnisse lesen oder etwas tun, das diese App nicht beurteilen kann. Lesen Sie die folgenden Zeilen genau, oder lassen Sie sie von Ihrer Sicherheitsabteilung lesen.',
  writeNone: 'Diese Vorlage erlaubt kein Schreiben. Spot darf nur lesen.',
  inPlaces: (id: string, places: readonly string[]) => `${id} · In ${series(places)}`,
  everywhere: (id: string) => `${id} · Im ganzen Konto`,
  trustTitle: 'Wem vertraut wird',
  trust:
    'Nur diese AWS-Konten dürfen die Rolle nutzen. Sie gehören Spot (früher NetApp, jetzt Flexera). Sonst hat niemand Zugriff, und weder ein Passwort noch ein Schlüssel wird übergeben.',
  trustFile:
    'Diese dürfen die Rolle nutzen. Prüfen Sie, ob sie Spot gehören, bevor Sie weitermachen.',
  externalIds: (ids: readonly string[]) =>
    `Nur Anfragen mit dieser externen ID dürfen die Rolle nutzen: ${series(ids)}`,
  asksForId: {
    needed:
      'Die Rolle nutzen dürfen nur Anfragen mit der externen ID, die Sie vor dem Anlegen eingeben.',
    optional:
      'Vor dem Anlegen der Rolle werden Sie nach der externen ID gefragt, die Spot Ihnen gegeben hat: Dann dürfen nur Anfragen mit ihr die Rolle nutzen. Es geht auch ohne; das wird als Ihre Entscheidung vermerkt.',
    no: 'Diese Vorlage verlangt keine externe ID: Wer immer Spot einen Auftrag gibt, könnte Ihre Rolle nennen, und allein Spot müsste das verhindern. Hat Spot Ihnen eine externe ID gegeben, verwenden Sie eine Vorlage, die danach fragt.',
  },
} as const

const main: Omit<
  Words,
  keyof typeof access | 'brief' | 'claimed' | 'noted' | 'purposes' | 'otherPurpose'
> = {
  unseenTitle: 'Diese Vorlage verbirgt etwas',
  unseen:
    'Was hier folgt, enthält Zeichen, die man nicht sieht oder die die Schreibrichtung umkehren; jedes davon ist markiert. So sieht etwas Fremdes wie etwas Bekanntes aus. Die Vorlage kann nicht verwendet werden: Fragen Sie nach, woher sie stammt, und zeigen Sie sie Ihrer Sicherheitsabteilung.',
  unseenFirst: 'Eine Vorlage, die etwas verbirgt, kann nicht verwendet werden.',
  obstaclesTitle: 'So kann diese Vorlage nicht verwendet werden',
  obstacles:
    'Die folgenden Stellen bedeuten etwas anderes, als sie scheinen, oder was sie bedeuten, weiß nur AWS, und erst nach dem Anlegen. Die App legt nur an, was Sie vorher lesen können und was sie danach nachweisen kann. Korrigieren Sie diese Stellen in der Datei, und öffnen Sie die Datei erneut.',
  obstaclesFirst: 'Was ganz oben steht, muss zuerst korrigiert werden.',
  unresolved: (line, column, what) =>
    `${place(line, column)}: vor dem Anlegen nicht bekannt: ${what}`,
  unfilled: (line, column, what) => `${place(line, column)}: ${what} wurde nie ausgefüllt.`,
  closed: (line, column) =>
    `${place(line, column)}: Die Rolle lässt kein Konto zu (sts:AssumeRole); Spot könnte sie also nicht nutzen.`,
  misread: (line, column, written, read) =>
    `${place(line, column)}: AWS würde ${written} als ${read} lesen. Setzen Sie es in Anführungszeichen.`,
  parametersTitle: 'Wonach Sie gefragt werden und was die Vorlage festlegt',
  parameterBucket: (name) => `${name}: der Bucket Ihres Kostenberichts`,
  parameterAsked: (name, description) =>
    description === ''
      ? `${name}: Ihre Eingabe`
      : `${name}: Ihre Eingabe (in der Vorlage: „${description}“)`,
  parameterHidden: (name, description) =>
    description === ''
      ? `${name}: Ihre Eingabe, die niemandem gezeigt wird`
      : `${name}: Ihre Eingabe, die niemandem gezeigt wird (in der Vorlage: „${description}“)`,
  parameterSet: (name, value) => `${name}: ${value === '' ? 'leer' : value}`,
  managedTitle: 'Von AWS verwaltete Richtlinien',
  managed:
    'Die Vorlage gibt der Rolle außerdem Listen von Berechtigungen, die AWS führt. AWS kann sie jederzeit ändern; was heute darin steht, sehen Sie in der Referenz von AWS.',
  managedPolicy: (name, version, { date }) =>
    version === ''
      ? `${name}: Was sie erlaubt, wird hier nicht gezeigt.`
      : `${name}: Was sie erlaubt, steht bei den anderen Berechtigungen, so wie es bei AWS in ${version} stand (Daten vom ${date}).`,
  managedPage: 'Referenz von AWS',
  accountNumber: (account) => `AWS-Konto ${account}`,
  writeListTitle: 'Was sie ändern darf',
  readTitle: 'Was sie lesen darf',
  readActions: (count) =>
    plural(count, { one: 'Die Berechtigung', other: `Die ${number(count)} Berechtigungen` }),
  may: {
    reads: 'liest',
    writes: 'schreibt',
    reveals: 'gibt Geheimnisse preis',
    'not-known': 'nicht bekannt',
    forbids: 'entzieht',
  },
  grows: (may) => `${may} · AWS kann mehr hinzufügen`,
  actionData: ({ date, version }) =>
    `Was jede Aktion darf: „Service Authorization Reference“ von AWS, Daten vom ${date} (Version ${version}).`,
  actionWords:
    'Gibt Geheimnisse preis: AWS zählt es zum Lesen, doch gelesen wird ein Passwort, ein Schlüssel oder Ähnliches. Nicht bekannt: In den Daten von AWS fehlt die Aktion; gehen Sie davon aus, dass sie schreibt.',
  createsTitle: 'Was nach der Vorlage angelegt wird',
  resource: (type, logicalId) => `${type}: ${logicalId}`,
  resourceNamed: (type, logicalId, name) => `${type}: ${logicalId}, mit dem Namen ${name}`,
  otherRole: 'Rolle (nicht für Spot)',
  resourceTypes: {
    'AWS::IAM::Role': 'Rolle (die Spot nutzt)',
    'AWS::IAM::ManagedPolicy': 'Richtlinie (die Liste der Berechtigungen)',
    'AWS::IAM::Policy': 'Richtlinie (die Liste der Berechtigungen)',
    'AWS::IAM::RolePolicy': 'Richtlinie (die Liste der Berechtigungen)',
  },
  fileTitle: 'Die Vorlage selbst',
  fileHint:
    'Genau das wird an AWS CloudFormation gesendet. Der Fingerabdruck unten ändert sich, sobald sich ein einziges Zeichen ändert.',
  sha256: 'Fingerabdruck (SHA-256)',
  source: 'Herkunft',
  sources: { 'built-in': 'Mit dieser App geliefert', file: 'Ihre Datei' },
  size: 'Größe',
  bytes: (bytes) => `${number(bytes)} Byte (AWS lässt ${number(51_200)} zu)`,
  body: 'Ganzer Text der Vorlage',
  copyBody: 'Vorlage kopieren',
  save: 'Als Datei speichern',
  nothing:
    'Mit der Freigabe wird noch nichts angelegt. Die App merkt sich auf diesem Computer, was Sie wann freigegeben haben und unter welchem Namen Sie bei AWS angemeldet sind.',
  approve: 'Freigeben',
  forReviewers: 'Für IT und Sicherheit: jede Berechtigung, der ganze Text, sein Fingerabdruck',
  openFile: 'Stattdessen eine Vorlage von Spot öffnen',
  builtInInstead: 'Mitgelieferte Vorlage verwenden',
  readAgain: 'Vorlage erneut lesen',
}

/** Half a page for whoever decides. */
const brief = {
  title: 'In einfachen Worten',
  which: 'Welche Vorlage',
  who: 'Wer Zugriff erhält',
  spot: (accounts: readonly string[]) =>
    `Spot (früher NetApp, jetzt Flexera) aus seinen AWS-Konten ${list(accounts)}. Sonst niemand, und weder ein Passwort noch ein Schlüssel wird übergeben.`,
  what: 'Was die Rolle lesen darf',
  never: 'Was sie nie kann',
  nevers: {
    'built-in':
      'In Ihrem Konto etwas ändern, starten, anhalten oder löschen, Geld ausgeben, anderen Zugang verschaffen, Passwörter oder Schlüssel lesen.',
    reads: 'Etwas ändern. Laut Vorlage liest sie nur.',
    copies:
      'In Ihrem Konto etwas ändern. Laut Vorlage liest sie nur und legt Kopien der Berichte in Buckets ab, deren Namen mit sc-customer- beginnen.',
    nothing:
      'Das lässt sich hier nicht zusagen: Diese Vorlage könnte mehr erlauben als Lesen. Lassen Sie sie zuerst von Ihrer Sicherheitsabteilung lesen.',
  },
  created: 'Was angelegt wird',
  roleOnly:
    'Im nächsten Schritt, wenn Sie zustimmen: eine Rolle für Spot und ihre Liste von Berechtigungen.',
  more: 'Im nächsten Schritt, wenn Sie zustimmen. Nicht alles davon dient dem Zugriff von Spot:',
  cost: 'Was es kostet',
  costsNothing: 'Nichts. AWS berechnet weder Rollen noch Berechtigungen.',
  undo: 'Rückgängig machen',
  undoing:
    'Jederzeit: „Verbindung trennen…“ im Menü neben dem Namen der Verbindung, oder den Stack in der CloudFormation-Konsole löschen. Rolle und Berechtigungen verschwinden mit ihm, und der Zugriff von Spot endet.',
} as const

/** An approval that somebody else’s file claims. */
const claimed = {
  title: 'Freigabe laut einer Datei, nicht überprüft',
  says: (name: string, opened: string) =>
    `Eine Datei, die ${name === '' ? 'keinen Absender nennt' : `nach eigener Angabe von ${name} kommt`} und ${opened} geöffnet wurde, gibt an, die Vorlage sei freigegeben.`,
  same: 'Sie meint genau diesen Text. Es zählt nur Ihre eigene Freigabe: Lesen Sie den Text, und geben Sie ihn hier frei.',
  other:
    'Sie meint einen anderen Text als diesen: Die Fingerabdrücke unterscheiden sich. Klären Sie vor der Freigabe mit der Person, die sie gesendet hat, welcher gemeint ist. Fingerabdruck laut Datei:',
} as const

/** What a group of permissions is for, as a finance person would ask for it. */
const purposes: Words['purposes'] = {
  reports: {
    label: 'Kostenbericht',
    means: 'Den Bericht finden und seine Dateien im Bucket des Berichts lesen.',
  },
  billing: {
    label: 'Rechnung und Kostenanalyse',
    means:
      'Abrechnungen, Rechnungen, Gutschriften, Steuern, Zahlungen und „Cost Explorer“, so wie die Finanzabteilung sie sieht.',
  },
  commitments: {
    label: 'Reservierungen und Savings Plans',
    means: 'Wozu Sie sich verpflichtet haben, was Sie nutzen und was AWS anbietet.',
  },
  onboarding: {
    label: 'CloudFormation-Stacks',
    means: 'Prüfen, ob die Verbindung so eingerichtet ist, wie es hier steht.',
  },
  sync: {
    label: 'Kopien der Berichte in Buckets von Spot',
    means: 'Kopien der Berichtsdateien in Buckets ablegen, die Spot gehören.',
  },
}

/** A purpose that the app does not know: the permissions of one service of AWS. */
const otherPurpose = {
  label: (service: string) => `Dienst „${service}“`,
  means: 'Von dieser App nicht beschrieben.',
} as const

/** What is noted about a name in a template or a policy; `what` is the name with its other remarks. */
const noted: Words['noted'] = {
  when: (what, conditions) => `${what} (wenn ${conditions.join(' und ')})`,
  not: (condition) => `nicht ${condition}`,
  by: (what, ways) => `${what} (über ${ways.join(' oder ')})`,
  never: (what) => `nie ${what}`,
  neverUnderCondition: (what) => `unter einer Bedingung nie ${what}`,
  allBut: (what) => `alles außer ${what}`,
  attachedTo: (property, whom) => `angefügt an ${property}: ${whom}`,
  notUnderstood: (what) => `nicht verstanden: ${what}`,
  withDefault: (what, parameter, value) => `${what} (Vorgabe von ${parameter}: ${value})`,
}

export const template: Words = {
  ...access,
  ...main,
  brief,
  claimed,
  purposes,
  otherPurpose,
  noted,
}

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const templateStep: StepWords<'template'> = {
  title: 'Prüfen, was Spot darf',
  purpose:
    'Spot erhält in Ihrem Konto ein Bündel von Berechtigungen (AWS: Rolle), das Sie jederzeit zurücknehmen können. Lesen Sie hier, was Spot damit darf, bevor etwas angelegt wird.',
  ahead: {
    brief: 'Ihre Freigabe',
    needs: 'Sie lesen auf einer halben Seite, was Spot darf, und geben es frei.',
    minutes: 2,
    waits: '',
  },
  request: {
    title: 'Bitte prüfen, was Spot in unserem AWS-Konto darf',
    why: 'Spot Eco erhält in unserem Konto eine Rolle: ein Bündel von Berechtigungen, das es nutzen darf und das wir jederzeit zurücknehmen können. Noch ist nichts davon angelegt. Bitte teilen Sie mit, ob Sie zustimmen.',
    whom: 'Die Sicherheitsabteilung, oder wer sonst den Zugriff Dritter freigibt.',
  },
  facts: {
    'template-sha256': 'Fingerabdruck (SHA-256)',
    'template-file': 'Datei der Vorlage',
    principals: 'AWS-Konten, denen die Rolle vertraut',
    'asks-for-id': 'Externe ID',
    'approved-by': 'Freigegeben von (laut AWS)',
    'approved-at': 'Zeitpunkt der Freigabe',
    'claimed-by': 'Laut einer Datei, nicht überprüft: freigegeben von',
    'claimed-at': 'Diese Datei wurde geöffnet',
    'claimed-text': 'Diese Angabe betrifft',
    'claimed-sha256': 'Fingerabdruck, den die Datei nennt (SHA-256)',
  },
}
