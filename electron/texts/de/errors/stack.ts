import { stepNumber } from '../../../contract/steps.ts'
import type { stackErrors as english } from '../../en/errors/stack.ts'
import { number, plural } from '../locale.ts'
import { stack } from '../stack.ts'
import { NOTHING_CHANGED, closed, fact, named, quoted, say, when } from './sentence.ts'
import type { Known, Sentences } from './sentence.ts'

/** Stack, role and template in the cases that sentences need. */
const theStack = (facts: Known<'stack'>): string => named(facts, 'stack', 'den Stack')
const whatStack = (facts: Known<'stack'>): string => named(facts, 'stack', 'Der Stack')
const whatRole = (facts: Known<'role'>): string => named(facts, 'role', 'Die Rolle')
const whatTemplate = (facts: Known<'file'>): string => named(facts, 'file', 'Die Vorlage')
const inTemplate = (facts: Known<'file'>): string => named(facts, 'file', 'der Vorlage')
const place = (facts: Known<'line' | 'column'>): string =>
  when(
    facts.line,
    (line) => `Die Stelle ist in Zeile ${line}, Spalte ${fact(facts, 'column', '1')}.`,
  )
const awsSays = (facts: Known<'message'>): string => quoted('AWS', facts.message)

const BUILT_IN = 'verwenden Sie die Vorlage, die zur App gehört'
const LEFT_ALONE =
  'Vielleicht stammt sie von einem früheren Versuch, und jemand könnte darauf angewiesen sein. Die App lässt sie, wie sie ist.'

/** AWS’s reason without the wrapping that only its support reads; all of it is in the details. */
const plainReason = (reason: string): string =>
  reason
    .replace(/^Resource handler returned message: "(.*)" \(RequestToken:[^)]*\)$/s, '$1')
    .replaceAll(/ \((?:Service: [^)]*|SDK Attempt Count: \d+)\)/g, '')

/** What was refused, as the object of a sentence. */
const refusedAction = (facts: Known<'action'>): string =>
  fact(facts, 'action', 'das Anlegen von IAM-Rollen')

