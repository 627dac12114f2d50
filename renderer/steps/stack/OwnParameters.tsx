import type { TemplateParameter } from '../../../electron/contract/ask/template.ts'
import { demandsOf } from '../../../electron/texts/parameters.ts'
import { Card } from '../../parts/Card.tsx'
import { ChoiceField, TextField } from '../../parts/fields.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import type { Problem } from '../../parts/problem.ts'
import { useWords } from '../../parts/words.ts'
import type { OwnValues } from './useOwnValues.ts'

/** The parameters that the template asks for by names of its own, in its own words. */
export function OwnParameters({
  parameters,
  values,
  shown,
}: {
  readonly parameters: readonly TemplateParameter[]
  readonly values: OwnValues
  readonly shown: Problem
}) {
  const words = useWords()
  if (parameters.length === 0) return null
  return (
    <Card title={words.stack.ownTitle}>
      <p>{words.stack.ownHint}</p>
      {parameters.map((parameter) => (
        <OwnParameter
          key={parameter.name}
          parameter={parameter}
          value={values.all[parameter.name] ?? ''}
          error={shown.at(`parameter:${parameter.name}`)}
          onChange={(value) => values.set(parameter, value)}
        />
      ))}
    </Card>
  )
}

function OwnParameter({
  parameter: { name, description, hidden, rule },
  value,
  error,
  onChange,
}: {
  readonly parameter: TemplateParameter
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}) {
  const words = useWords()
  const said = [
    description,
    ...demandsOf(words, rule),
    ...(hidden ? [words.stack.hiddenHint] : []),
  ].filter((one) => one !== '')
  const field = { label: name, hint: <Isolated text={said.join(' ')} />, value, error, onChange }
  const isChoice = rule.allowed !== null && !hidden && rule.type !== 'CommaDelimitedList'
  if (isChoice && rule.allowed) {
    const id = `parameter-${name}`
    return (
      <ChoiceField {...field} id={id} options={rule.allowed} placeholder={words.stack.choose} />
    )
  }
  return <TextField {...field} secret={hidden} />
}
