import Badge from '@cloudscape-design/components/badge'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import { useDeferredValue, useMemo, useState } from 'react'
import type { AccountChoice as Account, SignInAsk } from '../../../electron/contract/ask/sign-in.ts'
import { visible } from '../../../electron/base/visible.ts'
import { useSend } from '../../bridge/bridge.ts'
import { Card } from '../../parts/Card.tsx'
import { walkChoices } from '../../parts/choiceKeys.ts'
import { SomeoneElse } from './SomeoneElse.tsx'
import type { Locale } from '../../../electron/texts/locale.ts'
import { useLocale, useWords } from '../../parts/words.ts'

/** Rows drawn at once; a longer list is narrowed by the filter. */
const SHOWN = 100

/** The accounts that the person may use: a filter, and one click to choose. */
export function AccountChoice({
  ask,
}: {
  readonly ask: SignInAsk & { readonly stage: 'account' }
}) {
  const words = useWords()
  const [filter, setFilter] = useState('')
  const sought = useDeferredValue(filter).trim().toLowerCase()
  const { compare } = useLocale()
  const ordered = useMemo(() => likelyFirst(ask.accounts, ask.accountId, compare), [ask, compare])
  const matching = useMemo(
    () => ordered.filter((account) => matches(account, sought)),
    [ordered, sought],
  )
  const total = ask.accounts.length
  return (
    <Card title={words.signIn.accountChoice.title} term="management-account">
      <p>{words.signIn.accountChoice.hint}</p>
      <FormField
        label={words.signIn.accountChoice.filter}
        stretch
        constraintText={
          <output>
            {sought === ''
              ? words.signIn.accountChoice.count(total)
              : words.signIn.accountChoice.matches(matching.length, total)}
          </output>
        }
      >
        <Input
          value={filter}
          type="search"
          autoComplete={false}
          disableBrowserAutocorrect
          clearAriaLabel={words.signIn.accountChoice.clear}
          placeholder={words.signIn.accountChoice.filterPlaceholder}
          onChange={({ detail }) => setFilter(visible(detail.value))}
        />
      </FormField>
      {matching.length === 0 && <p>{words.signIn.accountChoice.none}</p>}
      <ul className="choices" aria-label={words.signIn.accountChoice.list}>
        {matching.slice(0, SHOWN).map((account) => (
          <AccountRow key={account.id} account={account} last={account.id === ask.accountId} />
        ))}
      </ul>
      {matching.length > SHOWN && (
        <p className="quiet">{words.signIn.accountChoice.more(matching.length - SHOWN)}</p>
      )}
      <SomeoneElse />
    </Card>
  )
}

function AccountRow({ account, last }: { readonly account: Account; readonly last: boolean }) {
  const words = useWords()
  const send = useSend()
  return (
    <li>
      <button
        type="button"
        className="choice"
        data-action="choose-account"
        data-account={account.id}
        onKeyDown={walkChoices}
        onClick={() => send({ step: 'sign-in', action: 'choose-account', accountId: account.id })}
      >
        <span className="choice-main">
          <strong>{account.name === '' ? account.id : account.name}</strong>
          <span className="quiet">{account.email}</span>
        </span>
        <span className="choice-side">
          {last && <Badge color="grey">{words.signIn.accountChoice.lastTime}</Badge>}
          {account.likelyManagement && (
            <Badge color="blue">{words.signIn.accountChoice.likely}</Badge>
          )}
          <span className="digits">{account.id}</span>
        </span>
      </button>
    </li>
  )
}

/** The account of last time first, then likely management accounts, else by name. */
function likelyFirst(
  accounts: readonly Account[],
  lastId: string,
  compare: Locale['compare'],
): readonly Account[] {
  const rank = (account: Account): number =>
    account.id === lastId ? 0 : account.likelyManagement ? 1 : 2
  return accounts.toSorted(
    (one, other) =>
      rank(one) - rank(other) || compare(one.name, other.name) || compare(one.id, other.id),
  )
}

function matches(account: Account, sought: string): boolean {
  return (
    sought === '' ||
    account.id.includes(sought.replaceAll('-', '')) ||
    account.name.toLowerCase().includes(sought) ||
    account.email.toLowerCase().includes(sought)
  )
}
