import type { ReactNode } from 'react'
import { Card } from './Card.tsx'
import { Isolated } from './Isolated.tsx'
import { LinkButton } from './LinkButton.tsx'
import { Settings } from './Settings.tsx'
import type { ByHandGuide } from '../../electron/texts/by-hand.ts'
import { useWords } from './words.ts'

/** What to do in AWS's own console, step by step, with links and exact values. */
export function Guide({
  guide,
  first,
}: {
  readonly guide: ByHandGuide
  /** What this app does for the first step. */
  readonly first?: ReactNode
}) {
  const words = useWords()
  return (
    <Card title={words.modes.byHandFields.guide}>
      <p>{guide.intro}</p>
      <ol className="guide">
        {guide.steps.map(({ text, link, settings }, index) => (
          <li key={text}>
            <div className="stack-s">
              <p>
                <Isolated text={text} />
              </p>
              {index === 0 && first !== undefined && <div className="actions">{first}</div>}
              {link && (
                <div className="actions">
                  <LinkButton {...link} />
                </div>
              )}
              {settings && <Settings settings={settings} />}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
