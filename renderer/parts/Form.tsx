import { type ReactNode, useId } from 'react'
import { ErrorNotice } from './ErrorNotice.tsx'
import { FormId } from './formId.ts'
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
  const id = useId()
  return (
    <form
      id={id}
      className="stack-l"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {problem?.general && <ErrorNotice error={problem.general} />}
      <FormId value={id}>{children}</FormId>
    </form>
  )
}
