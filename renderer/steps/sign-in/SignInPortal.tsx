import type { SignInMethod } from '../../../electron/contract/ask/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { wordsFor } from '../../../electron/texts/catalogue.ts'
import { useWords } from '../../parts/words.ts'
import { whereKept } from './whereKept.ts'
import { useManaged } from '../../parts/managed.ts'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { FoundPortal } from './FoundPortal.tsx'
import { NoPortal, seemsWithoutPortal, toldNoPortal } from './NoPortal.tsx'
import { wrongRegion, type WrongRegion } from './portalRegions.ts'
import { PortalField, RegionField } from './PortalFields.tsx'
import { SIGN_IN_FIELDS } from './signInFields.ts'
import type { WayFormProps } from './wayForm.ts'

type Start = (method: SignInMethod, region?: string) => void

/** IAM Identity Center: the portal's address, its region, and by browser or by code. */
export function SignInPortal(props: WayFormProps) {
  const { found } = props.ask
  return found ? <FoundPortal found={found} /> : <PortalForm {...props} />
}

/** What is in a field where only some values are allowed. */
const oneOf = (allowed: readonly string[] | null, value: string): string =>
  allowed === null || allowed.includes(value) ? value : (allowed[0] ?? value)

function PortalForm({ ask, problem, reopened }: WayFormProps) {
  const words = useWords()
  const send = useSend()
  const wrong = wrongRegion(ask, problem)
  const suggested = { startUrl: ask.startUrl, region: wrong?.region ?? ask.region }
  const draft = useDraft('sign-in', { ...suggested, way: ask.way })
  const shown = problemOf(words, problem, SIGN_IN_FIELDS.portal)
  const { portals, regions } = useManaged()
  const startUrl = oneOf(portals, draft.get('startUrl'))
  const region = oneOf(regions, draft.get('region'))
  const start: Start = (method, inRegion = region) =>
    send({ step: 'sign-in', action: 'start', startUrl, region: inRegion, method })
  return (
    <Form problem={shown} onSubmit={() => start('browser')}>
      <Card>
        <PortalField
          ask={ask}
          value={startUrl}
          error={shown.at('startUrl')}
          onChange={(value) => draft.set('startUrl', value)}
        />
        {toldNoPortal(problem) && !seemsWithoutPortal(startUrl) && (
          <div>
            <NoPortal ways={ask.ways} />
          </div>
        )}
        <RegionField
          ask={ask}
          startUrl={startUrl}
          value={region}
          error={shown.at('region')}
          onChange={(value) => draft.set('region', value)}
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
  const { sessionOnly } = useManaged()
  return (
    <section className="stack-s" aria-labelledby="what-title">
      <h3 id="what-title">{words.signIn.whatTitle}</h3>
      <ul className="points">
        {words.signIn.what.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
        <li>{whereKept(words, sessionOnly, reopened)}</li>
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
          {deviceAllowed ? (
            <p className="quiet">{words.signIn.deviceWhen}</p>
          ) : (
            <SetByOrganization setting="AllowDeviceCode" />
          )}
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
