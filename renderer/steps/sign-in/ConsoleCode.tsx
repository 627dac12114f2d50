import { useState } from 'react'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextAreaField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { problemOf } from '../../parts/problem.ts'
import { useWords } from '../../parts/words.ts'

/** The link for the browser of another device, and the code that its page shows. */
export function ConsoleCode({ problem }: { readonly problem: AppError | undefined }) {
  const words = useWords()
  const send = useSend()
  // A secret: held here only until it is handed to the main process.
  const [code, setCode] = useState('')
  const shown = problemOf(words, problem, ['code'])
  const { code: said } = words.signIn.atConsole
  const enter = (): void => {
    send({ step: 'sign-in', action: 'enter-code', code: code.trim() })
    setCode('')
  }
  return (
    <Form problem={shown} onSubmit={enter}>
      <Card title={said.title}>
        <ol className="guide">
          {said.steps.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <div className="actions">
          <ActionButton
            action="copy-link"
            iconName="copy"
            onClick={() => send({ step: 'sign-in', action: 'copy-link' })}
          >
            {said.copyLink}
          </ActionButton>
          <ActionButton
            action="open-link"
            iconName="external"
            iconAlign="right"
            onClick={() => send({ step: 'sign-in', action: 'open-link' })}
          >
            {said.openHere}
          </ActionButton>
        </div>
        <TextAreaField
          label={said.label}
          hint={said.hint}
          value={code}
          error={shown.at('code')}
          onChange={setCode}
        />
        <p>{said.warning}</p>
      </Card>
      <PrimaryBar>
        <SubmitButton action="enter-code">{said.enter}</SubmitButton>
        <ActionButton
          action="leave-code"
          onClick={() => send({ step: 'sign-in', action: 'leave-code' })}
        >
          {said.leave}
        </ActionButton>
      </PrimaryBar>
    </Form>
  )
}
