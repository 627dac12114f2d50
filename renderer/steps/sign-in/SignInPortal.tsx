import type { SignInMethod } from '../../../electron/contract/ask/sign-in.ts'
import { regionsFor } from '../../../electron/contract/portal-regions.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { SuggestField, TextField } from '../../parts/fields.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { wordsFor } from '../../../electron/texts/catalogue.ts'
import { useWords } from '../../parts/words.ts'
import { FoundPortal } from './FoundPortal.tsx'
import { NoPortal, seemsWithoutPortal, toldNoPortal } from './NoPortal.tsx'
import { refusedFor, wrongRegion, type WrongRegion } from './portalRegions.ts'
import { SIGN_IN_FIELDS } from './signInFields.ts'
import type { WayFormProps } from './wayForm.ts'

type Start = (method: SignInMethod, region?: string) => void

/** IAM Identity Center: the portal's address, its region, and by browser or by code. */
export function SignInPortal(props: WayFormProps) {
  const { found } = props.ask
  return found ? <FoundPortal found={found} /> : <PortalForm {...props} />
}

function PortalForm({ ask, problem, reopened }: WayFormProps) {
  const words = useWords()
  const send = useSend()
  const wrong = wrongRegion(ask, problem)
  const suggested = { startUrl: ask.startUrl, region: wrong?.region ?? ask.region }
  const draft = useDraft('sign-in', { ...suggested, way: ask.way })
  const shown = problemOf(words, problem, SIGN_IN_FIELDS.portal)
  const startUrl = draft.get('startUrl')
  const start: Start = (method, region = draft.get('region')) =>
    send({ step: 'sign-in', action: 'start', startUrl, region, method })
  const refused = refusedFor(ask, startUrl)
  const describe = (region: string): string => {
    const name = wordsFor(words.signIn.regionNames, region, '')
    return refused.includes(region) ? words.signIn.refusedRegion(name) : name
  }
  return (
    <Form problem={shown} onSubmit={() => start('browser')}>
      <Card>
        <TextField
          isFirst
          wants="portal"
          label={words.signIn.startUrl}
          term="access-portal"
          hint={words.signIn.startUrlHint}
          placeholder="https://my-company.awsapps.com/start"
          value={startUrl}
          error={shown.at('startUrl')}
          onChange={(value) => draft.set('startUrl', value)}
          otherwise={seemsWithoutPortal(startUrl) && <NoPortal ways={ask.ways} />}
        />
        {toldNoPortal(problem) && !seemsWithoutPortal(startUrl) && (
          <div>
            <NoPortal ways={ask.ways} />
          </div>
        )}
        <SuggestField
          wants="region"
          label={words.signIn.region}
          term="identity-center-region"
          hint={words.signIn.regionHint}
          placeholder="us-east-1"
          value={draft.get('region')}
          error={shown.at('region')}
          onChange={(value) => draft.set('region', value)}
          options={regionsFor(startUrl, ask.regions).map((value) => ({
            value,
            description: describe(value),
          }))}
          useTyped={words.signIn.typedRegion}
          empty={words.signIn.noRegion}
        />
        {wrong && (
          <OtherRegions
            wrong={wrong}
            onTry={(region) => {
              draft.set('region', region)
              start(ask.method, region)
            }}
            onAgain={(region) =>
              send({
                step: 'sign-in',
                action: 'start-anyway',
                startUrl,
                region,
                method: ask.method,
              })
            }
          />
        )}
        {/* Between region and buttons, so that the list of regions never covers the buttons. */}
        <WhatItAllows reopened={reopened} />
      </Card>
      <StartButtons deviceAllowed={ask.deviceAllowed} start={start} />
    </Form>
  )
}

function WhatItAllows({ reopened }: Pick<WayFormProps, 'reopened'>) {
  const words = useWords()
  return (
    <section className="stack-s" aria-labelledby="what-title">
      <h3 id="what-title">{words.signIn.whatTitle}</h3>
      <ul className="points">
        {words.signIn.what.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{reopened ? words.signIn.keptInMemory : words.signIn.kept}</li>
      </ul>
    </section>
  )
}

function OtherRegions({
  wrong: { region: asked, others, again },
  onTry,
  onAgain,
}: {
  readonly wrong: WrongRegion
  readonly onTry: (region: string) => void
  readonly onAgain: (region: string) => void
}) {
  const words = useWords()
  const named = (region: string): string =>
    Object.hasOwn(words.signIn.regionNames, region)
      ? words.signIn.tryRegion(region, wordsFor(words.signIn.regionNames, region))
      : region
  return (
    <section className="try-regions stack-xs" aria-labelledby="try-regions-title">
      <p id="try-regions-title">
        <strong>{words.signIn.tryRegions}</strong>
      </p>
      <ul>
        {others.map((region) => (
          <li key={region}>
            <ActionButton action="try-region" onClick={() => onTry(region)}>
              {named(region)}
            </ActionButton>
          </li>
        ))}
        {again && (
          <li>
            <ActionButton
              action="start-anyway"
              variant="inline-link"
              onClick={() => onAgain(asked)}
            >
              {words.signIn.askAgain(asked)}
            </ActionButton>
          </li>
        )}
      </ul>
    </section>
  )
}

function StartButtons({
  deviceAllowed,
  start,
}: {
  readonly deviceAllowed: boolean
  readonly start: Start
}) {
  const words = useWords()
  return (
    <PrimaryBar
      says={
        <>
          <p>{words.signIn.changesNothing}</p>
          {deviceAllowed && <p className="quiet">{words.signIn.deviceWhen}</p>}
        </>
      }
    >
      <SubmitButton action="start">{words.signIn.browser}</SubmitButton>
      {deviceAllowed && (
        <ActionButton action="start-with-code" onClick={() => start('device')}>
          {words.signIn.device}
        </ActionButton>
      )}
    </PrimaryBar>
  )
}
