import type { bucketErrors as english } from '../../en/errors/bucket.ts'
import { costReport } from '../cost-report.ts'
import { NOTHING_CHANGED, fact, named, say, when } from './sentence.ts'
import type { Known, Sentences } from './sentence.ts'

/** The bucket in the cases that sentences need. */
const ofBucket = (facts: Known<'bucket'>): string => named(facts, 'bucket', 'des Buckets')
const theBucket = (facts: Known<'bucket'>): string => named(facts, 'bucket', 'den Bucket')

/** The denying statement by its name, else by its place; its article begins as `the` and `a` say. */
const statement = (
  facts: Known<'statement' | 'position'>,
  { the, a }: { readonly the: string; readonly a: string },
): string => {
  if (facts.statement) return `${the} Anweisung „${facts.statement}“`
  return facts.position ? `${the} Anweisung Nummer ${facts.position}` : `${a} Anweisung`
}

const EXCEPT =
  'Bitten Sie die Person, die den Bucket verwaltet, den AWS-Dienst billingreports.amazonaws.com von dieser Anweisung auszunehmen, und prüfen Sie dann erneut. Oder lassen Sie die App mit einem neuen Bericht einen neuen Bucket anlegen.'

const RULES: Readonly<Record<string, string>> = {
  length: 'Ein Name hat 3 bis 63 Zeichen.',
  'regional-length':
    'Mit der Endung, die ihn Ihrem Konto vorbehält, hat ein Name höchstens 63 Zeichen: Kürzen Sie Ihren Teil davon.',
  characters:
    'Ein Name enthält nur Kleinbuchstaben, Ziffern und Bindestriche: keine Großbuchstaben, Leerzeichen oder Unterstriche.',
  ends: 'Ein Name beginnt und endet mit einem Kleinbuchstaben oder einer Ziffer.',
  dots: 'Namen mit Punkten funktionieren nicht mit geschützten Verbindungen.',
  'ip-address': 'Ein Name darf nicht wie eine Netzwerkadresse aussehen.',
  'reserved-prefix': 'Namen, die so beginnen, hat AWS sich vorbehalten.',
  'reserved-suffix': 'Namen, die so enden, hat AWS sich vorbehalten.',
  'regional-account':
    'Einen Namen mit dieser Endung kann nur ein anderes AWS-Konto haben: Die Nummer darin ist nicht die dieses Kontos.',
  'regional-region':
    'Ein Name mit dieser Endung gehört zu einer anderen Region, und Eco liest Berichte nur in us-east-1.',
  'regional-form':
    'Namen, die auf -an enden, behält AWS solchen vor, die Kontonummer und Region enthalten.',
  'existing-length': 'Ein Name hat 3 bis 255 Zeichen.',
  'existing-characters':
    'Ein Name enthält nur Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche: keine Leerzeichen und keinen Pfad dahinter.',
  'existing-ip-address': 'Ein Name sieht nicht wie eine Netzwerkadresse aus.',
  'existing-account':
    'Die Nummer darin ist nicht die dieses Kontos. Der Bucket gehört also einem anderen Konto, und dessen Berichte könnte Spot hier nicht lesen.',
  'existing-region':
    'Der Bucket liegt in einer anderen Region, wie sein Name sagt, und Eco liest Berichte nur in us-east-1.',
}