/** What stands in the way and what to do about it, by the fact `cause` (`aws/cloudformation/stack-events.ts`). */
const REMEDIES: Readonly<Record<string, (facts: Known<'action'>) => string>> = {
  'role-exists': () =>
    'Das Konto hat schon eine Rolle dieses Namens. Verwenden Sie sie, wenn sie sich als richtig erweist, oder geben Sie der neuen einen anderen Namen.',
  'policy-exists': () =>
    'Das Konto hat schon eine Richtlinie dieses Namens. Geben Sie der neuen einen anderen Namen und versuchen Sie es erneut.',
  'scp-denied': () =>
    'Eine Richtlinie der Organisation verbietet es. Prüfen Sie, ob Sie im Verwaltungskonto angemeldet sind; dort gelten solche Richtlinien nie.',
  'boundary-denied': (facts) =>
    `Eine Berechtigungsgrenze verbietet es. Bitten Sie Ihre AWS-Administration, darin ${refusedAction(facts)} zu erlauben oder den Stack für Sie anzulegen.`,
  'explicitly-denied': (facts) =>
    `Eine Richtlinie verbietet ${fact(facts, 'action', 'es')} ausdrücklich, und keine andere Berechtigung hebt das auf. Bitten Sie Ihre AWS-Administration um eine Ausnahme oder darum, den Stack für Sie anzulegen.`,
  'session-denied': (facts) =>
    `Ihre Anmeldung wurde bei ihrer Ausstellung eingeschränkt und umfasst ${refusedAction(facts)} nicht. Melden Sie sich ohne diese Einschränkung an, oder bitten Sie Ihre AWS-Administration, den Stack anzulegen.`,
  'not-authorised': (facts) =>
    `Ihr Berechtigungssatz umfasst ${refusedAction(facts)} nicht. Bitten Sie Ihre AWS-Administration um diese Berechtigung oder darum, den Stack für Sie anzulegen.`,
  'principal-invalid': () =>
    'Die Vorlage vertraut einem AWS-Konto oder einer Rolle, die es nicht gibt. Verwenden Sie die Vorlage, die zur App gehört, oder bitten Sie Spot um eine aktuelle.',
  'policy-malformed': () =>
    'IAM nimmt eine Richtlinie der Vorlage nicht an. Verwenden Sie die Vorlage, die zur App gehört, oder senden Sie die technischen Angaben an die Person, die Ihre geschrieben hat.',
  'limit-exceeded': () =>
    'Das Konto hat so viele Rollen oder Richtlinien, wie AWS erlaubt. Bitten Sie Ihre AWS-Administration, nicht genutzte zu löschen oder die Grenze zu erhöhen (Service Quotas), und versuchen Sie es dann erneut.',
  throttled: () =>
    'AWS hat zu viele Anfragen auf einmal erhalten. Warten Sie einige Minuten und versuchen Sie es dann erneut.',
  'name-taken': () =>
    `Im Konto gibt es schon etwas mit diesem Namen. Bitten Sie die Person, die die Vorlage geschrieben hat, darin einen anderen Namen zu verwenden, oder ${BUILT_IN}.`,
  'property-refused': () =>
    `AWS nimmt nicht an, was die Vorlage an dieser Stelle angibt. Berichtigen Sie es in der Datei und öffnen Sie sie erneut, oder ${BUILT_IN}.`,
  'untold-denied': () =>
    'Die Ursache nennt nur cloudformation:DescribeEvents, und das dürfen Sie nicht verwenden. Öffnen Sie in der CloudFormation-Konsole den Stack und seine Registerkarte „Events“ (Ereignisse): Das FAILED-Ereignis des Vorgangs nennt sie. Oder bitten Sie Ihre AWS-Administration um diese Berechtigung und prüfen Sie dann erneut.',
  untold: () =>
    'AWS hat der App nicht mitgeteilt, was es gefunden hat. Öffnen Sie in der CloudFormation-Konsole den Stack und seine Registerkarte „Events“ (Ereignisse): Das FAILED-Ereignis des Vorgangs nennt es.',
  'untold-unreached': () =>
    'Die Ursache ist noch nicht bekannt, weil die Frage der App nicht bis zu AWS kam. Prüfen Sie in einer Minute erneut, um sie zu lesen; in der CloudFormation-Konsole steht sie auf der Registerkarte „Events“ (Ereignisse) des Stacks. Oder löschen Sie den fehlgeschlagenen Stack und versuchen Sie es erneut.',
  'parameter-unknown': () =>
    'AWS hat in diesem Konto und dieser Region nichts mit diesem Namen gefunden, oder Sie dürfen nicht danach suchen. Geben Sie Namen oder ID von etwas ein, das es dort gibt.',
  'policy-missing': () =>
    `Die Vorlage bindet eine Richtlinie ein, die es nicht gibt oder die AWS zurückgezogen hat. Bitten Sie die Person, die die Vorlage geschrieben hat, um eine aktuelle, oder ${BUILT_IN}.`,
  'hook-refused': () =>
    'Eine Prüfung, die Ihr Unternehmen für CloudFormation eingerichtet hat (ein „Hook“, oft von AWS Control Tower), lässt es nicht durch. Fragen Sie die Person, die Ihre AWS-Organisation oder deren Control Tower betreut, welche Regel es ist. Bitten Sie sie um eine Ausnahme oder darum, den Stack für Sie anzulegen.',
  'in-use': () =>
    'Jemand hat inzwischen etwas mit der Rolle oder Richtlinie verknüpft. Bitten Sie Ihre AWS-Administration, diese Verknüpfung zu lösen, und versuchen Sie es dann erneut.',
}

function remedy(facts: Known<'cause' | 'action'>): string {
  const known = REMEDIES[facts.cause ?? '']
  if (known) return known(facts)
  return 'Versuchen Sie es erneut. Bleibt es dabei, senden Sie die technischen Angaben unten an Ihre AWS-Administration.'
}

