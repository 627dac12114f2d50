import { PAPERS, PAPER_IDS, type PaperForm, type PaperId } from '../../electron/contract/papers.ts'
import type { ButtonProps } from '@cloudscape-design/components/button'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useWords } from '../parts/words.ts'

const ICONS: Readonly<Record<PaperForm, NonNullable<ButtonProps['iconName']>>> = {
  open: 'file-open',
  'save-pdf': 'download',
  'save-page': 'download',
  print: 'file',
  'save-table': 'download',
  'save-lines': 'download',
}

/** The documents of the connection shown, each in its forms. */
export function PapersDialog({ onClose }: { readonly onClose: () => void }) {
  const { papers } = useWords()
  return (
    <Dialog
      panel="papers"
      step="paper"
      size="large"
      title={papers.title}
      closeLabel={papers.close}
      onClose={onClose}
    >
      {PAPER_IDS.map((paper) => (
        <Paper key={paper} paper={paper} onClose={onClose} />
      ))}
      <p className="quiet">{papers.noSecret}</p>
    </Dialog>
  )
}

function Paper({ paper, onClose }: { readonly paper: PaperId; readonly onClose: () => void }) {
  const { papers } = useWords()
  const send = useSend()
  const { title, what } = papers.documents[paper]
  return (
    <section data-paper={paper} aria-labelledby={`paper-${paper}`} className="stack-s">
      <h3 id={`paper-${paper}`}>{title}</h3>
      <p>{what}</p>
      <div className="actions">
        {PAPERS[paper].map((form) => (
          <ActionButton
            key={form}
            action={form}
            iconName={ICONS[form]}
            ariaLabel={papers.named(papers.forms[form], title)}
            onClick={() => {
              // What goes wrong is told in the window, which the dialog would cover.
              onClose()
              send({ step: 'paper', action: form, paper })
            }}
          >
            {papers.forms[form]}
          </ActionButton>
        ))}
      </div>
    </section>
  )
}