/** The bucket that reports are delivered to. */
export const bucketErrors = {
  'bucket-name-invalid': (facts) => {
    const { rule = '' } = facts
    const unusable = rule === 'existing-account' || rule === 'existing-region'
    const name = unusable
      ? 'Dieser Bucket ist nicht verwendbar.'
      : 'Das kann nicht der Name eines Buckets sein.'
    return say(
      // Beside a field only this is read and what to do: without its rule nobody knows what to correct.
      `${name} ${RULES[rule] ?? 'AWS nimmt ihn nicht an.'}`,
      NOTHING_CHANGED,
      rule.startsWith('existing-')
        ? 'Geben Sie den Namen des Buckets so ein, wie ihn die Amazon-S3-Konsole zeigt.'
        : 'Geben Sie einen anderen Namen ein.',
    )
  },
  'bucket-taken': (facts) =>
    say(
      `Der Name ${ofBucket(facts)} ist schon von jemand anderem belegt.`,
      `Namen von Buckets gibt es in ganz AWS nur einmal, nicht nur in Ihrem Konto. ${NOTHING_CHANGED}`,
      'Geben Sie einen anderen Namen ein, zum Beispiel einen mit dem Namen Ihres Unternehmens.',
    ),
  'bucket-namespace-refused': (facts) =>
    say(
      `AWS hat ${theBucket(facts)} im eigenen Namensraum des Kontos nicht angelegt.`,
      NOTHING_CHANGED,
      `Wählen Sie für den Bericht „${costReport.newReport.kinds.global.label}“.`,
    ),
  'bucket-tags-refused': (facts) =>
    say(
      `AWS hat die Kennzeichnung dieser App für ${theBucket(facts)} nicht angenommen.`,
      'Jemand hat für ihn den Zugriff nach Tags (ABAC) eingeschaltet; dann lassen sich Tags nicht mehr auf diesem Weg schreiben. Der Bucket ist leer, und ohne die Kennzeichnung macht die App damit nicht weiter.',
      `Bitten Sie die Person, die den Bucket verwaltet, ihm das Tag „eco-connect“ mit dem Wert ${facts.tag ? `„${facts.tag}“` : 'dieser Verbindung'} zu geben, und prüfen Sie dann erneut. Oder geben Sie für einen neuen Bucket einen anderen Namen ein.`,
    ),
  'bucket-not-new': (facts) =>
    say(
      `Dieses Konto hat ${theBucket(facts)} schon.`,
      `Sie wollten einen neuen Bucket, und dieser dient vielleicht einem anderen Zweck. ${NOTHING_CHANGED}`,
      `Geben Sie einen anderen Namen ein. Meinen Sie genau diesen, wählen Sie „${costReport.newReport.kinds.own.label}“.`,
    ),
  'bucket-not-empty': (facts) =>
    say(
      `${named(facts, 'bucket', 'Der Bucket')} ist nicht leer und wurde deshalb nicht gelöscht.`,
      facts.objects
        ? `Er enthält mindestens ${facts.objects} Dateien. Das Löschen lässt sich nicht rückgängig machen. Deshalb tut es die App nur, wenn Sie es ausdrücklich wollen.`
        : 'Die App sieht keine Dateien darin, oder sie darf einige davon nicht löschen. Meist sind ältere Versionen von Dateien darin aufbewahrt, die diese App nicht löscht.',
      facts.objects
        ? 'Stimmen Sie dem Verlust der Dateien zu und entfernen Sie den Bucket erneut, oder behalten Sie den Bucket.'
        : 'Behalten Sie den Bucket. Oder bitten Sie Ihre AWS-Administration, in der Amazon-S3-Konsole für ihn „Empty“ (leeren) zu wählen, und entfernen Sie ihn dann erneut.',
    ),
  'bucket-missing': (facts) =>
    say(
      `${named(facts, 'bucket', 'Den Bucket')} gibt es nicht.`,
      'Vielleicht wurde er gelöscht, oder sein Name enthält einen Tippfehler. Ohne ihn hat AWS keinen Ort, an den es die Berichte liefern kann.',
      'Lassen Sie ihn von der App anlegen, wo sie es anbietet, oder wählen Sie einen anderen Bucket.',
    ),
  'bucket-not-owned': (facts) =>
    say(
      `${named(facts, 'bucket', 'Der Bucket')} gehört nicht zu dem Konto${when(facts.account, (id) => id) || ', in dem Sie angemeldet sind'}.`,
      'Spot liest die Berichte über eine Rolle im zahlenden Konto, und diese Rolle hat keinen Zugriff auf Buckets anderer Konten.',
      'Wählen Sie einen Bucket dieses Kontos, oder lassen Sie die App mit einem neuen Bericht einen neuen anlegen.',
    ),
  'bucket-wrong-region': (facts) =>
    say(
      `${named(facts, 'bucket', 'Der Bucket')} liegt in ${fact(facts, 'region', 'einer anderen Region')} und nicht in us-east-1.`,
      'Spot Eco liest Berichte nur aus us-east-1, und ein Bucket lässt sich nicht verschieben. An seinem Inhalt wurde nichts geändert.',
      'Wählen Sie einen Bucket in us-east-1, oder lassen Sie die App dort einen neuen anlegen.',
    ),
  'bucket-limit': () =>
    say(
      'Dieses Konto kann keine weiteren Buckets haben.',
      `AWS begrenzt ihre Zahl für jedes Konto. ${NOTHING_CHANGED}`,
      'Wählen Sie einen vorhandenen Bucket. Oder bitten Sie Ihre AWS-Administration, einen nicht genutzten zu löschen oder die Grenze zu erhöhen (Service Quotas).',
    ),
  'bucket-busy': (facts) =>
    say(
      `AWS arbeitet noch an einer anderen Änderung ${ofBucket(facts)}.`,
      'Das kommt vor, wenn ein Bucket dieses Namens gerade erst angelegt oder gelöscht wurde. Was bisher erledigt ist, bleibt erhalten.',
      'Warten Sie einige Minuten und versuchen Sie es dann erneut. Nach einer Löschung kann es eine Stunde dauern.',
    ),
  'bucket-kms': (facts) =>
    say(
      `${named(facts, 'bucket', 'Der Bucket')} verschlüsselt seinen Inhalt mit einem AWS-KMS-Schlüssel, den Spot nicht nutzen kann.`,
      `Die Berichte würden geliefert, aber Spot könnte sie nicht lesen.${when(facts.key, (key) => `Der Schlüssel ist ${key}.`)}`,
      'Lassen Sie die App mit einem neuen Bericht einen neuen Bucket anlegen. Oder bitten Sie Ihre AWS-Administration, die Standardverschlüsselung dieses Buckets auf SSE-S3 umzustellen.',
    ),
  'bucket-policy-missing': (facts) =>
    say(
      `Die Richtlinie ${ofBucket(facts)} erlaubt AWS nicht, Berichte dorthin zu liefern.`,
      'Solange das so ist, kommen keine Berichte an. Die Richtlinie wurde nur gelesen, nicht geändert.',
      'Lesen Sie, was die App der Richtlinie hinzufügen würde, und lassen Sie die App die Richtlinie dann reparieren. Oder legen Sie einen neuen Bericht mit einem neuen Bucket an.',
    ),
  'bucket-policy-denies': (facts) =>
    say(
      `${statement(facts, { the: 'Die', a: 'Eine' })} in der Richtlinie ${ofBucket(facts)} verbietet AWS, Berichte zu liefern.`,
      'Ein Verbot geht jeder Berechtigung vor. Die App kann das deshalb nicht durch eine zusätzliche Berechtigung reparieren. Die Richtlinie wurde nicht geändert.',
      EXCEPT,
    ),
  'bucket-policy-depends': (facts) =>
    say(
      `AWS durfte nicht in ${theBucket(facts)} liefern. Der Grund ist vielleicht ${statement(facts, { the: 'die', a: 'eine' })} in seiner Richtlinie.`,
      'Sie verbietet die Lieferung unter einer Bedingung, die nur AWS beurteilen kann, etwa einer Art der Verschlüsselung oder einer Organisation. Ein Verbot geht jeder Berechtigung vor. Die App kann das deshalb nicht durch eine zusätzliche Berechtigung reparieren. Die Richtlinie wurde nicht geändert.',
      EXCEPT,
    ),
  'bucket-policy-changed': (facts) =>
    say(
      `Jemand hat die Richtlinie ${ofBucket(facts)} geändert, seit sie Ihnen gezeigt wurde.`,
      'Die App hat nichts geändert.',
      'Lesen Sie den Unterschied noch einmal. Er geht jetzt von der Richtlinie aus, wie sie ist. Stimmen Sie ihm dann zu.',
    ),
  'bucket-policy-unreadable': (facts) =>
    say(
      `Die Richtlinie ${ofBucket(facts)} ist in einer Weise geschrieben, die die App nicht versteht.`,
      'Sie blieb, wie sie ist, weil eine Ergänzung sie unbrauchbar machen könnte.',
      'Lassen Sie die App einen neuen Bucket anlegen. Oder bitten Sie Ihre AWS-Administration, die Berechtigung für billingreports.amazonaws.com von Hand hinzuzufügen.',
    ),
  'bucket-policy-too-large': (facts) =>
    say(
      `In der Richtlinie ${ofBucket(facts)} ist kein Platz für eine weitere Berechtigung.`,
      `AWS erlaubt ${fact(facts, 'limit', '20480')} Byte für die Richtlinie eines Buckets. Sie blieb, wie sie ist.`,
      'Lassen Sie die App einen neuen Bucket anlegen. Oder bitten Sie Ihre AWS-Administration, die Richtlinie zu kürzen.',
    ),
  'bucket-policy-public': (facts) =>
    say(
      `AWS hat die Ergänzung der Richtlinie ${ofBucket(facts)} nicht angenommen, und zwar wegen etwas, das schon vorher darin stand.`,
      'Die Richtlinie ist, wie sie war. Eine Anweisung darin gewährt allen Zugang, und „Block Public Access“ (öffentlichen Zugriff sperren) des Buckets oder des Kontos verbietet, eine solche Richtlinie neu zu schreiben, ganz gleich, was ergänzt wird.',
      'Bitten Sie Ihre AWS-Administration, diese Anweisung enger zu fassen oder zu entfernen; „Block Public Access“ sollte eingeschaltet bleiben. Oder lassen Sie die App einen neuen Bucket für die Berichte anlegen.',
    ),
  'bucket-policy-refused': (facts) =>
    say(
      `AWS hat die Ergänzung der Richtlinie ${ofBucket(facts)} nicht angenommen.`,
      'Die Richtlinie ist, wie sie vorher war. Vielleicht bezieht sie sich auf jemanden, den es nicht mehr gibt.',
      'Lassen Sie die App einen neuen Bucket anlegen. Oder bitten Sie Ihre AWS-Administration, sich die Richtlinie anzusehen.',
    ),
} satisfies Sentences<typeof english>