const awsSaid = (facts: Known<'reason'>): string =>
  quoted('AWS', facts.reason && plainReason(facts.reason))

const takenBack = (facts: Known<'reason'>): string =>
  `Was AWS schon angelegt hatte, nimmt es von selbst zurück.${awsSaid(facts)}`

/** AWS had looked the stack through before it began. */
const refusal = (facts: Known<'reason' | 'path' | 'others'>): string =>
  `AWS prüft einen Stack, bevor es beginnt, und hat diesen abgelehnt. Es wurde nichts angelegt.${awsSaid(facts)}${when(facts.path, (path) => `In der Vorlage ist das die Stelle ${path}.`)}${when(facts.others, others)}`

const others = (count: string): string =>
  plural(Number(count), {
    one: 'AWS hat noch etwas gefunden; es steht in den technischen Angaben.',
    other: `AWS hat noch ${number(Number(count))} weitere Punkte gefunden; sie stehen in den technischen Angaben.`,
  })

/** What is wrong with a value that the template asks for, by the fact `rule` (`template/parameter-rules.ts`). */
function wrongValue(facts: Known<'name' | 'rule' | 'limit'>): string {
  const name = fact(facts, 'name', 'diesen Parameter')
  const subject = fact(facts, 'name', 'Dieser Parameter')
  const limit = fact(facts, 'limit', 'die Grenze')
  const sentences: Readonly<Record<string, string>> = {
    missing: `Die Vorlage braucht einen Wert für ${name}.`,
    allowed: `${subject} muss einer dieser Werte sein: ${limit}.`,
    pattern: `Die Vorlage nimmt diesen Wert für ${name} nicht an. Er muss diesem Muster entsprechen: ${limit}.`,
    'too-short': `${subject} braucht mindestens ${limit} Zeichen.`,
    'too-long': `${subject} darf höchstens ${limit} Zeichen haben.`,
    number: `${subject} muss eine Zahl sein.`,
    'too-small': `${subject} muss mindestens ${limit} sein.`,
    'too-large': `${subject} darf höchstens ${limit} sein.`,
    beginning: `${subject} muss mit ${limit} beginnen.`,
  }
  return sentences[facts.rule ?? ''] ?? `Die Vorlage nimmt diesen Wert für ${name} nicht an.`
}

