import { Isolated } from './Isolated.tsx'

/** A long text to read and scroll, by keyboard too. */
export function LongText({
  text,
  label,
  className,
}: {
  readonly text: string
  readonly label: string
  readonly className: string
}) {
  return (
    <section className={className} aria-label={label} tabIndex={0}>
      <pre>
        <Isolated text={text} />
      </pre>
    </section>
  )
}
