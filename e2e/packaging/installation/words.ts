import type { Spoken } from './installed.ts'

/** With which a package around the test runtime begins wherever it describes itself. */
export const MARK: Spoken = {
  en: 'NOT FOR DISTRIBUTION',
  de: 'NICHT ZUR WEITERGABE',
}

export const marked = (text: Spoken): Spoken => ({
  en: `${MARK.en}: ${text.en}`,
  de: `${MARK.de}: ${text.de}`,
})

/** @param version the test runtime's Electron */
export const notForDistribution = (version: string): Spoken =>
  marked({
    en: `this package holds the test runtime, Electron ${version}, which is past its end of life. It is for trying the package on one’s own machine only.`,
    de: `Dieses Paket enthält die Laufzeitumgebung für Tests, Electron ${version}, die nicht mehr gepflegt wird. Es ist nur zum Ausprobieren auf dem eigenen Rechner.`,
  })

/** Where a form wants what only the owner of the product can say, and has not said. */
export const NOT_FILLED_IN = 'Not filled in yet'

/** What a package says in which nothing is where Electron would be. */
export const STAND_IN: Spoken = marked({
  en: 'in this package a stand-in takes the place of Electron, and the program does nothing. It is for trying the installation only.',
  de: 'In diesem Paket steht ein Platzhalter anstelle von Electron, und das Programm tut nichts. Es ist nur zum Ausprobieren der Installation.',
})

export const SUMMARY: Spoken = {
  en: 'connects an AWS management account to Spot Eco',
  de: 'verbindet ein AWS-Verwaltungskonto mit Spot Eco',
}

export const DESCRIPTION: readonly Spoken[] = [
  {
    en: 'Eco Connect does, with the person who is responsible, what connects a company’s AWS management account to Spot Eco. It reads what is there, says in plain words what it would create, what that costs and how to undo it, does it after a click, and calls a step done only when a read from AWS proves it.',
    de: 'Eco Connect verbindet gemeinsam mit der verantwortlichen Person das AWS-Verwaltungskonto eines Unternehmens mit Spot Eco. Es liest, was vorhanden ist, sagt in einfachen Worten, was es anlegen würde, was das kostet und wie es sich rückgängig machen lässt, tut es nach einem Klick und nennt einen Schritt erst dann erledigt, wenn eine Antwort von AWS es belegt.',
  },
  {
    en: 'It keeps its sign-in in the keychain of the person’s desktop, contacts only the servers that it lists, and neither updates itself nor reports to anybody.',
    de: 'Die Anmeldung bewahrt es mit dem Schlüsselbund des Desktops auf, es spricht nur mit den Servern, die es auflistet, aktualisiert sich nicht selbst und meldet niemandem etwas.',
  },
]

/** What is new in a version that was made to try an upgrade with. */
export const TRIAL: Spoken = {
  en: 'A version to try an upgrade with.',
  de: 'Eine Version, mit der sich eine Aktualisierung ausprobieren lässt.',
}
