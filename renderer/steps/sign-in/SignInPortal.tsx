import type { SignInMethod, SignInStart } from '../../../electron/contract/ask/sign-in.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { isMarked } from '../../../electron/errors/catalogue.ts'
import { REGION_NAMES, SIGN_IN } from '../../../electron/texts/en/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { SuggestField, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import type { WayForm, WayFormProps } from './wayForm.ts'

/** As many as can be taken in at a glance; the rest is in the list of the field. */
const OFFERED = 5
const FIELDS = ['startUrl', 'region']

/** IAM Identity Center: the portal's address, its region, and by browser or by code. */
function SignInPortal({ ask, problem, reopened }: WayFormProps) {
  const send = useSend()
  const draft = useDraft('sign-in', { startUrl: ask.startUrl, region: ask.region })
  const shown = problemOf(problem, FIELDS)
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
        {problem && isMarked(problem.code, 'other-region') && (
          <OtherRegions regions={otherRegions(ask, problem)} onTry={tryRegion} />
        )}
        {/* Between region and buttons, so that the list of regions never covers the buttons. */}
        <section className="stack-s" aria-labelledby="what-title">
          <h3 id="what-title">{SIGN_IN.whatTitle}</h3>
          <ul className="points">
            {SIGN_IN.what.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            <li>{reopened ? SIGN_IN.keptInMemory : SIGN_IN.kept}</li>
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
  return (
    <section className="try-regions stack-xs" aria-labelledby="try-regions-title">
      <p id="try-regions-title">
        <strong>{SIGN_IN.tryRegions}</strong>
      </p>
      <ul>
        {regions.map((region) => (
          <li key={region}>
            <ActionButton action="try-region" onClick={() => onTry(region)}>
              {SIGN_IN.tryRegion(region, REGION_NAMES[region] ?? '')}
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

export const portalForm: WayForm = { fields: FIELDS, Form: SignInPortal }
