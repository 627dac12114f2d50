import type { Notices } from '../notices.ts'

export const notices: Notices = {
  title: 'Open-source licences',
  intro: (app) =>
    `${app} contains software, data and fonts that others made and allow everybody to use. This page names each of them with its licence, that licence’s whole text, and the authors as that names them. It was made from what really is in this package, and can be read without a network.`,
  mark: 'NOT FOR DISTRIBUTION: this package holds a test runtime and is for trying the app on one computer only.',
  standInMark:
    'NOT FOR DISTRIBUTION: in this package a stand-in takes the place of Electron, and the program does nothing. It is for trying the installation only.',
  columns: ['Name', 'Version', 'Licence', 'Text'],
  packages: 'Packages',
  packagesIntro: 'Program code in the app’s own files.',
  fonts: 'Fonts',
  fontsIntro: 'What the font files in the app say of themselves.',
  data: 'Data',
  dataIntro: 'Lists that the app reads things up in.',
  runtime: 'The runtime',
  runtimeIntro:
    'The app runs in Electron, which brings Chromium, Node.js and what these are made of. Electron’s own licence is below; the licences of all that is in it are on a page of their own, which is large.',
  standInIntro:
    'No program of the runtime is in this package, only its data files: what is in its place does nothing. In a package for people the app runs in Electron, which brings Chromium, Node.js and what these are made of. The licences below are those that Electron’s own files come with.',
  chromium: 'Licences of Chromium, Node.js and all that is in them',
  ffmpeg: (file) =>
    `FFmpeg is a library under the LGPL, version 2.1 or later. It is in the package as ${file}, as Electron publishes it, and can be replaced by another build of the same library.`,
  texts: 'Texts',
  textsIntro: 'Where several packages come with the same text, it stands here once.',
  textOf: (names) => `Comes with ${names}`,
  borrowed: (name, from, repository) =>
    `${name} was published without the text of its licence. It is that of ${from}, from the same repository (${repository}) and under the same licence.`,
  kept: (name, repository) =>
    `${name} was published without the text of its licence. It is the one in its repository (${repository}).`,
  inFiles: (name) => `In files of ${name}`,
  compiledIn: (name, into) =>
    `${into} is compiled with ${name}; its publisher does not say which version.`,
}
