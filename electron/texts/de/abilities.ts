/** What the signed-in person may do, shown in each step before anything is tried. */

import type { Catalogue } from '../catalogue.ts'
import { number, plural } from './locale.ts'

type Abilities = Catalogue['abilities']

const main = {
  may: (role: string) => `„${role}“ darf das. AWS hat es in einer Simulation geprüft (IAM).`,
  unknown:
    'AWS hat nicht mitgeteilt, welche Berechtigungen Sie haben. Ob eine fehlt, zeigt sich im Schritt selbst; halb fertig bleibt dabei nichts.',
  /** IAM simulates no root user. */
  root: {
    none: 'Sie sind als Root-Benutzer angemeldet, den im Verwaltungskonto keine Richtlinie einschränkt: Für diesen Schritt war nichts nachzusehen.',
    organization:
      'Sie sind als Root-Benutzer angemeldet. Was er hier darf, kann AWS nicht im Voraus sagen: Nur eine Richtlinie der AWS-Organisation kann ihn einschränken. Der Schritt findet es selbst heraus; ist etwas verboten, bleibt nichts halb fertig.',
  },
  title: (role: string, count: number) =>
    plural(count, {
      one: `„${role}“ fehlt eine Berechtigung für diesen Schritt`,
      other: `„${role}“ fehlen ${number(count)} Berechtigungen für diesen Schritt`,
    }),
  /** After AWS has refused one of several: `count` is at least two. */
  oneOf: (role: string, count: number) =>
    `Es ist nicht die einzige: Nach der Simulation von AWS fehlen „${role}“ ${number(count)} Berechtigungen für diesen Schritt. Bitten Sie um alle zugleich:`,
  still:
    'Sie können es trotzdem versuchen: AWS lehnt ab, was nicht erlaubt ist, und nichts bleibt halb fertig.',
  noneIn: 'Nichts davon steht im Berechtigungssatz:',
  /** What a permission is for, and its name. */
  action: (meaning: string, action: string) => `${meaning}: ${action}`,
  /** Under what is missing, or that nothing is: an action that the step does without. */
  optional: (meaning: string, action: string) =>
    `Nicht unbedingt nötig und nicht unter Ihren Berechtigungen: ${meaning} (${action}). Der Schritt kommt ohne diese Berechtigung aus.`,
  on: (resource: string) => `für ${resource}`,
  add: 'Wer in Ihrem Unternehmen IAM Identity Center verwaltet, kann dies dem Berechtigungssatz als Inline-Richtlinie hinzufügen:',
  statement: 'Die fehlenden Einträge, als vollständige Richtlinie',
  where:
    'In IAM Identity Center: „Permission sets“, der Berechtigungssatz, „Inline policy“, „Edit“. Hat er schon eine Inline-Richtlinie, nur hinzufügen, was in der Liste „Statement“ steht. Speichern und AWS das Konto aktualisieren lassen.',
  copy: 'Richtlinie kopieren',
  noStatement:
    'Eine weitere Berechtigung würde nicht helfen. Bitten Sie die Administration Ihrer AWS-Organisation, das Verbot aufzuheben, oder lassen Sie jemand anderen diesen Schritt erledigen.',
  afterwards: 'Ist es hinzugefügt, melden Sie sich neu an: Die App fragt dann noch einmal.',
} as const

const because: Abilities['because'] = {
  'not-allowed': 'nicht im Berechtigungssatz',
  'explicit-deny': 'durch eine Richtlinie verboten',
  boundary: 'außerhalb der Berechtigungsgrenze, die für Sie gilt',
  organization: 'durch eine Richtlinie der AWS-Organisation verboten',
}

