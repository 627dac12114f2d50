import Autosuggest, { type AutosuggestProps } from '@cloudscape-design/components/autosuggest'
import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import Textarea from '@cloudscape-design/components/textarea'
import { type ReactNode, useRef } from 'react'
import type { TermId } from '../../electron/contract/help.ts'
import { visible } from '../../electron/base/visible.ts'
import type { PastedField } from '../../electron/contract/pasted.ts'
import { FieldOffer, usePasted } from './FieldOffer.tsx'
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
  /** What it asks for, where something else is often pasted: that is told at once. */
  readonly wants?: PastedField
}

/** What is wrong with a value, or, before anybody has judged it, what it seems to be. */
function judgement(error: string | undefined, told: string | undefined) {
  const text = told ?? error
  if (text === undefined) return {}
  return { [error === undefined ? 'warningText' : 'errorText']: <Isolated text={text} /> }
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
  isLocked = false,
  wants,
  otherwise,
}: FieldProps & {
  /** Hides what is typed and keeps the browser from remembering it. */
  readonly secret?: boolean
  /** What follows what is typed and cannot be changed, and how the two are told as one. */
  readonly ending?: { readonly text: string; readonly whole: ReactNode }
  /** The step begins with it: it has the focus when the window comes to the step by itself. */
  readonly isFirst?: boolean
  /** It can be read and copied, and not be changed here: its hint says why. */
  readonly isLocked?: boolean
  /** A way on for those who have only what they pasted. */
  readonly otherwise?: ReactNode
}) {
  const input = useRef<InputProps.Ref>(null)
  const pasted = usePasted(wants, value)
  return (
    <div className="field">
      <FormField
        label={label}
        info={term && <Term id={term} />}
        description={hint}
        constraintText={ending?.whole}
        {...judgement(error, pasted?.told)}
        stretch
      >
        <div className="with-ending">
          <Input
            ref={input}
            value={value}
            type={secret ? 'password' : 'text'}
            autoComplete={false}
            disableBrowserAutocorrect
            spellcheck={false}
            readOnly={isLocked}
            placeholder={placeholder}
            onChange={({ detail }) => onChange(secret ? detail.value : visible(detail.value))}
            {...(isFirst ? { nativeInputAttributes: { 'data-first': '' } } : {})}
          />
          {ending && <code>{ending.text}</code>}
        </div>
      </FormField>
      {pasted && (
        <FieldOffer pasted={pasted} field={input} onUse={onChange}>
          {otherwise}
        </FieldOffer>
      )}
    </div>
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
  wants,
}: FieldProps) {
  const pasted = usePasted(wants, value)
  return (
    <FormField
      label={label}
      info={term && <Term id={term} />}
      description={hint}
      {...judgement(error, pasted?.told)}
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
  wants,
}: FieldProps & {
  readonly options: readonly { readonly value: string; readonly description?: string }[]
  readonly useTyped: (value: string) => string
  readonly empty: string
}) {
  const words = useWords()
  const input = useRef<AutosuggestProps.Ref>(null)
  const pasted = usePasted(wants, value)
  return (
    <div className="field">
      <FormField
        label={label}
        info={term && <Term id={term} />}
        description={hint}
        {...judgement(error, pasted?.told)}
        stretch
      >
        <Autosuggest
          ref={input}
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
      {pasted && <FieldOffer pasted={pasted} field={input} onUse={onChange} />}
    </div>
  )
}
