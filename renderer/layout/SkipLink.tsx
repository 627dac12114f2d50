import { useWords } from '../parts/words.ts'

/** The first stop of the keyboard: goes past header and checklist to the step. Seen while it has the focus. */
export function SkipLink() {
  const words = useWords()
  // No link: an address with a mark in it is another than the one page that the app trusts.
  const skip = (): void => {
    const heading = document.querySelector('.panel h2')
    if (heading instanceof HTMLElement) heading.focus()
  }
  return (
    <button type="button" className="skip" data-action="skip" onClick={skip}>
      {words.app.skip}
    </button>
  )
}
