/** Step 6: creating the role with CloudFormation. */

import type { Catalogue } from '../catalogue.ts'
import type { StepWords } from '../step-words.ts'
import { number, series } from './locale.ts'

type Words = Catalogue['stack']

const main = {
  formTitle: 'Namen (Vorschläge passen meist)',
  formHint: 'Vorgeschlagen sind die Namen, die Spot erwartet.',
  fields: {
    stackName: {
      label: 'Stack-Name',
      hint: 'So heißt der Stack in der CloudFormation-Konsole.',
    },
    roleName: {
      label: 'Rollenname',
      hint: 'Die Rolle, die Spot nutzt. Den Namen darf es noch nicht geben.',
    },
    policyName: {
      label: 'Richtlinienname',
      hint: 'Die Liste der Berechtigungen, die der Rolle angefügt wird.',
    },
    externalId: {
      label: 'Externe ID',
      hint: 'Spot zeigt sie dort an, wo Sie das AWS-Konto verbinden; sonst nennt sie Ihnen Spot Support. Nur Anfragen mit dieser ID dürfen die Rolle nutzen. Ohne sie könnte jemand Spot mit einem falschen Auftrag dazu bringen, Ihre Rechnung zu lesen.',
    },
  },
  idNeeded: 'Ohne externe ID funktioniert die Vorlage nicht.',
  withoutId:
    'Es ist keine externe ID eingegeben. Wer immer Spot einen Auftrag gibt, könnte dann Ihre Rolle nennen, und allein Spot müsste das verhindern. Ohne sie weiterzumachen, ist Ihre Entscheidung; das Protokoll hält sie fest.',
  ownTitle: 'Wonach Ihre Vorlage fragt',
  ownHint:
    'Namen und Erklärungen stammen aus der Vorlage. Was Sie hier eingeben, wird mit ihr an AWS gesendet.',
  hiddenHint:
    'Wird nirgends gespeichert: Nach einem fehlgeschlagenen Versuch werden Sie erneut danach gefragt.',
  choose: 'Wert wählen',
  demands: {
    between: (least: string, most: string) => `${least} bis ${most} Zeichen.`,
    atLeast: (least: string) => `Mindestens ${least} Zeichen.`,
    atMost: (most: string) => `Höchstens ${most} Zeichen.`,
    number: 'Eine Zahl.',
    numberFrom: (least: string) => `Mindestens ${least}.`,
    numberTo: (most: string) => `Höchstens ${most}.`,
    list: 'Mehrere Werte werden durch Kommas getrennt.',
    constraint: (words: string) => `In der Vorlage steht: „${words}“`,
  },
  entered: (values: readonly (readonly [name: string, value: string])[]) =>
    series(values.map(([name, value]) => `${name} = ${value === '' ? '(leer)' : `„${value}“`}`)),
  concealed: '••••',
  bucketGiven: (bucket: string) => `Die Berichte werden aus dem Bucket ${bucket} gelesen.`,
  inAccount: (account: string) => `Alles wird im AWS-Konto ${account} in us-east-1 angelegt.`,
  acknowledgeTitle: 'AWS verlangt Ihre Zustimmung',
  acknowledge: (capabilities: readonly string[]) =>
    capabilities.length === 0
      ? 'Mit der Schaltfläche bestätigen Sie, dass AWS CloudFormation möglicherweise IAM-Ressourcen mit eigenen Namen anlegt.'
      : `Mit der Schaltfläche bestätigen Sie, dass AWS CloudFormation möglicherweise IAM-Ressourcen mit eigenen Namen anlegt (${series(capabilities)}).`,
  acknowledgeMeans:
    'AWS verlangt das, weil eine Rolle Zugriff gibt. Die IAM-Ressourcen sind die Rolle und die Richtlinie, die Sie im Schritt davor gelesen haben.',
  awsSays: (reason: string) => `Grund laut AWS (englisch): „${reason}“`,
  create: 'Zustimmen und Rolle anlegen',
  createWithoutId: 'Zustimmen und ohne externe ID anlegen',
  failedTitle: 'Ein früherer Versuch ist fehlgeschlagen und steht im Weg',
  failed: (name: string, words: string, status: string) =>
    `Der Stack ${name} ist im Zustand „${words}“ (${status}). Er muss gelöscht werden, bevor unter diesem Namen ein anderer angelegt werden kann. Diese App hat ihn angelegt, und er gibt niemandem Zugriff.`,
  deleteFailed: 'Diesen Stack löschen',
  deleteFirst:
    'Löschen Sie zuerst den fehlgeschlagenen Stack, oder geben Sie einen anderen Stack-Namen ein.',
  lastFailedTitle: 'Der letzte Versuch ist fehlgeschlagen; sein Stack ist gelöscht',
  renamed: (field: string, taken: string) =>
    `Bei „${field}“ steht unten jetzt ein anderer Name als „${taken}“. Sie können ihn ändern.`,
  agreeAnew: 'Ihre Zustimmung galt jenem Versuch: Die Schaltfläche unten erteilt sie erneut.',
  anotherMeans:
    '„Einen weiteren anlegen“ zeigt das Formular wieder. Der vorhandene Stack bleibt in AWS, wie er ist.',
} as const

