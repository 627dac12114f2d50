import type { TemplateAsk } from '../../../electron/contract/ask/template.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { TEMPLATE } from '../../../electron/texts/en/template.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { TemplateReading } from './TemplateReading.tsx'

/** The template to read, and the decision to use it. */
export function Template({
  ask,
  problem,
}: {
  readonly ask: TemplateAsk
  readonly problem: AppError | undefined
}) {
  const send = useSend()
  const { review } = ask
  return (
    <>
      {problem && <ErrorNotice error={problem} />}
      <TemplateReading review={review} />
      <Card className="decision">
        <p>{TEMPLATE.nothing}</p>
        <div className="actions">
          <ActionButton
            action="approve"
            variant="primary"
            disabled={review.unseen.length + review.obstacles.length > 0}
            disabledReason={
              review.unseen.length > 0 ? TEMPLATE.unseenFirst : TEMPLATE.obstaclesFirst
            }
            onClick={() => send({ step: 'template', action: 'approve', sha256: review.sha256 })}
          >
            {TEMPLATE.approve}
          </ActionButton>
          <ActionButton
            action="open-file"
            onClick={() => send({ step: 'template', action: 'open-file' })}
          >
            {TEMPLATE.openFile}
          </ActionButton>
          {review.source === 'file' && (
            <ActionButton
              action="use-built-in"
              onClick={() => send({ step: 'template', action: 'use-built-in' })}
            >
              {TEMPLATE.builtInInstead}
            </ActionButton>
          )}
        </div>
      </Card>
    </>
  )
}
