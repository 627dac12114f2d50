import Button, { type ButtonProps } from '@cloudscape-design/components/button'
import { type ReactNode, useContext } from 'react'
import { FormId } from './formId.ts'

/** A button whose `data-action` says what it does, for assistive scripts and tests. */
export function ActionButton({
  action,
  children,
  ...props
}: {
  readonly action: string
  readonly children?: ReactNode
} & Omit<ButtonProps, 'children' | 'nativeButtonAttributes' | 'formAction'>) {
  return (
    <Button {...props} formAction="none" nativeButtonAttributes={{ 'data-action': action }}>
      {children}
    </Button>
  )
}

/** The main button of a form; Enter in a field of the form presses it too. */
export function SubmitButton({
  action,
  children,
  disabled = false,
  disabledReason,
}: {
  readonly action: string
  readonly children: string
  readonly disabled?: boolean
  readonly disabledReason?: string
}) {
  const form = useContext(FormId)
  return (
    <Button
      variant="primary"
      formAction="submit"
      {...(form === undefined ? {} : { form })}
      disabled={disabled}
      {...(disabledReason === undefined ? {} : { disabledReason })}
      nativeButtonAttributes={{ 'data-action': action }}
    >
      {children}
    </Button>
  )
}
