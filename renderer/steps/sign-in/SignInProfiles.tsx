import Badge from '@cloudscape-design/components/badge'
import type { CliProfile } from '../../../electron/contract/ask/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { walkChoices } from '../../parts/choiceKeys.ts'
import { ErrorNotice, fieldSentence } from '../../parts/ErrorNotice.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { useManaged } from '../../parts/managed.ts'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { useWords } from '../../parts/words.ts'
import type { WayFormProps } from './wayForm.ts'

/** Profiles of the AWS CLI: looked for when asked to, then one click to choose. */
export function SignInProfiles({ ask, problem }: WayFormProps) {
  const { profiles, profileFolder, profile: last } = ask
  const words = useWords()
  const send = useSend()
  const isSet = useManaged().cliFolder !== null
  const look = (): void => send({ step: 'sign-in', action: 'look-for-profiles' })
  return (
    <>
      {problem && <ErrorNotice error={problem} />}
      <Card>
        <p>{words.signIn.profiles.body}</p>
        {profileFolder !== '' && <Folder folder={profileFolder} />}
        {profiles !== null && <Found profiles={profiles} last={last} />}
        <p className="quiet">{words.signIn.profiles.afterwards}</p>
        <div className="actions">
          {profiles === null ? (
            <ActionButton action="look-for-profiles" variant="primary" onClick={look}>
              {words.signIn.profiles.look}
            </ActionButton>
          ) : (
            <ActionButton action="look-for-profiles" iconName="refresh" onClick={look}>
              {words.signIn.profiles.lookAgain}
            </ActionButton>
          )}
          {!isSet && <OtherFolder isElsewhere={profileFolder !== ''} />}
        </div>
        {isSet ? (
          <SetByOrganization setting="CliFolder" />
        ) : (
          <p className="quiet">{words.signIn.profiles.elsewhere}</p>
        )}
      </Card>
    </>
  )
}

/** Where else the files may lie, and back. */
function OtherFolder({ isElsewhere }: { readonly isElsewhere: boolean }) {
  const words = useWords()
  const send = useSend()
  return (
    <>
      <ActionButton
        action="choose-folder"
        iconName="folder"
        onClick={() => send({ step: 'sign-in', action: 'choose-folder' })}
      >
        {words.signIn.profiles.chooseFolder}
      </ActionButton>
      {isElsewhere && (
        <ActionButton
          action="usual-folder"
          onClick={() => send({ step: 'sign-in', action: 'usual-folder' })}
        >
          {words.signIn.profiles.usualFolder}
        </ActionButton>
      )}
    </>
  )
}

function Folder({ folder }: { readonly folder: string }) {
  const words = useWords()
  return (
    <dl className="settings">
      <div>
        <dt>{words.signIn.profiles.folder}</dt>
        <dd>
          <span className="code">
            <Isolated text={folder} />
          </span>
        </dd>
      </div>
    </dl>
  )
}

function Found({
  profiles,
  last,
}: {
  readonly profiles: readonly CliProfile[]
  readonly last: string
}) {
  const words = useWords()
  if (profiles.length === 0) return <p>{words.signIn.profiles.none}</p>
  const usable = profiles.some(({ refusal }) => refusal === '')
  return (
    <>
      <p>{usable ? words.signIn.profiles.choose : words.signIn.profiles.noneUsable}</p>
      <ul className="choices choices-whole" aria-label={words.signIn.profiles.list}>
        {usableFirst(profiles, last).map((profile) => (
          <ProfileRow key={profile.name} profile={profile} last={profile.name === last} />
        ))}
      </ul>
    </>
  )
}

function ProfileRow({ profile, last }: { readonly profile: CliProfile; readonly last: boolean }) {
  const words = useWords()
  const send = useSend()
  const { name, kind, accountId, refusal, renewal, setting } = profile
  return (
    <li>
      <button
        type="button"
        className="choice"
        data-action="use-profile"
        data-profile={name}
        disabled={refusal !== ''}
        onKeyDown={walkChoices}
        onClick={() => send({ step: 'sign-in', action: 'use-profile', profile: name })}
      >
        <span className="choice-main">
          <strong>{name}</strong>
          <span className="quiet">{words.signIn.profiles.kinds[kind]}</span>
        </span>
        <span className="choice-side">
          {last && <Badge color="grey">{words.signIn.profiles.lastTime}</Badge>}
          {accountId !== '' && (
            <span className="digits">{words.signIn.profiles.account(accountId)}</span>
          )}
        </span>
        {refusal !== '' && (
          <span className="choice-refused">
            <Isolated
              text={fieldSentence(words, {
                code: refusal,
                facts: { profile: name, ...renewal, ...(setting === undefined ? {} : { setting }) },
              })}
            />
          </span>
        )}
      </button>
    </li>
  )
}

/** The profile of last time first, then those that can be used, else the order given. */
function usableFirst(profiles: readonly CliProfile[], last: string): readonly CliProfile[] {
  const rank = ({ name, refusal }: CliProfile): number =>
    refusal !== '' ? 2 : name === last ? 0 : 1
  return profiles.toSorted((one, other) => rank(one) - rank(other))
}
