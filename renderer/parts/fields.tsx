import Autosuggest from '@cloudscape-design/components/autosuggest'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Textarea from '@cloudscape-design/components/textarea'
import type { ReactNode } from 'react'
import type { TermId } from '../../electron/contract/help.ts'
import { visible } from '../../electron/base/visible.ts'
import { Isolated } from './Isolated.tsx'
import { Term } from './Term.tsx'
import { useWords } from './words.ts'

type FieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  readonly value: string
  readonly onChange: (value: string) => void
  /** The problem with the last value, shown beside the field. */
  readonly error?: string | undefined
  readonly placeholder?: string
  /** The word in the label that Help explains. */
  readonly term?: TermId
}

/** A labelled line of text. What is typed or pasted and cannot be seen is marked at once. */
export function TextField({
  label,
  term,
  hint,
  error,
  value,
  onChange,
  placeholder = '',
  secret = false,
  ending,
  isFirst = false,
}: FieldProps & {
  /** Hides what is typed and keeps the browser from remembering it. */
  readonly secret?: boolean
  /** What follows what is typed and cannot be changed, and how the two are told as one. */
  readonly ending?: { readonly text: string; readonly whole: ReactNode }
  /** The step begins with it: it has the focus when the window comes to the step by itself. */
  readonly isFirst?: boolean
}) {
  return (
    <FormField
      label={label}
      info={term && <Term id={term} />}
      description={hint}
      constraintText={ending?.whole}
      errorText={error === undefined ? undefined : <Isolated text={error} />}
      stretch
    >
      <div className="with-ending">
        <Input
          value={value}
          type={secret ? 'password' : 'text'}
          autoComplete={false}
          disableBrowserAutocorrect
          spellcheck={false}
          placeholder={placeholder}
          onChange={({ detail }) => onChange(secret ? detail.value : visible(detail.value))}
          {...(isFirst ? { nativeInputAttributes: { 'data-first': '' } } : {})}
        />
        {ending && <code>{ending.text}</code>}
      </div>
    </FormField>
  )
}

/** A labelled text of several lines, to be pasted into; the browser does not remember it. */
export function TextAreaField({
  label,
  term,
  hint,
  error,
  value,
  onChange,
  placeholder = '',
}: FieldProps) {
  return (
    <FormField
      label={label}
      info={term && <Term id={term} />}
      description={hint}
      errorText={error === undefined ? undefined : <Isolated text={error} />}
      stretch
    >
      <Textarea
        value={value}
        rows={5}
        resize="vertical"
        autoComplete={false}
        disableBrowserAutocorrect
        spellcheck={false}
        placeholder={placeholder}
        onChange={({ detail }) => onChange(detail.value)}
      />
    </FormField>
  )
}

/** A labelled choice of one of several values. */
export function ChoiceField({
  label,
  term,
  hint,
  error,
  value,
  onChange,
  placeholder,
  options,
  id,
}: FieldProps & {
  readonly options: readonly string[]
  /** Of the field in the page. */
  readonly id: string
}) {
  return (
    <FormField
      label={label}
      info={term && <Term id={term} />}
      description={hint}
      errorText={error === undefined ? undefined : <Isolated text={error} />}
      controlId={id}
      stretch
    >
      {/* The system's own list: it takes any number of values and every way of typing ahead. */}
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {!options.includes('') && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option} value={option}>
            {visible(option)}
          </option>
        ))}
      </select>
    </FormField>
  )
}

/** A labelled line of text with suggestions; anything else may be typed as well. */
export function SuggestField({
  label,
  term,
  hint,
  error,
  value,
  onChange,
  placeholder = '',
  options,
  useTyped,
  empty,
}: FieldProps & {
  readonly options: readonly { readonly value: string; readonly description?: string }[]
  readonly useTyped: (value: string) => string
  readonly empty: string
}) {
  const words = useWords()
  return (
    <FormField
      label={label}
      info={term && <Term id={term} />}
      description={hint}
      errorText={error === undefined ? undefined : <Isolated text={error} />}
      stretch
    >
      <Autosuggest
        value={value}
        options={options}
        enteredTextLabel={useTyped}
        hideEnteredTextOption={options.some((option) => option.value === value)}
        disableBrowserAutocorrect
        placeholder={placeholder}
        clearAriaLabel={words.app.fields.clear}
        empty={empty}
        onChange={({ detail }) => onChange(visible(detail.value))}
      />
    </FormField>
  )
}
