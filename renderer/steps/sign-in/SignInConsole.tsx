import { useSend } from '../../bridge/bridge.ts'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Form } from '../../parts/Form.tsx'
import { useManaged } from '../../parts/managed.ts'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { problemOf } from '../../parts/problem.ts'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { SignInGoesOn } from '../../parts/SignInGoesOn.tsx'
import { useWords } from '../../parts/words.ts'
import { SIGN_IN_FIELDS } from './signInFields.ts'
import type { WayFormProps } from './wayForm.ts'
import { whereKept } from './whereKept.ts'

/** As to the AWS console: what AWS's page will say, and what the app gets, before anything opens. */
export function SignInConsole({ ask, problem, reopened }: WayFormProps) {
  const words = useWords()
  const send = useSend()
  const { atConsole } = words.signIn
  const { sessionOnly } = useManaged()
  const start = (method: 'browser' | 'device'): void =>
    send({ step: 'sign-in', action: 'start-console', method })
  return (
    <Form
      problem={problemOf(words, problem, SIGN_IN_FIELDS.console)}
      onSubmit={() => start('browser')}
    >
      <Card>
        <section className="stack-s" aria-labelledby="page-title">
          <h3 id="page-title">{atConsole.pageTitle}</h3>
          <ul className="points">
            {atConsole.page.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <section className="stack-s" aria-labelledby="gets-title">
          <h3 id="gets-title">{atConsole.getsTitle}</h3>
          <ul className="points">
            {atConsole.gets.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            <li>{whereKept(words, sessionOnly, reopened)}</li>
          </ul>
        </section>
        <p className="quiet">{atConsole.region}</p>
        {ask.goesOnUntil !== null && (
          <SignInGoesOn goesOn={{ until: ask.goesOnUntil, isSure: true }} />
        )}
      </Card>
      <PrimaryBar
        says={
          <>
            <p>{words.signIn.changesNothing}</p>
            {ask.elsewhereAllowed ? (
              <p className="quiet">{atConsole.elsewhereWhen}</p>
            ) : (
              <SetByOrganization setting="AllowDeviceCode" />
            )}
          </>
        }
      >
        <SubmitButton action="start-console">{words.signIn.browser}</SubmitButton>
        {ask.elsewhereAllowed && (
          <ActionButton action="start-elsewhere" onClick={() => start('device')}>
            {atConsole.elsewhere}
          </ActionButton>
        )}
      </PrimaryBar>
    </Form>
  )
}
