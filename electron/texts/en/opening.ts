/** What the window says before its own code and its other words are there. */
export const opening = {
  name: 'Eco Connect',
  /** In the window until its content is there. */
  opening: 'Opening your checklist…',
} as const
