/** What an organization can decide for its computers. */
export const managed = {
  intro: [
    'An organization can decide beforehand what people may do in the program. A setting that it makes cannot be changed in the window, which says who has made it; a policy that cannot be read as a whole lets the program do nothing that it might forbid.',
  ],
  head: ['Setting', 'What is written there', 'What it forbids'],
  placesTitle: 'Where the program reads them',
  placesHead: ['Platform', 'Place', 'Files for administrators'],
  rest: 'Only an administrator can write there. What a person writes elsewhere (variables, `HKEY_CURRENT_USER`, `defaults write`, a file in the home folder) is not read. A policy that cannot be read whole is told, and nothing is done without it.',
  all: 'Every setting',
} as const
