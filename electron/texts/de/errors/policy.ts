import type { SettingId } from '../../../managed/settings.ts'
import type { Cause } from '../../../managed/unusable.ts'
import type { policyErrors as english } from '../../en/errors/policy.ts'
import { managed } from '../managed.ts'
import { fact, say, when } from './sentence.ts'
import type { Sentences } from './sentence.ts'

/** A setting's title, with the name by which administrators know it. */
const setting = (id: string | undefined): string => {
  const title = Object.entries(managed.titles).find(([name]) => name === id)?.[1]
  if (title) return `„${title}“ (${id})`
  return id ? `„${id}“` : ''
}

const EVERY_CAUSE: Readonly<Record<Cause, string>> = {
  'not-owned':
    'Die Stelle oder ein Ordner darüber gehört nicht der Person, die diesen Computer verwaltet.',
  writable: 'Die Stelle oder ein Ordner darüber lässt sich auch von anderen ändern.',
  link: 'An der Stelle oder darüber liegt eine Verknüpfung, die überallhin führen könnte.',
  'not-a-file': 'An dieser Stelle liegt keine gewöhnliche Datei.',
  'too-large': 'Die Datei ist größer, als Vorgaben sein können.',
  unreadable: 'Sie lassen sich nicht lesen.',
  'not-json': 'Die Datei ist kein gültiges JSON.',
  'not-plist': 'Die Datei ist keine gültige Property List.',
  'not-settings':
    'Sie haben nicht die Form von Vorgaben: Namen von Einstellungen mit ihren Werten.',
  'unknown-setting': 'Eine Einstellung kennt diese Version der App nicht.',
  twice: 'Eine Einstellung steht zweimal da.',
  value: 'Der Wert einer Einstellung ist nicht gültig.',
  conflict: 'Zwei Einstellungen widersprechen einander.',
}
const CAUSES: Readonly<Record<string, string>> = EVERY_CAUSE

/** What to do instead, where that can be said more closely. */
const INSTEAD: Readonly<Record<string, string>> = {
  AllowOwnTemplates: 'Verwenden Sie die mitgelieferte Vorlage.',
  AllowSpotApi: 'Registrieren Sie in der Spot-Konsole.',
  BucketNamePattern: 'Nehmen Sie einen Bucket, dessen Name dem vorgegebenen Muster entspricht.',
  ClassicBucketNamesOnly: 'Nehmen Sie einen gewöhnlichen Bucket-Namen.',
  RequireExternalId:
    'Geben Sie die externe ID ein, die Spot Ihnen nennt, und verwenden Sie eine Vorlage, deren Rolle niemand ohne sie nutzen kann, zum Beispiel die der App.',
} satisfies Partial<Record<SettingId, string>>

/** What the person’s organization has decided on this computer. */
export const policyErrors: Sentences<typeof english> = {
  'set-by-organization': (facts) =>
    say(
      'Das hat Ihre Organisation festgelegt.',
      `${when(facts.value, (value) => `„${value}“ ist hier nicht erlaubt.`)} Es ist auf diesem Computer vorgegeben${when(setting(facts.setting), (name) => `durch die Einstellung ${name}`)} und lässt sich in diesem Fenster nicht ändern. Es wurde nichts getan.`.trim(),
      `${INSTEAD[facts.setting ?? ''] ?? 'Wählen Sie etwas, das erlaubt ist.'} Brauchen Sie es anders, fragen Sie Ihre IT-Abteilung.`,
    ),
  'policy-unusable': (facts) =>
    say(
      'Die Vorgaben Ihrer Organisation lassen sich nicht verwenden.',
      `Sie liegen in ${facts.place ?? 'der dafür vorgesehenen Stelle auf diesem Computer'}.${when(CAUSES[facts.cause ?? ''], (cause) => cause)}${when(setting(facts.setting), (name) => `Es geht um die Einstellung ${name}.`)}${when(facts.line, (line) => `Zeile ${line}.`)} Damit nichts geschieht, was verboten war, tut die App gar nichts. Ihr AWS-Konto ist nicht betroffen.`,
      `Ihre IT-Abteilung muss sie dort berichtigen${when(facts.version, (version) => `(dies ist Version ${version} der App)`)}. Starten Sie die App danach neu.`,
    ),
  'audit-copy-failed': (facts) =>
    say(
      'Das Protokoll der Aufrufe ließ sich nicht dort ablegen, wo Ihre Organisation es haben will.',
      `Der Ordner ist ${fact(facts, 'folder', 'von Ihrer Organisation vorgegeben')}${when(facts.reason, (reason) => `(englisch: „${reason}“)`)}. Solange das so ist, wird von hier aus in AWS und bei Spot nichts geändert. Was bisher gelesen wurde, bleibt, wie es ist.`,
      'Prüfen Sie, ob der Ordner da und verbunden ist, und versuchen Sie es erneut. Bleibt es dabei, bitten Sie Ihre IT-Abteilung um das Recht, dort zu schreiben.',
    ),
}
