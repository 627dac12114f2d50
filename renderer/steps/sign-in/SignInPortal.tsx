import type { SignInMethod, SignInStart } from '../../../electron/contract/ask/sign-in.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { isMarked } from '../../../electron/errors/catalogue.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { SuggestField, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { wordsFor } from '../../../electron/texts/catalogue.ts'
import { useWords } from '../../parts/words.ts'
import { SIGN_IN_FIELDS } from './signInFields.ts'
import type { WayFormProps } from './wayForm.ts'

/** As many as can be taken in at a glance; the rest is in the list of the field. */
const OFFERED = 5
/** IAM Identity Center: the portal's address, its region, and by browser or by code. */
export function SignInPortal({ ask, problem, reopened }: WayFormProps) {
  const words = useWords()
  const send = useSend()
  const draft = useDraft('sign-in', { startUrl: ask.startUrl, region: ask.region })
  const shown = problemOf(words, problem, SIGN_IN_FIELDS.portal)
  const start = (method: SignInMethod, region = draft.get('region')): void =>
    send({ step: 'sign-in', action: 'start', startUrl: draft.get('startUrl'), region, method })
  const tryRegion = (region: string): void => {
    draft.set('region', region)
    start(ask.method, region)
  }
  return (
    <Form problem={shown} onSubmit={() => start('browser')}>
      <Card>
        <TextField
          label={words.signIn.startUrl}
          hint={words.signIn.startUrlHint}
          placeholder="https://my-company.awsapps.com/start"
          value={draft.get('startUrl')}
          error={shown.at('startUrl')}
          onChange={(value) => draft.set('startUrl', value)}
        />
        <SuggestField
          label={words.signIn.region}
          hint={words.signIn.regionHint}
          placeholder="us-east-1"
          value={draft.get('region')}
          error={shown.at('region')}
          onChange={(value) => draft.set('region', value)}
          options={ask.regions.map((region) => ({
            value: region,
            description: wordsFor(words.signIn.regionNames, region, ''),
          }))}
          useTyped={words.signIn.typedRegion}
          empty={words.signIn.noRegion}
        />
        {problem && isMarked(problem.code, 'other-region') && (
          <OtherRegions regions={otherRegions(ask, problem)} onTry={tryRegion} />
        )}
        {/* Between region and buttons, so that the list of regions never covers the buttons. */}
        <section className="stack-s" aria-labelledby="what-title">
          <h3 id="what-title">{words.signIn.whatTitle}</h3>
          <ul className="points">
            {words.signIn.what.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            <li>{reopened ? words.signIn.keptInMemory : words.signIn.kept}</li>
          </ul>
        </section>
        <StartButtons deviceAllowed={ask.deviceAllowed} start={start} />
      </Card>
    </Form>
  )
}

/** The likeliest regions that are not the one just tried. */
function otherRegions(ask: SignInStart, problem: AppError): readonly string[] {
  const tried = problem.facts.region ?? ask.region
  return ask.regions.filter((region) => region !== tried).slice(0, OFFERED)
}

function OtherRegions({
  regions,
  onTry,
}: {
  readonly regions: readonly string[]
  readonly onTry: (region: string) => void
}) {
  const words = useWords()
  return (
    <section className="try-regions stack-xs" aria-labelledby="try-regions-title">
      <p id="try-regions-title">
        <strong>{words.signIn.tryRegions}</strong>
      </p>
      <ul>
        {regions.map((region) => (
          <li key={region}>
            <ActionButton action="try-region" onClick={() => onTry(region)}>
              {Object.hasOwn(words.signIn.regionNames, region)
                ? words.signIn.tryRegion(region, wordsFor(words.signIn.regionNames, region))
                : region}
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  )
}

function StartButtons({
  deviceAllowed,
  start,
}: {
  readonly deviceAllowed: boolean
  readonly start: (method: SignInMethod) => void
}) {
  const words = useWords()
  return (
    <>
      <div className="actions">
        <SubmitButton action="start">{words.signIn.browser}</SubmitButton>
        {deviceAllowed && (
          <ActionButton action="start-with-code" onClick={() => start('device')}>
            {words.signIn.device}
          </ActionButton>
        )}
      </div>
      {deviceAllowed && (
        <p className="quiet">
          {words.signIn.deviceWhen} {words.signIn.deviceWarning}
        </p>
      )}
    </>
  )
}
