import type { PackWords } from '../en/index.ts'

export const questionnaire: PackWords['questionnaire'] = {
  intro: [
    'Kontrollen aus „Minimum Viable Secure Product“ (MVSP 3.0) und CAIQ-Lite, die auf ein Desktop-Programm passen, in eigenen Worten. Das Programm ist kein Dienst: Was nach einem Rechenzentrum fragt, ist weggelassen.',
  ],
  head: ['Kontrolle', 'Frage', 'Beantwortet in'],
  questions: {
    'mvsp-1.1': 'Wo meldet jemand eine Schwachstelle des Programms?',
    'mvsp-1.2': 'Dürfen wir das Programm selbst prüfen, bevor jemand es benutzt, und womit?',
    'mvsp-1.4': 'Hat jemand von außen es auf Schwachstellen geprüft, und was hat niemand geprüft?',
    'mvsp-1.7': 'Was hieße ein Vorfall beim Hersteller für uns?',
    'mvsp-1.8': 'Was bleibt auf einem Computer, der weitergegeben wird, und wie entfernt man es?',
    'mvsp-2.1':
      'Melden sich Menschen über unseren eigenen Identitätsanbieter an, mit dessen zweitem Faktor?',
    'mvsp-2.2': 'Ist jede Verbindung verschlüsselt, und zu welchen Hosts und Ports geht sie?',
    'mvsp-2.3': 'Welche Sicherheits-Header oder -Richtlinien gelten für die Oberfläche?',
    'mvsp-2.4': 'Nimmt, speichert oder prüft das Programm Passwörter?',
    'mvsp-2.5': 'Beruht es auf gepflegten, bekannten Bibliotheken, und auf welchen?',
    'mvsp-2.6': 'Wie bald werden neue Versionen seiner Teile übernommen, vor allem von Chromium?',
    'mvsp-2.7': 'Was wird protokolliert, und können wir es einsammeln?',
    'mvsp-2.8': 'Wie ist geschützt, was auf dem Datenträger liegt?',
    'mvsp-3.1': 'Mit welchen schutzbedürftigen Daten hat es zu tun?',
    'mvsp-3.2': 'Wie fließen Daten, und über welche Grenzen?',
    'mvsp-3.3': 'An welche Angriffe wurde gedacht, was verhindert sie, und was zeigt das?',
    'mvsp-3.4':
      'Wie lange bleibt eine bekannte Schwachstelle offen, und bis wann wird eine Version unterstützt?',
    'mvsp-3.5': 'Woher wissen wir, dass ein Paket das gebaute und geprüfte ist?',
    'mvsp-4.2': 'Welche Rechte braucht eine Person in AWS, und wozu jedes?',
    'mvsp-4.3': 'Wer erhält sonst noch Daten, und welche?',
    'caiq-IAM-05.1':
      'Hat der Zugriff, den Spot erhält, nicht mehr als nötig, und wo ist das festgehalten?',
    'caiq-IAM-07.1': 'Wie beenden wir jeden Zugriff sofort, ohne das Programm?',
    'caiq-DSP-16.1': 'Wie lange werden Daten aufgehoben, und was löscht sie?',
    'caiq-DSP-19.1': 'An welchen Orten werden Daten verarbeitet und aufgehoben?',
    'caiq-UEM-05.1': 'Können wir Einstellungen auf den Computern unserer Leute durchsetzen?',
  },
}
