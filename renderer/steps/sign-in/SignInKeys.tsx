import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { useState } from 'react'
import { SIGN_IN_KEYS } from '../../../electron/texts/en/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextAreaField, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import type { WayForm, WayFormProps } from './wayForm.ts'

const ONE_BY_ONE = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const
const FIELDS = ['block', ...ONE_BY_ONE]
const NOTHING = { block: '', accessKeyId: '', secretAccessKey: '', sessionToken: '' }

/** Short-lived keys: the block as it was copied, or its three values. */
function SignInKeys({ problem }: WayFormProps) {
  const send = useSend()
  // Secrets: held here only until they are handed to the main process.
  const [typed, setTyped] = useState(NOTHING)
  const shown = problemOf(problem, FIELDS)
  // Stays open after a refusal, also of a value whose field nobody knows.
  const draft = useDraft('sign-in', { oneByOne: '' })
  const isOpen = draft.get('oneByOne') !== '' || ONE_BY_ONE.some((name) => shown.at(name))
  const use = (): void => {
    send({
      step: 'sign-in',
      action: 'use-keys',
      block: typed.block.trim(),
      accessKeyId: typed.accessKeyId.trim(),
      secretAccessKey: typed.secretAccessKey.trim(),
      sessionToken: typed.sessionToken.trim(),
    })
    setTyped(NOTHING)
  }
  return (
    <Form problem={shown} onSubmit={use}>
      <Card>
        <TextAreaField
          label={SIGN_IN_KEYS.block}
          hint={SIGN_IN_KEYS.blockHint}
          placeholder={SIGN_IN_KEYS.blockPlaceholder}
          value={typed.block}
          error={shown.at('block')}
          onChange={(block) => setTyped({ ...typed, block })}
        />
        <ExpandableSection
          header={<span className="fold">{SIGN_IN_KEYS.fieldsTitle}</span>}
          variant="footer"
          expanded={isOpen}
          onChange={({ detail }) => draft.set('oneByOne', detail.expanded ? 'yes' : '')}
        >
          <div className="stack-m">
            {ONE_BY_ONE.map((name) => (
              <TextField
                key={name}
                secret={name !== 'accessKeyId'}
                label={SIGN_IN_KEYS.fields[name].label}
                hint={SIGN_IN_KEYS.fields[name].hint}
                value={typed[name]}
                error={shown.at(name)}
                onChange={(value) => setTyped({ ...typed, [name]: value })}
              />
            ))}
          </div>
        </ExpandableSection>
        <section className="stack-s" aria-labelledby="keys-title">
          <h3 id="keys-title">{SIGN_IN_KEYS.whatTitle}</h3>
          <ul className="points">
            {SIGN_IN_KEYS.what.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <div className="actions">
          <SubmitButton action="use-keys">{SIGN_IN_KEYS.use}</SubmitButton>
        </div>
      </Card>
    </Form>
  )
}

export const keysForm: WayForm = { fields: FIELDS, Form: SignInKeys }