/** What an action is for, in the words of a person who has never seen an API. */
const actions: Abilities['actions'] = {
  'signin:AuthorizeOAuth2Access': 'Eine Anmeldung wie in der AWS-Konsole zulassen',
  'signin:CreateOAuth2Token': 'Zugangsdaten für eine Anmeldung wie in der AWS-Konsole erhalten',
  'sts:GetCallerIdentity': 'Lesen, wer angemeldet ist',
  'organizations:DescribeOrganization': 'Lesen, welches Konto das Verwaltungskonto ist',
  'organizations:ListInboundResponsibilityTransfers':
    'Lesen, ob dieses Konto die Rechnungen anderer Organisationen bezahlt',
  'organizations:ListOutboundResponsibilityTransfers':
    'Lesen, ob ein anderes Konto die Rechnung dieser Organisation bezahlt',
  'cur:DescribeReportDefinitions': 'Lesen, welche Kostenberichte es gibt',
  'cur:PutReportDefinition': 'Einen Kostenbericht anlegen',
  'cur:TagResource': 'Den Kostenbericht als von dieser App angelegt kennzeichnen',
  'cur:ListTagsForResource': 'Lesen, ob diese App einen Kostenbericht angelegt hat',
  'cur:DeleteReportDefinition': 'Den Kostenbericht löschen, den diese App angelegt hat',
  's3:ListAllMyBuckets': 'Die Namen Ihrer Buckets auflisten',
  's3:ListBucket': 'Die Dateien des Berichts auflisten',
  's3:GetObject': 'Lesen, welche Berichte geliefert wurden',
  's3:GetBucketLocation': 'Lesen, in welcher Region der Bucket liegt',
  's3:GetBucketTagging': 'Lesen, ob diese App den Bucket angelegt hat',
  's3:GetBucketPolicy': 'Lesen, wer den Bucket benutzen darf',
  's3:GetBucketPublicAccessBlock': 'Lesen, ob der Bucket für die Öffentlichkeit gesperrt ist',
  's3:GetEncryptionConfiguration': 'Lesen, wie der Bucket verschlüsselt ist',
  's3:GetBucketNotification': 'Die Ereignisbenachrichtigungen des Buckets lesen',
  's3:GetBucketOwnershipControls': 'Lesen, wem die Dateien im Bucket gehören',
  's3:CreateBucket': 'Den Bucket für den Bericht anlegen',
  's3:TagResource': 'Den Bucket vom ersten Augenblick an als von dieser App angelegt kennzeichnen',
  's3:PutBucketTagging': 'Den Bucket als von dieser App angelegt kennzeichnen',
  's3:PutBucketPublicAccessBlock': 'Den Bucket für die Öffentlichkeit sperren',
  's3:PutBucketPolicy': 'AWS erlauben, den Bericht in den Bucket zu liefern',
  's3:DeleteBucket': 'Den Bucket löschen, den diese App angelegt hat',
  's3:DeleteObject': 'Die Dateien im Bucket löschen',
  'cloudformation:ValidateTemplate': 'Die Vorlage von AWS prüfen lassen',
  'cloudformation:DescribeStacks': 'Lesen, welche Stacks es gibt',
  'cloudformation:DescribeStackEvents': 'Lesen, wie weit der Stack ist',
  'cloudformation:DescribeEvents': 'Lesen, warum AWS einen Stack von vornherein abgelehnt hat',
  'cloudformation:ListStackResources': 'Lesen, was zum Stack gehört',
  'cloudformation:CreateStack': 'Den Stack mit der Rolle anlegen',
  'cloudformation:DeleteStack': 'Einen fehlgeschlagenen Stack dieser App löschen',
  'cloudformation:TagResource': 'Den Stack als von dieser App angelegt kennzeichnen',
  'iam:GetRole': 'Lesen, wem die Rolle vertraut',
  'iam:SimulatePrincipalPolicy': 'AWS fragen, was eine Rolle darf',
  'iam:CreateRole': 'Die Rolle für Spot anlegen',
  'iam:DeleteRole': 'Die Rolle zurücknehmen, falls das Anlegen fehlschlägt',
  'iam:TagRole': 'Die Rolle als von dieser App angelegt kennzeichnen',
  'iam:AttachRolePolicy': 'Der Rolle ihre Berechtigungen geben',
  'iam:DetachRolePolicy': 'Der Rolle ihre Berechtigungen nehmen, falls das Anlegen fehlschlägt',
  'iam:ListAttachedRolePolicies': 'Lesen, welche Berechtigungen die Rolle hat',
  'iam:ListRolePolicies': 'Lesen, welche Berechtigungen die Rolle hat',
  'iam:GetPolicy': 'Die Liste der Berechtigungen für die Rolle lesen',
  'iam:TagPolicy': 'Die Liste der Berechtigungen als von dieser App angelegt kennzeichnen',
  'iam:ListPolicyVersions': 'Die Versionen der Liste der Berechtigungen lesen',
  'iam:DeletePolicyVersion': 'Eine Version der Liste der Berechtigungen löschen',
  'iam:CreatePolicy': 'Die Liste der Berechtigungen für die Rolle anlegen',
  'iam:DeletePolicy': 'Die Liste der Berechtigungen zurücknehmen, falls das Anlegen fehlschlägt',
}

export const abilities: Abilities = { ...main, because, actions }
