import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { useState } from 'react'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextAreaField, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { useWords } from '../../parts/words.ts'
import { SIGN_IN_FIELDS } from './signInFields.ts'
import type { WayFormProps } from './wayForm.ts'

const ONE_BY_ONE = ['accessKeyId', 'secretAccessKey', 'sessionToken'] as const
/** As the access portal shows them. */
const EXAMPLE =
  'export AWS_ACCESS_KEY_ID="ASIA…"\nexport AWS_SECRET_ACCESS_KEY="…"\nexport AWS_SESSION_TOKEN="…"'
const NOTHING = { block: '', accessKeyId: '', secretAccessKey: '', sessionToken: '' }

/** Short-lived keys: the block as it was copied, or its three values. */
export function SignInKeys({ problem }: WayFormProps) {
  const words = useWords()
  const send = useSend()
  // Secrets: held here only until they are handed to the main process.
  const [typed, setTyped] = useState(NOTHING)
  const shown = problemOf(words, problem, SIGN_IN_FIELDS.keys)
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
          wants="key"
          label={words.signIn.keys.block}
          term="short-lived-keys"
          hint={words.signIn.keys.blockHint}
          placeholder={EXAMPLE}
          value={typed.block}
          error={shown.at('block')}
          onChange={(block) => setTyped({ ...typed, block })}
        />
        <ExpandableSection
          header={<span className="fold">{words.signIn.keys.fieldsTitle}</span>}
          variant="footer"
          expanded={isOpen}
          onChange={({ detail }) => draft.set('oneByOne', detail.expanded ? 'yes' : '')}
        >
          <div className="stack-m">
            {ONE_BY_ONE.map((name) => (
              <TextField
                key={name}
                secret={name !== 'accessKeyId'}
                wants="key"
                label={words.signIn.keys.fields[name].label}
                hint={words.signIn.keys.fields[name].hint}
                value={typed[name]}
                error={shown.at(name)}
                onChange={(value) => setTyped({ ...typed, [name]: value })}
              />
            ))}
          </div>
        </ExpandableSection>
        <section className="stack-s" aria-labelledby="keys-title">
          <h3 id="keys-title">{words.signIn.keys.whatTitle}</h3>
          <ul className="points">
            {words.signIn.keys.what.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <div className="actions">
          <SubmitButton action="use-keys">{words.signIn.keys.use}</SubmitButton>
        </div>
      </Card>
    </Form>
  )
}
