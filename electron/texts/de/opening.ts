import type { Catalogue } from '../catalogue.ts'

/** What the window says before its own code and its other words are there. */
export const opening = {
  name: 'Eco Connect',
  opening: 'Checkliste wird geöffnet…',
} satisfies Pick<Catalogue['app'], 'name' | 'opening'>
