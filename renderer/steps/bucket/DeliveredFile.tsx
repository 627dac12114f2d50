import Alert from '@cloudscape-design/components/alert'
import type { BucketFinding, DeliveredFile } from '../../../electron/contract/ask/bucket.ts'
import type { Catalogue } from '../../../electron/texts/catalogue.ts'
import { findingValue } from '../../../electron/texts/facts.ts'
import { wordsFor } from '../../../electron/texts/catalogue.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Fold } from '../../parts/Fold.tsx'
import { useWords } from '../../parts/words.ts'

const isAboutFile = ({ id }: BucketFinding): boolean => id.startsWith('file-')

/** What can be read of a delivered file if the person allows it: folded, with exactly what that is. */
export function FileOffer({ file }: { readonly file: DeliveredFile }) {
  const words = useWords()
  return (
    <Fold title={words.deliveredFile.title} isOpen={false}>
      <p>{words.deliveredFile.offer}</p>
      <ul className="points">
        {words.deliveredFile.reads.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="code">{words.deliveredFile.file(file.key)}</p>
      <ReadButton label={words.deliveredFile.button} />
      <p className="quiet">{words.deliveredFile.cost}</p>
    </Fold>
  )
}

/** What a delivered file has said: what speaks against the settings comes with what helps. */
export function FileReading({
  file,
  findings,
}: {
  readonly file: DeliveredFile
  readonly findings: readonly BucketFinding[]
}) {
  const words = useWords()
  const open = findings.filter((finding) => isAboutFile(finding) && finding.verdict !== 'good')
  const isOdd = open.some(({ verdict }) => verdict === 'odd')
  return (
    <Card title={words.deliveredFile.resultTitle}>
      {open.length === 0 ? (
        <Alert type="success">{words.deliveredFile.good}</Alert>
      ) : (
        <Alert
          type={isOdd ? 'warning' : 'info'}
          header={isOdd ? words.deliveredFile.oddTitle : words.deliveredFile.openTitle}
        >
          <div className="stack-s">
            {open.map((finding) => (
              <p key={finding.id}>
                <strong>{findingValue(words, finding)}.</strong> {meaningOf(words, finding)}
              </p>
            ))}
          </div>
        </Alert>
      )}
      <p className="code">{words.deliveredFile.file(file.key)}</p>
      <ReadButton label={words.deliveredFile.again} />
    </Card>
  )
}

/** What it means, what to do about it and who can. */
function meaningOf(words: Catalogue, { id, value }: BucketFinding): string {
  const { columns, ...means } = words.deliveredFile.means
  return id === 'file-columns' ? columns : wordsFor(means, value)
}

function ReadButton({ label }: { readonly label: string }) {
  const send = useSend()
  return (
    <div className="actions">
      <ActionButton
        action="read-file"
        onClick={() => send({ step: 'bucket', action: 'read-file' })}
      >
        {label}
      </ActionButton>
    </div>
  )
}
