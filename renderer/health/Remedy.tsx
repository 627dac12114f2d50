import type { Finding } from '../../electron/contract/health.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { CopyButton } from '../parts/CopyButton.tsx'
import { useWords } from '../parts/words.ts'
import { StepButton } from './StepButton.tsx'

/** What helps, with where it can be done. */
export function Remedy({
  finding: { id, codes },
  snapshot,
}: {
  readonly finding: Finding
  readonly snapshot: Snapshot
}) {
  const { repairs } = useWords().health
  if (codes.includes('role-not-told')) return <RoleToGive snapshot={snapshot} />
  return (
    <>
      <p>{repairs[id]}</p>
      {snapshot.health?.look === 'looked' && <StepButton id={id} snapshot={snapshot} />}
    </>
  )
}

/** The new role's ARN for Spot, and the person's word that Spot has it. */
function RoleToGive({ snapshot: { steps } }: { readonly snapshot: Snapshot }) {
  const { roleGiven } = useWords().health
  const send = useSend()
  const stack = steps.find(({ id }) => id === 'stack')?.status
  const evidence = stack?.kind === 'done' ? stack.evidence : []
  const roleArn = evidence.find(({ id }) => id === 'role-arn')?.value ?? ''
  return (
    <>
      <p>{roleGiven.text}</p>
      {roleArn !== '' && (
        <>
          <p>
            <span className="code">{roleArn}</span>{' '}
            <CopyButton text={roleArn} label={roleGiven.label} />
          </p>
          <div className="actions">
            <ActionButton
              action="role-given"
              onClick={() => send({ step: 'support', action: 'role-given', roleArn })}
            >
              {roleGiven.confirm}
            </ActionButton>
          </div>
        </>
      )}
    </>
  )
}
