import type { Notices } from '../notices.ts'

export const notices: Notices = {
  title: 'Open-Source-Lizenzen',
  intro: (app) =>
    `${app} enthält Software, Daten und Schriften, die andere gemacht haben und die alle nutzen dürfen. Diese Seite nennt jeden Teil davon mit seiner Lizenz, deren ganzem Text auf Englisch und den Urhebern, wie er sie nennt. Sie ist aus dem entstanden, was wirklich in diesem Paket ist, und lässt sich ohne Netz lesen.`,
  mark: 'NICHT ZUR WEITERGABE (NOT FOR DISTRIBUTION): Dieses Paket enthält eine Testumgebung und ist nur dazu da, die App auf einem einzelnen Computer auszuprobieren.',
  standInMark:
    'NICHT ZUR WEITERGABE (NOT FOR DISTRIBUTION): In diesem Paket steht ein Platzhalter anstelle von Electron, und das Programm tut nichts. Es ist nur zum Ausprobieren der Installation.',
  columns: ['Name', 'Version', 'Lizenz', 'Text'],
  packages: 'Pakete',
  packagesIntro: 'Programmcode in den eigenen Dateien der App.',
  fonts: 'Schriften',
  fontsIntro: 'Was die Schriftdateien in der App von sich selbst sagen.',
  data: 'Daten',
  dataIntro: 'Listen, in denen die App etwas nachschlägt.',
  runtime: 'Die Laufzeitumgebung',
  runtimeIntro:
    'Die App läuft in Electron. Das bringt Chromium, Node.js und deren Bestandteile mit. Die Lizenz von Electron selbst steht unten; die Lizenzen aller Bestandteile stehen auf einer eigenen, großen Seite.',
  standInIntro:
    'In diesem Paket ist kein Programm der Laufzeitumgebung, nur ihre Datendateien: Was an ihrer Stelle steht, tut nichts. In einem Paket zur Weitergabe läuft die App in Electron, das Chromium, Node.js und deren Bestandteile mitbringt. Die Lizenzen unten sind die, mit denen Electrons eigene Dateien kommen.',
  chromium: 'Lizenzen von Chromium, Node.js und allen ihren Bestandteilen',
  ffmpeg: (file) =>
    `FFmpeg ist eine Bibliothek unter der LGPL, Version 2.1 oder neuer. Sie liegt als ${file} im Paket, so wie Electron sie veröffentlicht, und lässt sich durch einen anderen Stand derselben Bibliothek ersetzen.`,
  texts: 'Texte',
  textsIntro: 'Wo mehrere Pakete denselben Text mitbringen, steht er hier einmal.',
  textOf: (names) => `Gehört zu ${names}`,
  borrowed: (name, from, repository) =>
    `${name} wurde ohne den Text seiner Lizenz veröffentlicht. Dies ist der Text von ${from} aus derselben Quelle (${repository}) und mit derselben Lizenz.`,
  kept: (name, repository) =>
    `${name} wurde ohne den Text seiner Lizenz veröffentlicht. Hier steht der aus dem Repository des Pakets (${repository}).`,
  inFiles: (name) => `In Dateien von ${name}`,
  compiledIn: (name, into) =>
    `${into} ist mit ${name} übersetzt; in welcher Version, sagt der Herausgeber nicht.`,
}
