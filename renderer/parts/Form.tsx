import type { ReactNode } from 'react'
import { ErrorNotice } from './ErrorNotice.tsx'
import type { Problem } from './problem.ts'

/** A form: the problem that belongs to no field on top, then its content. */
export function Form({
  problem,
  onSubmit,
  children,
}: {
  readonly problem?: Problem
  readonly onSubmit: () => void
  readonly children: ReactNode
}) {
  return (
    <form
      className="stack-l"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {problem?.general && <ErrorNotice error={problem.general} />}
      {children}
    </form>
  )
}