/** Stacks and roles that are there already, to be used instead of creating one. */
const existing = {
  stacksTitle: 'Es gibt schon eine Rolle für Spot',
  stacks:
    'Diese CloudFormation-Stacks enthalten eine Rolle für Spot. Statt einen weiteren anzulegen, können Sie einen davon verwenden: Die App prüft dann, wem seine Rolle vertraut und was sie lesen darf. Am Stack wird nichts geändert.',
  stacksList: 'Stacks mit einer Rolle für Spot',
  createdHere: 'Von dieser App angelegt',
  createdElsewhere: 'Nicht von dieser App angelegt',
  adopt: 'Diesen Stack verwenden',
  adoptNamed: (name: string) => `Diesen Stack verwenden: ${name}`,
  createInstead:
    'Oder legen Sie mit dem Formular unten einen neuen an. Eine neue Rolle braucht einen Namen, der noch frei ist.',
  roleTitle: (name: string) => `Eine Rolle mit dem Namen ${name} gibt es schon`,
  roleRight:
    'Sie vertraut genau den AWS-Konten, die in der freigegebenen Vorlage stehen. Sie können sie verwenden: Die App prüft dann, ob sie die Berichte lesen darf. Oder geben Sie unten einen anderen Rollennamen ein, um eine neue anzulegen.',
  roleWrong:
    'Sie vertraut nicht genau den AWS-Konten, die in der freigegebenen Vorlage stehen; Spot könnte sie also nicht wie vorgesehen nutzen. Weil jemand auf sie angewiesen sein könnte, ändert die App nichts daran. Geben Sie unten einen anderen Rollennamen ein.',
  roleTaken: 'Diesen Namen hat schon die Rolle, die oben steht. Geben Sie einen anderen ein.',
  policyTaken:
    'Eine Richtlinie mit diesem Namen gibt es im Konto schon. Geben Sie einen anderen ein.',
  trusts: 'Sie vertraut',
  trustsNobody: 'niemandem',
  externalIds: 'Externe ID, die sie verlangt',
  noExternalId: 'keine',
  roleArn: 'Rollen-ARN',
  useRole: 'Diese Rolle verwenden',
} as const

/** For those who were told a role ARN by whoever created the role. */
const toldRole = {
  title: 'Ich habe eine Rollen-ARN',
  body: 'Jemand anderes hat die Rolle angelegt. Die App liest sie, prüft, wem sie vertraut und was sie lesen darf, und ändert nichts.',
  roleArn: 'ARN der Rolle',
  roleArnHint:
    'Sie sieht aus wie arn:aws:iam::123456789012:role/SpotByNetApp_Finops_ReadOnly und steht unter „Outputs“ (Ausgaben) beim Stack.',
  externalId: 'Externe ID der Rolle',
  externalIdHint: 'Nur wenn Ihnen eine genannt wurde.',
  use: 'Rolle prüfen und verwenden',
} as const

/** What AWS is doing with a stack. */
const doing: Words['doing'] = {
  creating: {
    line: 'AWS legt den Stack an',
    title: (name) => `AWS legt den Stack ${name} an`,
  },
  deleting: {
    line: 'AWS löscht den Stack',
    title: (name) => `AWS löscht den Stack ${name}`,
  },
  'taking-back': {
    line: 'AWS nimmt den Stack zurück',
    title: (name) => `AWS nimmt den Stack ${name} zurück`,
  },
  updating: {
    line: 'AWS aktualisiert den Stack',
    title: (name) => `AWS aktualisiert den Stack ${name}`,
  },
  'working-on': {
    line: 'AWS bearbeitet den Stack',
    title: (name) => `AWS bearbeitet den Stack ${name}`,
  },
}

