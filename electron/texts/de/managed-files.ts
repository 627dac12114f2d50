import type { Administrators } from '../en/managed-files.ts'

/** Words of the files that are made for administrators (`resources/managed`), and nowhere in the app. */
export const administrators: Administrators = {
  title: 'Eco Connect: Vorgaben Ihrer Organisation',
  category: 'Eco Connect',
  description: 'Was man mit Eco Connect tun darf, festgelegt, bevor jemand die App öffnet.',
  since: (version: string) => `Eco Connect ${version} oder neuer`,
  forbids: (what: string) => `Was sie verbietet: ${what}`,
  name: (id: string) => `Name des Werts: ${id}`,
  /** Beside the field in the policy editor. */
  entries: 'Ein Eintrag je Zeile:',
  value: 'Wert:',
  choices: { en: 'Englisch (English)', de: 'Deutsch' },
  profile:
    'Beispiel: jede Einstellung von Eco Connect mit einem Wert. Entfernen Sie, was Sie nicht vorgeben wollen.',
  page: {
    where: 'Wo die Vorgaben liegen',
    lead: 'Eco Connect liest diese Einstellungen einmal, beim Start, an einer Stelle, die nur die Verwaltung des Computers ändern kann. In der App lassen sie sich nicht ändern; wo sie etwas festlegen, sagt es das Fenster. Nichts davon wird irgendwohin gesendet.',
    places: {
      linux:
        'Linux: eine JSON-Datei in UTF-8. Die Datei und jeder Ordner darüber gehören root, niemand sonst kann dort schreiben, und keiner davon ist eine Verknüpfung. Die Form steht in policy.schema.json.',
      windows:
        'Windows: Werte dieses Schlüssels, am besten über Gruppenrichtlinien oder Intune mit eco-connect.admx. Was für einen Benutzer gesetzt ist (HKEY_CURRENT_USER), wird nicht gelesen.',
      mac: 'macOS: was ein Konfigurationsprofil für die Einstellungsdomäne com.spot.eco-connect erzwingt; für einen Benutzer vor dem für den Computer, Einstellung für Einstellung. Was man mit „defaults“ schreibt, wird nicht gelesen.',
    },
    strict:
      'Sind Vorgaben da, die sich nicht lesen lassen, oder ist eine davon unbekannt oder ungültig, so tut die App gar nichts: Sie nennt die Stelle und die Ursache. Unbekannt ist ein Name, den diese Version der App nicht kennt: Einstellungen einer späteren Version werden nach der Aktualisierung der App gemacht. Wo keine Stelle Vorgaben hat, ist nichts verboten.',
    deploy: 'Einrichten',
    deployLead:
      'Die Beispiele machen zwei Einstellungen. Beginnen Sie mit wenigen, auf einem Computer, und fahren Sie fort, wenn Sie gesehen haben, was andere sehen.',
    deploys: {
      linux: (file: string) =>
        `Linux: Schreiben Sie eine Datei wie ${file}, und richten Sie sie als root ein, von Hand oder mit der Verwaltung Ihrer Computer:`,
      windows:
        'Windows: Legen Sie eco-connect.admx und die Ordner en-US und de-DE in den Ordner PolicyDefinitions Ihrer Domäne (den zentralen Speicher), oder importieren Sie die admx- und eine adml-Datei in Intune. Die Einstellungen stehen dann im Gruppenrichtlinieneditor unter Computerkonfiguration, Administrative Vorlagen, Eco Connect. Zum Ausprobieren auf einem Computer, in einer Eingabeaufforderung mit Administratorrechten:',
      mac: (file: string) =>
        `macOS: Nehmen Sie ${file} als Anfang, behalten Sie davon, was Sie wollen, geben Sie ihm eigene Kennungen, und verteilen Sie es mit Ihrer Geräteverwaltung. Der Teil für Eco Connect lautet:`,
    },
    check: 'Sehen, dass sie gelten',
    checks: [
      'Einstellungen gelten ab dem nächsten Start der App: Beenden Sie sie, und starten Sie sie neu.',
      'Was vorgegeben ist, trägt im Fenster den Hinweis „Von Ihrer Organisation vorgegeben“ mit dem Titel der Einstellung.',
      'Hilfe, „Angaben für den Support“ nennt die Namen aller Einstellungen, die etwas ändern; Werte stehen dort nicht.',
      'Machen Sie absichtlich einen Fehler, etwa einen Namen, den es nicht gibt: Die App zeigt die Stelle und die Zeile und tut sonst nichts. Startet sie wie immer, so hat sie Ihre Vorgaben nicht gefunden.',
    ],
    checkPlaces: 'So lesen Sie, was auf dem Computer angekommen ist:',
    people: 'Was andere sehen',
    peopleSee:
      'Ein Feld mit einem einzigen erlaubten Wert ist ausgefüllt und lässt sich nicht ändern; bei mehreren ist es eine Auswahl. Abgeschaltete Wege werden nicht angeboten, und ihre Zahl wird genannt. Was trotzdem versucht wird, lehnt der Schritt mit dem Namen der Einstellung ab, bevor etwas geändert wird. Haben Sie eine Ansprechstelle genannt, so steht sie daneben und in der Hilfe.',
    versions: 'Versionen der App',
    versionsMean:
      'Eine Version, die eine Einstellung nicht kennt, lehnt alle ab und tut nichts: Mit einer älteren App umgeht niemand eine Einstellung. Aktualisieren Sie also zuerst überall die App, und machen Sie eine neue Einstellung danach; bei jeder steht, seit welcher Version sie bekannt ist.',
    settings: 'Die Einstellungen',
    table: { name: 'Name', kind: 'Art', example: 'Beispiel', since: 'Seit Version' },
    kinds: {
      switch: 'true oder false (in der Registrierung: REG_DWORD, 1 oder 0)',
      text: 'Text (in der Registrierung: REG_SZ)',
      choice: 'eines von einigen Wörtern (in der Registrierung: REG_SZ)',
      number: 'ganze Zahl (in der Registrierung: REG_DWORD)',
      list: 'Liste von Texten (in der Registrierung: REG_MULTI_SZ)',
    },
    forbids: 'Was sie verbietet',
  },
}
