import { Isolated } from './Isolated.tsx'

/** A long text to read and scroll, by keyboard too. */
export function LongText({
  text,
  label,
  lang,
  className,
}: {
  readonly text: string
  readonly label: string
  /** Of the text, where it is not the language of the window. */
  readonly lang?: string
  readonly className: string
}) {
  return (
    <section className={className} aria-label={label} tabIndex={0}>
      <pre lang={lang}>
        <Isolated text={text} />
      </pre>
    </section>
  )
}
