import type { AppError, SignInAsk, SignInMethod } from '../../electron/contract.ts'
import { REGION_NAMES, SIGN_IN } from '../../electron/texts/sign-in.ts'
import { useSend } from '../bridge.ts'
import { useDraft } from '../drafts.ts'
import { ActionButton, SubmitButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { SuggestField, TextField } from '../parts/fields.tsx'
import { Form } from '../parts/Form.tsx'
import { problemOf } from '../parts/problem.ts'

/** Where to sign in, and by which of the two ways. */
export function SignInStart({
  ask,
  problem,
}: {
  readonly ask: SignInAsk & { readonly stage: 'start' }
  readonly problem: AppError | undefined
}) {
  const send = useSend()
  const draft = useDraft('sign-in', { startUrl: ask.startUrl, region: ask.region })
  const shown = problemOf(problem, ['startUrl', 'region'])
  const start = (method: SignInMethod): void =>
    send({
      step: 'sign-in',
      action: 'start',
      startUrl: draft.get('startUrl'),
      region: draft.get('region'),
      method,
    })
  return (
    <Form problem={shown} onSubmit={() => start('browser')}>
      <Card>
        <TextField
          label={SIGN_IN.startUrl}
          hint={SIGN_IN.startUrlHint}
          placeholder={SIGN_IN.startUrlPlaceholder}
          value={draft.get('startUrl')}
          error={shown.at('startUrl')}
          onChange={(value) => draft.set('startUrl', value)}
        />
        <SuggestField
          label={SIGN_IN.region}
          hint={SIGN_IN.regionHint}
          placeholder={SIGN_IN.regionPlaceholder}
          value={draft.get('region')}
          error={shown.at('region')}
          onChange={(value) => draft.set('region', value)}
          options={ask.regions.map((region) => ({
            value: region,
            description: REGION_NAMES[region] ?? '',
          }))}
          useTyped={SIGN_IN.typedRegion}
          empty={SIGN_IN.noRegion}
        />
        {/* Between region and buttons, so that the list of regions never covers the buttons. */}
        <section className="stack-s" aria-labelledby="what-title">
          <h3 id="what-title">{SIGN_IN.whatTitle}</h3>
          <ul className="points">
            {SIGN_IN.what.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
        <StartButtons deviceAllowed={ask.deviceAllowed} start={start} />
      </Card>
    </Form>
  )
}

function StartButtons({
  deviceAllowed,
  start,
}: {
  readonly deviceAllowed: boolean
  readonly start: (method: SignInMethod) => void
}) {
  return (
    <>
      <div className="actions">
        <SubmitButton action="start">{SIGN_IN.browser}</SubmitButton>
        {deviceAllowed && (
          <ActionButton action="start-with-code" onClick={() => start('device')}>
            {SIGN_IN.device}
          </ActionButton>
        )}
      </div>
      {deviceAllowed && (
        <p className="quiet">
          {SIGN_IN.deviceWhen} {SIGN_IN.deviceWarning}
        </p>
      )}
    </>
  )
}
