import Alert from '@cloudscape-design/components/alert'
import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import { type ReactNode, useState } from 'react'
import type { ShownHandOver } from '../../electron/contract/hand-over-file.ts'
import type { ConnectionSummary, Snapshot } from '../../electron/contract/snapshot.ts'
import { stepNumber } from '../../electron/contract/steps.ts'
import type { Refusal } from '../bridge/bridge.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { ErrorNotice, ErrorSentences } from '../parts/ErrorNotice.tsx'
import { Isolated } from '../parts/Isolated.tsx'
import { Settings } from '../parts/Settings.tsx'
import { useMoment } from '../parts/time.ts'
import { useWords } from '../parts/words.ts'
import { connectionName } from '../../electron/texts/connection-name.ts'
import { proposedSettings } from './proposedSettings.ts'

/** A file of somebody else that was opened: what it says, and the choice to use it or not. */
export function OpenedFile({
  snapshot,
  refusal,
}: {
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
}) {
  const words = useWords()
  const send = useSend()
  const { opened } = snapshot
  if (!opened) return null
  const close = (): void => send({ step: 'file', action: 'close' })
  const texts = words.openedFile
  return (
    <Dialog
      // Another file begins with nothing chosen.
      key={opened.file}
      panel="opened-file"
      step="file"
      title={opened.kind === 'read' ? texts.title[opened.content.kind] : texts.refused}
      closeLabel={texts.closeLabel}
      size="large"
      onClose={close}
    >
      {refusal?.step === 'file' && <ErrorNotice error={refusal.error} />}
      {opened.kind === 'read' ? (
        <Content content={opened.content} snapshot={snapshot} onClose={close} />
      ) : (
        <>
          <ErrorSentences error={opened.error} />
          <div className="actions">
            <ActionButton action="close" onClick={close}>
              {texts.close}
            </ActionButton>
          </div>
        </>
      )}
    </Dialog>
  )
}

function Content({
  content,
  snapshot,
  onClose,
}: {
  readonly content: ShownHandOver
  readonly snapshot: Snapshot
  readonly onClose: () => void
}) {
  const words = useWords()
  const send = useSend()
  const texts = words.openedFile
  const fitting = snapshot.connections.filter((one) => isFitting(one, content))
  const [chosen, setChosen] = useState(() => firstChoice(fitting, content, snapshot.connectionId))
  const settings = proposedSettings(words, content)
  const items = [
    ...fitting.map((one) => ({
      value: one.id,
      label: connectionName(words, one),
      description:
        one.accountId === ''
          ? words.connections.noAccount
          : words.connections.account(one.accountId),
    })),
    { value: '', label: texts.newConnection, description: texts.newConnectionMeans },
  ]
  return (
    <>
      <Alert type="warning" header={texts.unverified}>
        {texts.unverifiedMeans}
      </Alert>
      <From content={content} />
      {settings.length > 0 && (
        <section className="stack-xs" aria-labelledby="proposed-title">
          <h3 id="proposed-title">{texts.values[content.kind]}</h3>
          <Settings settings={settings} />
        </section>
      )}
      <Template content={content} />
      <FormField label={texts.useIn} stretch>
        <RadioGroup
          value={chosen}
          items={items}
          onChange={({ detail }) => setChosen(detail.value)}
        />
      </FormField>
      <p className="quiet">{texts.useMeans}</p>
      <div className="actions actions-in-view">
        <ActionButton
          action="use"
          variant="primary"
          onClick={() => send({ step: 'file', action: 'use', id: chosen })}
        >
          {texts.use}
        </ActionButton>
        <ActionButton action="close" variant="link" onClick={onClose}>
          {texts.close}
        </ActionButton>
      </div>
    </>
  )
}

/** From whom it claims to come, and what it is about. */
function From({ content }: { readonly content: ShownHandOver }) {
  const words = useWords()
  const moment = useMoment()
  const texts = words.openedFile
  const { from, madeAt, accountId, steps } = content
  const name = from.name === '' ? texts.nobody : from.name
  return (
    <dl className="settings">
      <Line label={texts.from}>
        <Isolated
          text={from.connection === '' ? name : texts.inConnection(name, from.connection)}
        />
      </Line>
      <Line label={texts.madeAt}>{moment(Date.parse(madeAt))}</Line>
      <Line label={texts.account}>{accountId === '' ? texts.noAccount : accountId}</Line>
      {steps.length > 0 && (
        <Line label={texts.steps[content.kind]}>
          <ul className="points">
            {steps.map((step) => (
              <li key={step}>{words.steps[step].title}</li>
            ))}
          </ul>
        </Line>
      )}
    </dl>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What it says about the template, which only whoever reads it here approves. */
function Template({ content: { template } }: { readonly content: ShownHandOver }) {
  const words = useWords()
  if (!template) return null
  const texts = words.openedFile.template
  const { sha256, approved, comesAlong, fileName } = template
  return (
    <section className="stack-xs" aria-labelledby="file-template-title">
      <h3 id="file-template-title">{texts.title}</h3>
      <p>
        <Isolated text={comesAlong ? texts.own(fileName) : texts.builtIn} />{' '}
        <span className="code">{sha256}</span>
      </p>
      {approved && <p>{texts.claimed(stepNumber('template'))}</p>}
    </section>
  )
}

/** Whether forms can be filled in there: not where everything is over, nor for another account. */
function isFitting(one: ConnectionSummary, { accountId }: ShownHandOver): boolean {
  if (one.locked || one.atSpot !== 'no' || one.disconnected) return false
  return accountId === '' || one.accountId === '' || one.accountId === accountId
}

/** The connection of the account, else the one that is shown, else a new one. */
function firstChoice(
  fitting: readonly ConnectionSummary[],
  { accountId }: ShownHandOver,
  shown: string,
): string {
  const same = fitting.find((one) => accountId !== '' && one.accountId === accountId)
  return (same ?? fitting.find(({ id }) => id === shown))?.id ?? ''
}
