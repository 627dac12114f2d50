import { LANGUAGE_IDS, type LanguageId } from '../../electron/contract/language.ts'
import { packIn } from './context.ts'
import { readFacts } from './facts.ts'
import { userGuide } from './guide.ts'
import { reviewPack } from './pack.ts'
import { pictureName, readPicture, type PictureId } from './picture-ids.ts'

/** A page of the pack, by its name in the pack's folder. */
export type PackPage = {
  readonly name: string
  readonly html: string
  /** The same with everything in it that the page would load from beside it. */
  readonly whole: string
}

const inPage = (language: LanguageId, id: PictureId): string =>
  `data:image/webp;base64,${readPicture(language, id).toString('base64')}`

/** All pages, of what the code says now. */
export async function pages(): Promise<readonly PackPage[]> {
  const facts = await readFacts()
  return LANGUAGE_IDS.flatMap((language) => {
    const pack = packIn(language, facts)
    const review = reviewPack(pack)
    return [
      { name: `review-pack.${language}.html`, html: review, whole: review },
      {
        name: `user-guide.${language}.html`,
        html: userGuide(pack, (id) => pictureName(language, id)),
        whole: userGuide(pack, (id) => inPage(language, id)),
      },
    ]
  })
}
