import type { TemplateAsk } from '../../../electron/contract/ask/template.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Fold } from '../../parts/Fold.tsx'
import { useManaged } from '../../parts/managed.ts'
import { OpenPlan } from '../../parts/OpenPlan.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { TemplateBrief } from './TemplateBrief.tsx'
import { TemplateReading } from './TemplateReading.tsx'
import { useWords } from '../../parts/words.ts'

/** What the template allows, the decision to use it, and all of it beneath for whoever reviews it. */
export function Template({
  ask,
  problem,
}: {
  readonly ask: TemplateAsk
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const send = useSend()
  const { review, claim } = ask
  const { ownTemplates } = useManaged()
  return (
    <>
      {problem && <ErrorNotice error={problem} />}
      <TemplateBrief review={review} claim={claim} />
      <Fold title={words.template.forReviewers} isOpen={false}>
        <TemplateReading review={review} />
      </Fold>
      <PrimaryBar says={<p>{words.template.nothing}</p>}>
        <ActionButton
          action="approve"
          variant="primary"
          disabled={review.unseen.length + review.obstacles.length > 0}
          disabledReason={
            review.unseen.length > 0 ? words.template.unseenFirst : words.template.obstaclesFirst
          }
          onClick={() => send({ step: 'template', action: 'approve', sha256: review.sha256 })}
        >
          {words.template.approve}
        </ActionButton>
      </PrimaryBar>
      <div className="actions">
        {ownTemplates !== 'off' && (
          <ActionButton
            action="open-file"
            onClick={() => send({ step: 'template', action: 'open-file' })}
          >
            {words.template.openFile}
          </ActionButton>
        )}
        <OpenPlan />
        {review.source === 'file' && (
          <ActionButton
            action="use-built-in"
            onClick={() => send({ step: 'template', action: 'use-built-in' })}
          >
            {words.template.builtInInstead}
          </ActionButton>
        )}
      </div>
      {ownTemplates !== 'any' && (
        <SetByOrganization
          setting={ownTemplates === 'off' ? 'AllowOwnTemplates' : 'AllowedTemplateFingerprints'}
        />
      )}
    </>
  )
}
