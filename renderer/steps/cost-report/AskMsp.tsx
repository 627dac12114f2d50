import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type {
  AskMspAsk,
  FoundBucket,
  MspAsked,
} from '../../../electron/contract/ask/cost-report.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { mspRequestText } from '../../../electron/texts/msp-request.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { RecipientLanguage, useRecipientLanguage } from '../../hand-over/recipient.tsx'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { problemOf } from '../../parts/problem.ts'
import { RequestLetter } from '../../parts/RequestLetter.tsx'
import { useMoment } from '../../parts/time.ts'
import { useLanguageOf, useWords } from '../../parts/words.ts'

/** The report of an account that an MSP manages: asked for, waited for, and told. */
export function AskMsp({
  ask,
  byHand,
  problem,
}: {
  readonly ask: AskMspAsk
  /** Nothing is read from AWS. */
  readonly byHand: boolean
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const { asked, found, unread } = ask
  const form = <Answer ask={ask} problem={problem} isAwaited={asked?.sent === true} />
  const notes = (
    <>
      {found.map((one) => (
        <Found key={`${one.by} ${one.name}`} found={one} />
      ))}
      {unread && <ErrorNotice error={unread} title={words.askMsp.found.unread} type="warning" />}
    </>
  )
  if (asked?.sent)
    return (
      <>
        <Waiting asked={asked} byHand={byHand} />
        {notes}
        <Card title={words.askMsp.answer.title}>{form}</Card>
        <ExpandableSection headerText={words.askMsp.waiting.again} headingTagOverride="h3">
          <Card>
            <Letter ask={ask} />
          </Card>
        </ExpandableSection>
      </>
    )
  return (
    <>
      {notes}
      <Card title={words.askMsp.ask.title}>
        <p>{words.askMsp.ask.body}</p>
        <Letter ask={ask} />
      </Card>
      <Sent asked={asked} />
      <ExpandableSection
        headerText={words.askMsp.answer.titleBefore}
        headingTagOverride="h3"
        defaultExpanded={problem !== undefined || ask.answer.bucketName !== ''}
      >
        <Card>
          <p>{words.askMsp.answer.body}</p>
          {form}
        </Card>
      </ExpandableSection>
    </>
  )
}

function Letter({ ask }: { readonly ask: AskMspAsk }) {
  const words = useWords()
  const send = useSend()
  const language = useRecipientLanguage()
  const theirs = useLanguageOf(language)
  return (
    <RequestLetter
      onHandOut={(action) => send({ step: 'cost-report', action, language })}
      text={mspRequestText(theirs.words, ask.request)}
      lang={theirs.locale}
      words={words.askMsp.ask}
    >
      <RecipientLanguage />
      <ActionButton
        action="hand-over"
        iconName="download"
        onClick={() => send({ step: 'cost-report', action: 'hand-over', language })}
      >
        {words.askMsp.ask.file}
      </ActionButton>
    </RequestLetter>
  )
}

/** Only what has left the app can be on its way. */
function Sent({ asked }: { readonly asked: MspAsked | null }) {
  const words = useWords()
  const send = useSend()
  const { sent, sentHint, notYet } = words.askMsp.ask
  return (
    <PrimaryBar says={<p>{asked === null ? notYet : sentHint}</p>}>
      <ActionButton
        action="confirm-request-sent"
        variant="primary"
        disabled={asked === null}
        disabledReason={notYet}
        onClick={() => send({ step: 'cost-report', action: 'confirm-request-sent' })}
      >
        {sent}
      </ActionButton>
    </PrimaryBar>
  )
}

function Waiting({ asked, byHand }: { readonly asked: MspAsked; readonly byHand: boolean }) {
  const words = useWords()
  const moment = useMoment()
  const { waiting } = words.askMsp
  return (
    <Alert type="info" header={waiting.since(moment(asked.at))}>
      <div className="stack-s">
        <p>{waiting.how[asked.how]}</p>
        {asked.file !== '' && (
          <dl className="details values">
            <div>
              <dt>{waiting.file}</dt>
              <dd>
                <span className="code">{asked.file}</span>{' '}
                <CopyButton text={asked.file} label={waiting.copyFile} />
              </dd>
            </div>
          </dl>
        )}
        <p>
          {waiting.next} {!byHand && waiting.looks}
        </p>
      </div>
    </Alert>
  )
}

/** What something in the account says already: one click instead of a request. */
function Found({ found }: { readonly found: FoundBucket }) {
  const words = useWords()
  const send = useSend()
  const { bucketName, prefix, by, name } = found
  const texts = words.askMsp.found
  return (
    <Alert
      type="info"
      header={<Isolated text={texts.title(bucketName)} />}
      action={
        <ActionButton
          action="use-found"
          ariaLabel={texts.useNamed(bucketName)}
          onClick={() =>
            send({ step: 'cost-report', action: 'answer', bucketName, prefix, mspAccountId: '' })
          }
        >
          {texts.use}
        </ActionButton>
      }
    >
      <Isolated text={texts[by](name)} />
    </Alert>
  )
}

function Answer({
  ask,
  problem,
  isAwaited,
}: {
  readonly ask: AskMspAsk
  readonly problem: AppError | undefined
  /** It is what the step is about by now. */
  readonly isAwaited: boolean
}) {
  const words = useWords()
  const send = useSend()
  const { answer: texts } = words.askMsp
  const draft = useDraft('cost-report', {
    mspBucket: ask.answer.bucketName,
    mspPrefix: ask.answer.prefix,
    mspAccount: ask.answer.mspAccountId,
  })
  const shown = problemOf(words, problem, ['bucketName', 'prefix', 'mspAccountId'])
  const note = (): void =>
    send({
      step: 'cost-report',
      action: 'answer',
      bucketName: draft.get('mspBucket').trim(),
      prefix: draft.get('mspPrefix').trim(),
      mspAccountId: draft.get('mspAccount').trim(),
    })
  const use = <SubmitButton action="answer">{texts.use}</SubmitButton>
  return (
    <Form problem={shown} onSubmit={note}>
      <TextField
        wants="bucket"
        label={texts.bucket}
        hint={texts.bucketHint}
        value={draft.get('mspBucket')}
        error={shown.at('bucketName')}
        onChange={(value) => draft.set('mspBucket', value)}
      />
      <div className="beside">
        <TextField
          wants="prefix"
          label={texts.prefix}
          hint={texts.prefixHint}
          value={draft.get('mspPrefix')}
          error={shown.at('prefix')}
          onChange={(value) => draft.set('mspPrefix', value)}
        />
        <TextField
          wants="account"
          label={texts.account}
          hint={texts.accountHint}
          value={draft.get('mspAccount')}
          error={shown.at('mspAccountId')}
          onChange={(value) => draft.set('mspAccount', value)}
        />
      </div>
      {isAwaited ? <PrimaryBar>{use}</PrimaryBar> : <div className="actions">{use}</div>}
    </Form>
  )
}
