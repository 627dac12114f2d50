import { GUIDE_IDS, TERM_IDS, type TopicId } from '../contract/help.ts'
import { STEP_IDS, stepNumber } from '../contract/steps.ts'
import type { Catalogue } from './catalogue.ts'

/** A page of Help as it is drawn and searched. */
export type Topic = {
  readonly id: TopicId
  readonly kind: 'guide' | 'step' | 'term'
  readonly title: string
  readonly brief: string
  /** AWS's own name of a term, '' where there is no other. */
  readonly awsName: string
  /** The title of a part is '' where there is one only. */
  readonly parts: readonly { readonly title: string; readonly points: readonly string[] }[]
  /** Other words by which it is found; not drawn. */
  readonly also: string
}

/** All pages, in the order in which they are listed: guides, steps, words. */
export function topicsOf({ help, steps }: Catalogue): readonly Topic[] {
  const { does, stops, undo, pages } = help.steps
  return [
    ...GUIDE_IDS.map((id): Topic => ({
      id: `guide/${id}`,
      kind: 'guide',
      awsName: '',
      ...help.guides[id],
    })),
    ...STEP_IDS.map((id): Topic => {
      const page = pages[id]
      return {
        id: `step/${id}`,
        kind: 'step',
        title: help.window.step(stepNumber(id), steps[id].title),
        brief: page.brief,
        awsName: '',
        parts: [
          { title: does, points: page.does },
          { title: stops, points: page.stops },
          { title: undo, points: page.undo },
        ],
        also: page.also,
      }
    }),
    ...TERM_IDS.map((id): Topic => {
      const { term, aws, plain, here, also } = help.glossary[id]
      const parts = here === '' ? [] : [{ title: '', points: [here] }]
      return {
        id: `term/${id}`,
        kind: 'term',
        title: term,
        brief: plain,
        awsName: aws,
        parts,
        also,
      }
    }),
  ]
}

/**
 * The words of a text without capitals and accents: as they are compared. Who has no key for an umlaut
 * writes “ue” for it, or leaves its dots away: all three are the same here.
 */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/([aou])e/g, '$1')
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}
