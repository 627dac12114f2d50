import { HEALTH_STEPS, type HealthId } from '../../electron/contract/health.ts'
import { rolePage } from '../../electron/contract/console.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { stepTitle } from '../../electron/texts/steps.ts'
import { usePick } from '../checklist/pick.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { LinkButton } from '../parts/LinkButton.tsx'
import { useWords } from '../parts/words.ts'

/** What no step of the app changes: it is put right in IAM. */
const IN_IAM: readonly HealthId[] = ['trust', 'permissions', 'boundary', 'reading', 'costs']

/** Where it can be put right: the step that is about it, or the role's page in AWS. */
export function StepButton({
  id,
  snapshot,
}: {
  readonly id: HealthId
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const pick = usePick()
  const step = id === 'format' ? 'cost-report' : HEALTH_STEPS[id]
  const roleName = snapshot.health?.roleName ?? ''
  const { buttons } = words.health
  return (
    <div className="actions">
      {IN_IAM.includes(id) && roleName !== '' ? (
        <LinkButton label={buttons.role} href={rolePage(roleName)} />
      ) : (
        <ActionButton action={`open-${step}`} onClick={() => pick(step)}>
          {buttons.step(stepTitle(words, step, snapshot))}
        </ActionButton>
      )}
    </div>
  )
}