/** The template, the stack made from it, and the role that comes out. */
export const stackErrors = {
  'template-not-parsable': (facts) =>
    say(
      `${named(facts, 'file', 'Die Datei')} ist keine CloudFormation-Vorlage.`,
      `Vorlagen sind JSON oder YAML mit einem Abschnitt „Resources“.${quoted('Der Parser', facts.reason)}${place(facts)}`,
      `Wählen Sie eine andere Datei, oder ${BUILT_IN}.`,
    ),
  'template-too-large': (facts) =>
    say(
      `${whatTemplate(facts)} ist zu groß.`,
      `Sie hat ${fact(facts, 'bytes', 'zu viele')} Byte; AWS nimmt ${fact(facts, 'limit', '51200')} an, wenn eine Vorlage direkt gesendet wird.`,
      `Wählen Sie eine andere Datei, oder ${BUILT_IN}.`,
    ),
  'template-no-role': (facts) =>
    say(
      `${whatTemplate(facts)} legt keine IAM-Rolle an.`,
      `Spot braucht eine Rolle, mit der es die Berichte lesen kann.${place(facts)}`,
      `Wählen Sie die Vorlage, die Sie von Spot haben, oder ${BUILT_IN}.`,
    ),
  'template-role-unclear': (facts) =>
    say(
      `${whatTemplate(facts)} gibt nicht an, welche Rolle für Spot ist.`,
      `Eine Ausgabe mit dem Namen SpotFinOpsRoleArn muss die ARN einer ihrer Rollen nennen${when(facts.roles, (roles) => `(${roles})`)}; ohne sie ließe sich später nichts nachweisen.${place(facts)} ${NOTHING_CHANGED}`,
      `Bitten Sie die Person, die die Vorlage geschrieben hat, um diese Ausgabe, oder ${BUILT_IN}.`,
    ),
  'template-unresolved': (facts) =>
    say(
      `${whatTemplate(facts)} lässt offen, was AWS daraus machen würde.`,
      `Was ${fact(facts, 'what', 'ein Teil davon')} am Ende sein wird, weiß nur AWS, sobald es angelegt ist. Die App legt nur an, was Sie vorher lesen können und was sich nachher nachweisen lässt.${place(facts)} ${NOTHING_CHANGED}`,
      `Schreiben Sie dort den Wert selbst hin, oder ${BUILT_IN}.`,
    ),
  'template-unfilled': (facts) =>
    say(
      `In ${inTemplate(facts)} fehlt ein Wert, den jemand hätte eintragen sollen.`,
      `Wo stehen sollte, wem die Rolle vertraut, steht noch ${fact(facts, 'what', '${…}')}.${place(facts)} ${NOTHING_CHANGED}`,
      `Bitten Sie die Person, von der Sie die Vorlage haben, um eine fertige, oder ${BUILT_IN}.`,
    ),
  'template-closed': (facts) =>
    say(
      `Die Rolle in ${inTemplate(facts)} lässt niemanden zu.`,
      `Keine Anweisung ihrer Vertrauensrichtlinie erlaubt einem Konto, sie zu übernehmen (sts:AssumeRole). Spot könnte sie also nicht verwenden.${place(facts)} ${NOTHING_CHANGED}`,
      `Bitten Sie die Person, von der Sie die Vorlage haben, dort sts:AssumeRole zu erlauben, oder ${BUILT_IN}.`,
    ),
  'template-misread': (facts) =>
    say(
      `AWS liest einen Wert in ${inTemplate(facts)} anders, als er dasteht.`,
      `Dort steht ${fact(facts, 'written', 'ein Wert')}, und AWS würde ${fact(facts, 'read', 'etwas anderes')} daraus lesen.${place(facts)} ${NOTHING_CHANGED}`,
      'Setzen Sie den Wert in der Datei in Anführungszeichen und öffnen Sie die Datei erneut.',
    ),
  'template-foreign-resources': (facts) =>
    say(
      `${whatTemplate(facts)} würde mehr anlegen als IAM-Rollen und Richtlinien.`,
      `Die App legt nur an, was sie erklären kann, und dies ist etwas anderes${when(facts.types, (types) => `(${types})`)}.${place(facts)} ${NOTHING_CHANGED}`,
      'Wählen Sie eine andere Vorlage. Oder legen Sie diese in der AWS-Konsole von Hand an, nachdem Ihre Sicherheitsabteilung sie gelesen hat.',
    ),
  'template-changed': () =>
    say(
      'Freigegeben wurde eine andere Vorlage.',
      `Die App sendet nur, was Sie gelesen haben. ${NOTHING_CHANGED}`,
      'Lesen Sie die Vorlage noch einmal und geben Sie sie frei.',
    ),
  'template-unseen': (facts) =>
    say(
      `${whatTemplate(facts)} verbirgt etwas.`,
      `Ein Konto oder Dienst, dem sie vertraut, eine Berechtigung oder eine Ortsangabe ist darin mit Zeichen geschrieben, die man nicht sieht, und sieht deshalb wie etwas anderes aus.${place(facts)} ${NOTHING_CHANGED}`,
      'Verwenden Sie die Vorlage, die zur App gehört, und fragen Sie die Person, die Ihnen diese gesendet hat, woher sie stammt. Zeigen Sie sie Ihrer Sicherheitsabteilung.',
    ),
  'template-rejected': (facts) =>
    say(
      'AWS nimmt die Vorlage nicht an.',
      `${NOTHING_CHANGED}${awsSays(facts)}`,
      `Wählen Sie eine andere Datei, oder ${BUILT_IN}.`,
    ),
  'not-acknowledged': () =>
    say(
      'Es fehlt Ihre Zustimmung, dass AWS IAM-Ressourcen anlegen darf.',
      `AWS verlangt diese Zustimmung immer, wenn Rollen und Richtlinien angelegt werden. ${NOTHING_CHANGED}`,
      `Lesen Sie, was angelegt wird, und klicken Sie dann auf „${stack.create}“.`,
    ),
  'capability-unexpected': (facts) =>
    say(
      `Die Vorlage verlangt mehr als das Anlegen von IAM-Rollen${when(facts.capability, (capability) => `(${capability})`)}.`,
      `Das haben Sie nicht bestätigt. Deshalb hat die App sie nicht gesendet. ${NOTHING_CHANGED}`,
      'Verwenden Sie die Vorlage, die zur App gehört, oder fragen Sie Spot, wofür dessen Vorlage das braucht.',
    ),
  'stack-name-invalid': () =>
    say(
      'Das kann nicht der Name eines Stacks sein.',
      'Ein Name beginnt mit einem Buchstaben, enthält nur Buchstaben, Ziffern und Bindestriche und hat höchstens 128 Zeichen.',
      'Geben Sie einen anderen Namen ein, zum Beispiel spot-eco-role.',
    ),
  'role-name-invalid': () =>
    say(
      'Das kann nicht der Name einer Rolle sein.',
      'AWS nimmt bis zu 64 Zeichen an: Buchstaben, Ziffern und die Zeichen _ + = , . @ -, keine Leerzeichen.',
      'Geben Sie einen anderen Namen ein.',
    ),
  'policy-name-invalid': () =>
    say(
      'Das kann nicht der Name einer Richtlinie sein.',
      'AWS nimmt bis zu 128 Zeichen an: Buchstaben, Ziffern und die Zeichen _ + = , . @ -, keine Leerzeichen.',
      'Geben Sie einen anderen Namen ein.',
    ),
  'external-id-invalid': () =>
    say(
      'Das kann keine externe ID sein.',
      'AWS nimmt 2 bis 1.224 Zeichen an: Buchstaben, Ziffern und die Zeichen _ + = , . @ : / -, keine Leerzeichen.',
      'Kopieren Sie sie noch einmal von Spot, oder lassen Sie das Feld leer, wenn Sie von Spot keine haben.',
    ),
  'stack-name-taken': (facts) =>
    say(
      `In diesem Konto gibt es schon ${named(facts, 'stack', 'den Stack', 'einen Stack dieses Namens')}.`,
      'Die App hat ihn nicht aus dieser Vorlage angelegt und lässt ihn, wie er ist.',
      'Geben Sie einen anderen Namen ein. Enthält der Stack eine Rolle für Spot, wird sie in diesem Schritt angeboten und lässt sich verwenden, wie sie ist.',
    ),
  'stack-failed': (facts) =>
    say(
      `AWS konnte ${theStack(facts)}${when(facts.resource, (resource) => `wegen „${resource}“`)} nicht anlegen.`,
      facts.refused ? refusal(facts) : takenBack(facts),
      facts.removed || facts.cause === 'untold-unreached'
        ? remedy(facts)
        : `Löschen Sie zuerst den fehlgeschlagenen Stack. ${remedy(facts)}`,
    ),
  'stack-half-changed': (facts) =>
    say(
      `Jemand hat ${theStack(facts)} geändert, und die Änderung ist auf halbem Weg${when(facts.resource, (resource) => `bei „${resource}“`)} fehlgeschlagen.`,
      `Wie die Rolle jetzt aussieht, ist nicht sicher (${fact(facts, 'status', 'Status unbekannt')}).${quoted('AWS', facts.reason)} Die App hat den Stack nicht geändert und lässt ihn, wie er ist.`,
      'Bitten Sie die Person, die ihn geändert hat, die Aktualisierung in der CloudFormation-Konsole abzuschließen oder zurückzunehmen („Continue update rollback“), und prüfen Sie dann erneut. Oder verwenden Sie hier einen anderen Stack oder eine andere Rolle.',
    ),
  'stack-in-review': (facts) =>
    say(
      `${whatStack(facts)} ist vorbereitet, aber noch nicht angelegt.`,
      'Jemand hat in der CloudFormation-Konsole einen Änderungssatz („change set“) dafür erstellt und nicht ausgeführt. Bisher gibt es keine Rolle.',
      'Bitten Sie diese Person, den Änderungssatz auszuführen, und prüfen Sie dann erneut. Oder legen Sie hier einen Stack mit anderem Namen an.',
    ),
  'stack-not-ours': (facts) =>
    say(
      `Die App löscht ${theStack(facts)} nicht.`,
      `Ihm fehlt die Kennzeichnung dieser Verbindung: Jemand anderes hat ihn angelegt oder die Kennzeichnung entfernt. ${NOTHING_CHANGED}`,
      'Geben Sie hier einen anderen Namen ein, oder bitten Sie Ihre AWS-Administration, ihn in der CloudFormation-Konsole zu löschen.',
    ),
  'stack-gone': (facts) =>
    say(
      `${named(facts, 'stack', 'Den Stack')} gibt es nicht mehr.`,
      'Jemand hat ihn gelöscht und mit ihm die Rolle, die Spot verwenden würde.',
      'Legen Sie ihn in diesem Schritt neu an.',
    ),
  'stack-other-template': (facts) =>
    say(
      `${whatStack(facts)} wurde aus einer anderen Vorlage angelegt, nicht aus der jetzt freigegebenen.`,
      `Die Rolle in AWS hat die Berechtigungen der früheren Vorlage. ${NOTHING_CHANGED}`,
      'Gehen Sie zurück zur Prüfung der Vorlage und geben Sie die frühere Vorlage noch einmal frei. Oder legen Sie hier einen Stack mit anderem Namen an.',
    ),
  'stack-delete-failed': (facts) =>
    say(
      `AWS konnte ${theStack(facts)} nicht löschen.`,
      `Sein Name bleibt belegt.${when(facts.resource, (resource) => `Übrig ist „${resource}“.`)}${quoted('AWS', facts.reason)}`,
      facts.cause && facts.cause !== 'other'
        ? remedy(facts)
        : 'Versuchen Sie es erneut, oder verwenden Sie für Stack und Rolle andere Namen. Ihre AWS-Administration kann ihn in der AWS-Konsole löschen.',
    ),
  'stack-limit': () =>
    say(
      'Dieses Konto kann keine weiteren Stacks haben.',
      `AWS begrenzt ihre Zahl für jedes Konto und jede Region. ${NOTHING_CHANGED}`,
      'Bitten Sie Ihre AWS-Administration, nicht genutzte Stacks zu löschen oder die Grenze zu erhöhen (Service Quotas).',
    ),
  'stack-token-used': (facts) =>
    say(
      `AWS hat diese Anfrage für ${theStack(facts)} schon mit anderen Werten bekommen.`,
      'Damit nichts doppelt angelegt wird, hat AWS sie nicht noch einmal angenommen.',
      'Prüfen Sie den Schritt erneut: Er zeigt, was es gibt. Ändern Sie dann den Namen des Stacks und versuchen Sie es erneut.',
    ),
  'stack-rejected': (facts) =>
    say(
      'AWS hat die Werte für den Stack nicht angenommen.',
      `${NOTHING_CHANGED}${awsSays(facts)}`,
      'Berichtigen Sie den Wert, den AWS nennt, und versuchen Sie es dann erneut.',
    ),
  'external-id-needed': () =>
    say(
      'Die Vorlage braucht eine externe ID.',
      `Ohne sie könnte niemand die Rolle verwenden. ${NOTHING_CHANGED}`,
      `Kopieren Sie die externe ID von Spot, oder ${BUILT_IN}.`,
    ),
  'external-id-undecided': () =>
    say(
      'Es fehlt eine externe ID.',
      `Ohne sie könnte jeder Kunde von Spot Ihre Rolle angeben. ${NOTHING_CHANGED}`,
      `Kopieren Sie sie aus der Spot-Konsole, dort, wo Sie das AWS-Konto verbinden, oder bitten Sie Spot Support um eine. Möchten Sie ohne sie weitermachen, lassen Sie das Feld leer und klicken Sie auf „${stack.createWithoutId}“.`,
    ),
  'parameter-invalid': (facts) =>
    say(
      wrongValue(facts),
      `${when(facts.constraint, (words) => `Die Vorlage sagt dazu: ${closed(words)}`)} ${NOTHING_CHANGED}`.trim(),
      facts.rule === 'missing'
        ? 'Geben Sie einen Wert ein. Kennen Sie ihn nicht, fragen Sie die Person, die Ihnen die Vorlage gesendet hat.'
        : 'Geben Sie einen anderen Wert ein. Kennen Sie keinen passenden, fragen Sie die Person, die Ihnen die Vorlage gesendet hat.',
    ),
  'external-id-unused': () =>
    say(
      'Die Vorlage verlangt von niemandem eine externe ID.',
      `Die Rolle ließe sich auch ohne die eingegebene externe ID verwenden. ${NOTHING_CHANGED}`,
      'Lassen Sie dieses Feld leer, wenn Sie von Spot keine externe ID haben. Andernfalls verwenden Sie die Vorlage, die zur App gehört.',
    ),
  'role-exists': (facts) =>
    say(
      `In diesem Konto gibt es schon ${named(facts, 'role', 'die Rolle', 'eine Rolle dieses Namens')}.`,
      LEFT_ALONE,
      'Verwenden Sie diese Rolle, wenn sie denen vertraut, die die Vorlage nennt, oder geben Sie einen anderen Namen für die Rolle ein.',
    ),
  'policy-exists': (facts) =>
    say(
      `In diesem Konto gibt es schon ${named(facts, 'policy', 'die Richtlinie', 'eine Richtlinie dieses Namens')}.`,
      `${LEFT_ALONE} ${NOTHING_CHANGED}`,
      'Geben Sie einen anderen Namen für die Richtlinie ein.',
    ),
  'role-missing': (facts) =>
    say(
      `${whatRole(facts)}${when(facts.stack, (name) => `des Stacks „${name}“`)} wurde nicht gefunden.`,
      'Spot könnte nichts lesen. Vielleicht hat jemand sie gelöscht.',
      facts.origin === 'own'
        ? 'Klären Sie die ARN mit der Person, von der Sie sie haben, oder legen Sie hier eine Rolle an.'
        : 'Prüfen Sie in einer Minute erneut. Bleibt es dabei, legen Sie den Stack mit anderem Namen neu an.',
    ),
  'role-arn-invalid': (facts) =>
    say(
      'Das ist nicht die ARN einer IAM-Rolle.',
      facts.value ? `Eingegeben ist „${facts.value}“.` : 'Das Feld ist leer.',
      'Eine ARN sieht aus wie arn:aws:iam::123456789012:role/SpotByNetApp_Finops_ReadOnly. Sehen Sie in der AWS-Konsole in den Ausgaben („Outputs“) des Stacks nach.',
    ),
  'role-trust-wrong': (facts) =>
    say(
      `${whatRole(facts)} vertraut nicht genau denen, die die Vorlage nennt.`,
      `${facts.origin === 'own' ? 'Sie wurde für etwas anderes angelegt, oder ihre externe ID ist eine andere.' : 'Jemand hat sie nachträglich geändert oder aus einer anderen Vorlage angelegt.'}${when(facts.found, (found) => `Sie vertraut: ${found}.`)}${when(facts.meant, (meant) => `Vorgesehen ist: ${meant}.`)} Eine solche Rolle meldet die App nicht an Spot.`,
      facts.origin === 'own'
        ? 'Unterscheidet sich nur die externe ID, geben Sie die ein, die Sie von Spot haben. Andernfalls legen Sie hier eine Rolle an, oder bitten Sie Ihre AWS-Administration, ihre Vertrauensrichtlinie zu berichtigen.'
        : 'Fragen Sie Ihre AWS-Administration, wer sie geändert hat und warum. Wenn Sie den Stack mit anderem Namen neu anlegen, entsteht eine Rolle, wie Sie sie gelesen haben.',
    ),
  'role-other-account': (facts) =>
    say(
      `Diese Rolle liegt ${facts.found ? `im AWS-Konto ${facts.found}` : 'in einem anderen AWS-Konto'}; zu verbinden ist ${facts.account ? `das Konto ${facts.account}` : 'ein anderes'}.`,
      'Spot kann nur eine Rolle des Kontos verwenden, dessen Rechnung es lesen soll.',
      'Kopieren Sie die ARN noch einmal, und zwar in dem Konto, das verbunden werden soll; die AWS-Konsole zeigt seine Nummer oben rechts.',
    ),
  'role-other-path': (facts) =>
    say(
      `${whatRole(facts)} hat eine andere ARN als die eingegebene.`,
      `In AWS lautet sie ${fact(facts, 'found', 'anders')}. Spot braucht sie Buchstabe für Buchstabe und würde sonst „Invalid ARN“ (ungültige ARN) melden.`,
      'Geben Sie die ARN so ein, wie sie in AWS lautet.',
    ),
  'role-without-external-id': (facts) =>
    say(
      `${whatRole(facts)} lässt sich ohne externe ID verwenden.`,
      'Ihre Organisation verlangt, dass jede Rolle für Spot nach einer fragt. Es wurde nichts geändert.',
      'Erstellen Sie hier eine neue Rolle mit der externen ID, die Spot Ihnen zeigt, oder bitten Sie Ihre AWS-Administration, sie als Bedingung (StringEquals, sts:ExternalId) in die Vertrauensrichtlinie dieser Rolle aufzunehmen. Prüfen Sie danach erneut.',
    ),
  'role-bucket-unknown': (facts) =>
    say(
      `Es ist nicht bekannt, welchen Bucket ${named(facts, 'role', 'die Rolle')} lesen soll.`,
      'Die App meldet keine Rolle an Spot, für die ihr der Nachweis fehlt.',
      `Gehen Sie zurück zu Schritt ${stepNumber('cost-report')} und nennen Sie dort den Bucket. Führt ein MSP Ihre Berichte, kennt er ihn.`,
    ),
  'role-policies-unreadable': (facts) =>
    say(
      'AWS konnte nicht ermitteln, was eine Rolle oder ein Berechtigungssatz erlaubt, weil eine der Richtlinien einen Fehler enthält.',
      `${NOTHING_CHANGED}${awsSays(facts)}`,
      'Bitten Sie Ihre AWS-Administration, die Rolle in der IAM-Konsole zu öffnen: Dort ist die Richtlinie markiert, die berichtigt werden muss. Prüfen Sie dann erneut.',
    ),
  'role-cannot-read': (facts) =>
    say(
      `${whatRole(facts)} darf die Berichte${when(facts.bucket, (bucket) => `in „${bucket}“`)} nicht lesen.`,
      `${facts.action ? `AWS verweigert ihr ${facts.action}.` : 'AWS verweigert es ihr.'} Spot würde „No access to S3 bucket“ (kein Zugriff auf den S3-Bucket) melden.`,
      'Prüfen Sie, ob der Stack mit dem Namen dieses Buckets angelegt wurde. Wenn ja, fragen Sie Ihre AWS-Administration, ob eine Berechtigungsgrenze oder eine andere Richtlinie die Rolle einschränkt.',
    ),
} satisfies Sentences<typeof english>