const progress = {
  creating: (finished: number, total: number) =>
    `AWS legt an: ${number(finished)} von ${number(total)}`,
  bar: 'Fertige Ressourcen',
  count: (finished: number, total: number) => `${number(finished)} von ${number(total)}`,
  mayClose:
    'Das dauert meist etwa eine Minute. Sie können die App schließen: AWS arbeitet weiter, und die App zeigt beim nächsten Öffnen, wie weit es ist.',
  events: 'Was AWS meldet',
  columns: { time: 'Zeit', resource: 'Ressource', status: 'Status', reason: 'Grund (englisch)' },
  noEvents: 'AWS hat noch nichts gemeldet.',
  state: (words: string) => `Status: ${words}`,
} as const

/** AWS's status of a stack or resource in words. */
const statusWords = {
  REVIEW_IN_PROGRESS: 'Wartet auf eine Durchsicht',
  CREATE_IN_PROGRESS: 'Wird angelegt',
  CREATE_COMPLETE: 'Angelegt',
  CREATE_FAILED: 'Nicht angelegt',
  ROLLBACK_IN_PROGRESS: 'Wird zurückgenommen',
  ROLLBACK_COMPLETE: 'Zurückgenommen',
  ROLLBACK_FAILED: 'Rücknahme fehlgeschlagen',
  DELETE_IN_PROGRESS: 'Wird gelöscht',
  DELETE_COMPLETE: 'Gelöscht',
  DELETE_FAILED: 'Nicht gelöscht',
  DELETE_SKIPPED: 'Behalten',
  UPDATE_IN_PROGRESS: 'Wird aktualisiert',
  UPDATE_COMPLETE: 'Aktualisiert',
  UPDATE_FAILED: 'Nicht aktualisiert',
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'Aktualisiert, wird aufgeräumt',
  UPDATE_ROLLBACK_IN_PROGRESS: 'Aktualisierung wird zurückgenommen',
  UPDATE_ROLLBACK_COMPLETE: 'Aktualisierung zurückgenommen',
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'Aktualisierung zurückgenommen, wird aufgeräumt',
  UPDATE_ROLLBACK_FAILED: 'Rücknahme der Aktualisierung fehlgeschlagen',
  IMPORT_IN_PROGRESS: 'Wird importiert',
  IMPORT_COMPLETE: 'Importiert',
  IMPORT_ROLLBACK_IN_PROGRESS: 'Import wird zurückgenommen',
  IMPORT_ROLLBACK_COMPLETE: 'Import zurückgenommen',
  IMPORT_ROLLBACK_FAILED: 'Rücknahme des Imports fehlgeschlagen',
} as const

export const stack: Words = {
  ...main,
  existing,
  toldRole,
  progress,
  doing,
  statusWords,
}

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const stackStep: StepWords<'stack'> = {
  title: 'Rolle für Spot anlegen',
  purpose:
    'AWS legt die Rolle so an, wie Sie sie freigegeben haben (AWS: CloudFormation-Vorlage). Rolle und Berechtigungen bilden eine Einheit (AWS: Stack) und lassen sich deshalb zusammen entfernen.',
  ahead: {
    brief: 'Ihre Zustimmung',
    needs: 'Sie lesen, was angelegt wird, und klicken auf eine Schaltfläche.',
    minutes: 1,
    waits: 'AWS braucht danach meist etwa eine Minute.',
  },
  byHand: {
    ahead: {
      brief: 'die AWS-Konsole',
      needs: 'Sie legen den Stack in der AWS-Konsole an; die App nennt Ihnen jeden Klick.',
      minutes: 5,
      waits: '',
    },
  },
  request: {
    title: 'Bitte die Rolle für Spot Eco anlegen',
    why: 'Spot Eco liest unseren Kostenbericht über eine Rolle in unserem AWS-Konto. AWS CloudFormation legt sie nach der Vorlage in dieser Datei an.',
    whom: 'Wer in dem oben genannten Konto CloudFormation-Stacks und IAM-Rollen anlegen darf.',
  },
  facts: {
    'stack-name': 'Stack-Name',
    'stack-id': 'Stack-ID',
    'stack-status': 'Stack-Status',
    'role-arn': 'Vollständiger Name der Rolle (AWS: Rollen-ARN)',
    'external-id': 'Externe ID',
    'external-id-note': 'Externe ID',
    trust: 'Wer die Rolle nutzen darf',
    'too-wide': 'Vorsicht: Die Rolle darf mehr ändern, als Spot braucht',
    'simulated-list': 'Darf die Berichtsdateien auflisten',
    'simulated-read': 'Darf die Berichtsdateien lesen',
  },
}
