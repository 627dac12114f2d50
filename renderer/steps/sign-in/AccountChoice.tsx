import Badge from '@cloudscape-design/components/badge'
import FormField from '@cloudscape-design/components/form-field'
import Input, { type InputProps } from '@cloudscape-design/components/input'
import { memo, useRef, useState } from 'react'
import type {
  AccountAsk,
  AccountChoice as Account,
} from '../../../electron/contract/ask/sign-in.ts'
import type { Catalogue } from '../../../electron/texts/catalogue.ts'
import { visible } from '../../../electron/base/visible.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { walkChoices } from '../../parts/choiceKeys.ts'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { SomeoneElse } from './SomeoneElse.tsx'
import { useStandingStill } from './standStill.ts'
import { useWords } from '../../parts/words.ts'

/** The accounts that the person may use, also while more of them come: a filter, and one click to choose. */
export function AccountChoice({ ask }: { readonly ask: AccountAsk }) {
  const words = useWords()
  const send = useSend()
  const { accountChoice } = words.signIn
  const [filter, setFilter] = useState(ask.sought)
  const { rows, handlers } = useStandingStill(ask.accounts, ask.sought)
  const { matching, total } = ask
  const field = useRef<InputProps.Ref>(null)
  const readRest = (): void => {
    // The button that is pressed goes away.
    field.current?.focus()
    send({ step: 'sign-in', action: 'read-rest' })
  }
  const seek = (typed: string): void => {
    setFilter(typed)
    send({ step: 'sign-in', action: 'seek-account', sought: typed })
  }
  return (
    <Card title={accountChoice.title} term="management-account">
      <p>{accountChoice.hint}</p>
      <FormField
        label={accountChoice.filter}
        stretch
        constraintText={<Count ask={ask} onReadRest={readRest} />}
      >
        <Input
          ref={field}
          value={filter}
          type="search"
          autoComplete={false}
          disableBrowserAutocorrect
          clearAriaLabel={accountChoice.clear}
          placeholder={accountChoice.filterPlaceholder}
          onChange={({ detail }) => seek(visible(detail.value))}
        />
      </FormField>
      {matching === 0 && <p>{noneOf(accountChoice, ask)}</p>}
      <ul className="choices" aria-label={accountChoice.list} {...handlers}>
        {rows.map(({ id, name, email, management }) => (
          <AccountRow
            key={id}
            id={id}
            name={name}
            email={email}
            management={management}
            last={id === ask.accountId}
          />
        ))}
      </ul>
      {matching > rows.length && (
        <p className="quiet">{accountChoice.more(matching - rows.length)}</p>
      )}
      {ask.leftOut > 0 && (
        <SetByOrganization setting="AllowedAccounts">
          {words.managed.accountsLeftOut(ask.leftOut)}
        </SetByOrganization>
      )}
      {/* Below the list: nothing that comes about may push the rows away from under a hand. */}
      {typeof ask.rest === 'object' && (
        <ErrorNotice error={ask.rest} title={accountChoice.broken(total)} type="warning" />
      )}
      <SomeoneElse />
    </Card>
  )
}

/**
 * How many there are. What changes with every page is for the eyes; who listens is told once that more
 * come, once what is found of what they look for, and once how many there are.
 */
function Count({ ask, onReadRest }: { readonly ask: AccountAsk; readonly onReadRest: () => void }) {
  const { accountChoice } = useWords().signIn
  const isComing = ask.rest === 'coming'
  const shown = isComing ? countSoFar(accountChoice, ask) : countOf(accountChoice, ask)
  const news = isComing && ask.sought.trim() === '' ? accountChoice.coming : shown
  const about = isComing ? `coming ${ask.sought}` : news
  const [told, setTold] = useState({ about, text: news })
  if (told.about !== about) setTold({ about, text: news })
  return (
    <>
      <output className={isComing ? 'for-screen-readers' : undefined}>{told.text}</output>
      {isComing && <span aria-hidden>{shown}</span>}
      {typeof ask.rest === 'object' && (
        <>
          {' '}
          <ActionButton action="read-rest" variant="inline-link" onClick={onReadRest}>
            {accountChoice.readRest}
          </ActionButton>
        </>
      )}
    </>
  )
}

type Texts = Catalogue['signIn']['accountChoice']

function countOf(texts: Texts, { sought, matching, total, rest }: AccountAsk): string {
  if (sought.trim() === '')
    return typeof rest === 'object' ? texts.broken(total) : texts.count(total)
  return typeof rest === 'object'
    ? texts.matchesOfRead(matching, total)
    : texts.matches(matching, total)
}

/** That nothing was found is no news of accounts that nobody has read. */
function noneOf(texts: Texts, { rest }: AccountAsk): string {
  if (rest === 'coming') return texts.noneSoFar
  return rest === 'none' ? texts.none : texts.noneOfRead
}

const countSoFar = (texts: Texts, { sought, matching, total }: AccountAsk): string =>
  sought.trim() === '' ? texts.soFar(total) : texts.matchesSoFar(matching, total)

/** Drawn anew only if it is another account: a hundred of them get here with each page. */
const AccountRow = memo(function AccountRow({
  id,
  name,
  email,
  management,
  last,
}: Account & { readonly last: boolean }) {
  const words = useWords()
  const { accountChoice } = words.signIn
  const send = useSend()
  return (
    <li>
      <button
        type="button"
        className="choice"
        data-action="choose-account"
        data-account={id}
        onKeyDown={walkChoices}
        onClick={() => send({ step: 'sign-in', action: 'choose-account', accountId: id })}
      >
        <span className="choice-main">
          <strong>{name === '' ? id : name}</strong>
          <span className="quiet">{email}</span>
        </span>
        <span className="choice-side">
          {last && <Badge color="grey">{accountChoice.lastTime}</Badge>}
          {management !== 'unknown' && <Badge color="blue">{accountChoice[management]}</Badge>}
          <span className="digits">{id}</span>
        </span>
      </button>
    </li>
  )
})
