import { app } from 'electron'

/** What this start asks for (`--lang`), then the system's languages, the person's first one first. */
export const systemLanguages = (): readonly string[] => [
  app.commandLine.getSwitchValue('lang'),
  ...app.getPreferredSystemLanguages(),
]
