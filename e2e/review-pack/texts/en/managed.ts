/** What an organization can decide for its computers. */
export const managed = {
  intro: [
    'An organization can decide beforehand what people may do in the program. A setting that it makes cannot be changed in the window, which says who has made it; a policy that cannot be read as a whole lets the program do nothing that it might forbid.',
  ],
  head: ['Setting', 'What is written there', 'What it forbids'],
  placesTitle: 'Where the program reads them',
  placesHead: ['Platform', 'Place', 'Files for administrators'],
  rest: 'Only an administrator can write there. What a person writes elsewhere (variables, `HKEY_CURRENT_USER`, `defaults write`, a file in the home folder) is not read. A policy that cannot be read whole is told, and nothing is done without it.',
  files:
    'The files lie in every package, in `resources/resources/managed` of the program’s folder, on Windows in `policy-templates` too; the pages `settings.en-US.html` and `settings.de-DE.html` beside them say the same as the table below.',
  unproven:
    'On Linux it was tried with the running program. On Windows and macOS nobody has: what the files write there was read back by the program’s own code, as their systems would hand it over.',
  bounds:
    'A policy holds this program. It does not hold another program, an older copy that knows no policies, or the AWS CLI under the same permissions: what AWS is to refuse has to be forbidden in AWS.',
  boundsTitle: 'What it cannot do',
  all: 'Every setting',
} as const
