import type { PackWords } from '../en/index.ts'

export const limits: PackWords['limits'] = {
  points: (shipped, tried) => [
    'Niemand außerhalb des Projekts hat das Programm oder diese Mappe geprüft; einen Penetrationstest durch Dritte gab es nicht.',
    'Das Programm lief nur auf Linux (Debian 12, x64). Was diese Mappe über Windows und macOS sagt, folgt aus dem Code, aus der Dokumentation von Electron und aus Paketen, die gebaut und zurückgelesen wurden; ausprobiert wurde es dort nicht.',
    `Das Electron, mit dem die Pakete erstellt werden (${shipped}), lief beim Projekt noch nicht: Wo es sich nicht herunterladen lässt, nehmen die Tests Version ${tried}, und das war bisher überall so. Was gemessen und ausprobiert wurde, gilt für diese.`,
    'Vorgaben der Organisation auf Windows und macOS, das Paket für Windows Installer auf einem Windows und die Dateien für macOS auf einem Mac wurden nicht ausprobiert.',
    'Die Tests laufen vor einem Simulator, der mit den veröffentlichten Modellen von AWS verglichen wird, nicht vor AWS selbst. Was er voraussetzt und wie gut jedes bekannt ist, gibt `npm run beliefs` aus.',
    'Wie die API von Spot die Registrierung annimmt, hat Spot nicht dokumentiert. „In der Spot-Konsole abschließen“ hängt nicht davon ab.',
    'Ob eine PDF-Datei PDF/UA entspricht, wurde nicht geprüft. Zur Barrierefreiheit des Fensters: `conformance-report.html` im Projekt.',
    'AWS hat nicht gesagt, dass andere Programme als die eigenen die Anmeldung wie in der AWS-Konsole benutzen dürfen. Man kann sie weglassen.',
  ],
  testing: {
    title: 'Wie Sie es selbst prüfen',
    points: [
      'Die Pakete sind gewöhnliche Programme: Installieren Sie eines in einer virtuellen Maschine, stellen Sie einen prüfenden Proxy und einen Systemmonitor daneben, und drücken Sie jeden Knopf. Vor einer Anmeldung wird in AWS nichts berührt und vor einer Zustimmung nichts geändert.',
      'Mit dem Quelltext: `npm ci && npm run demo` spielt die ganze Verbindung vor einem Simulator von AWS und Spot, ohne ein Konto; `npm test` führt jeden Test aus, den diese Mappe nennt.',
      'Ein Versuch in AWS braucht das Verwaltungskonto einer eigenen Organisation; etwas anderes nimmt das Programm nicht dafür.',
    ],
  },
}
