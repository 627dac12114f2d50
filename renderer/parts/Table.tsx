import { useEffect, useRef, useState, type ReactNode } from 'react'

/** A column; widths are in pixels. */
export type Column<Item> = {
  readonly id: string
  readonly header: string
  readonly cell: (item: Item) => ReactNode
  /** Whether its cells name their rows. */
  readonly isRowHeader?: boolean
  readonly width?: number
  readonly minWidth?: number
}

/** A table to read, in the look of Cloudscape's, whose own can do far more than anything here needs. */
export function Table<Item>({
  label,
  columns,
  items,
  keyOf,
  empty,
}: {
  readonly label: string
  readonly columns: readonly Column<Item>[]
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** Shown where there is no item. */
  readonly empty?: string
}) {
  const { frame, isWider } = useIsWider()
  // Who uses the keyboard can move what is wider than its place.
  const reachable = isWider ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {}
  return (
    <div className="table-frame" ref={frame} {...reachable}>
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ id, header, width, minWidth }) => (
              <th key={id} scope="col" style={{ width, minWidth }}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              {columns.map((column) => (
                <Cell key={column.id} column={column} item={item} />
              ))}
            </tr>
          ))}
          {items.length === 0 && empty !== undefined && (
            <tr>
              <td className="table-empty" colSpan={columns.length}>
                {empty}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Item>({ column, item }: { readonly column: Column<Item>; readonly item: Item }) {
  const content = column.cell(item)
  return column.isRowHeader ? <th scope="row">{content}</th> : <td>{content}</td>
}

/** Whether what is in a frame is wider than it. */
function useIsWider() {
  const frame = useRef<HTMLDivElement>(null)
  const [isWider, setIsWider] = useState(false)
  useEffect(() => {
    const { current } = frame
    if (!current) return undefined
    const observer = new ResizeObserver(() => setIsWider(current.scrollWidth > current.clientWidth))
    for (const watched of [current, ...current.children]) observer.observe(watched)
    return () => observer.disconnect()
  }, [])
  return { frame, isWider }
}
