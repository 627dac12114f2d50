import { Isolated } from './Isolated.tsx'

/** A sentence in which one value is set as code, wherever the language puts it. */
export function Coded({ text, value }: { readonly text: string; readonly value: string }) {
  const place = value === '' ? -1 : text.indexOf(value)
  if (place < 0) return <Isolated text={text} />
  return (
    <>
      <Isolated text={text.slice(0, place)} />
      <span className="code">
        <Isolated text={value} />
      </span>
      <Isolated text={text.slice(place + value.length)} />
    </>
  )
}
