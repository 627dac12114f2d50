import type { Notices } from '../notices.ts'

export const notices: Notices = {
  title: 'Open-Source-Lizenzen',
  intro: (app) =>
    `${app} enthält Software, Daten und Schriften, die andere gemacht haben und die alle nutzen dürfen. Diese Seite nennt jede davon, wer sie gemacht hat und unter welcher Lizenz sie steht, mit dem ganzen Text der Lizenz auf Englisch. Sie ist aus dem entstanden, was wirklich in diesem Paket ist, und lässt sich ohne Netz lesen.`,
  mark: 'NICHT ZUR WEITERGABE (NOT FOR DISTRIBUTION): Dieses Paket enthält eine Testumgebung und ist nur dazu da, die App auf einem einzelnen Computer auszuprobieren.',
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
  chromium: 'Lizenzen von Chromium, Node.js und allen ihren Bestandteilen',
  ffmpeg: (file) =>
    `FFmpeg ist eine Bibliothek unter der LGPL, Version 2.1 oder neuer. Sie liegt als ${file} neben dem Programm, so wie Electron sie veröffentlicht, und lässt sich durch einen anderen Stand derselben Bibliothek ersetzen.`,
  texts: 'Texte',
  textsIntro: 'Wo mehrere Pakete denselben Text mitbringen, steht er hier einmal.',
  textOf: (names) => `Gehört zu ${names}`,
  borrowed: (name, from, repository) =>
    `${name} wurde ohne den Text seiner Lizenz veröffentlicht. Dies ist der Text von ${from} aus derselben Quelle (${repository}) und mit derselben Lizenz.`,
  inFiles: (name) => `In Dateien von ${name}`,
  compiledIn: (name, into) =>
    `${into} ist mit ${name} übersetzt; in welcher Version, sagt der Herausgeber nicht.`,
}
