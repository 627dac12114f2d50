import { useEffect, useState } from 'react'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'
import { useWords } from './words.ts'

const SHOWN_MS = 2_500

/** Copies a text through the main process and says so for a moment. */
export function CopyButton({
  text,
  label,
  caption,
}: {
  readonly text: string
  /** What is copied, for screen readers: `Role ARN`. */
  readonly label: string
  /** Words on the button; without them it is an icon. */
  readonly caption?: string
}) {
  const words = useWords()
  const send = useSend()
  const { copied, say } = useCopied()
  return (
    <span className="copy">
      <ActionButton
        action="copy"
        variant={caption === undefined ? 'inline-icon' : 'normal'}
        iconName={copied ? 'check' : 'copy'}
        ariaLabel={caption ?? words.app.buttons.copyOf(label)}
        onClick={() => {
          send({ step: 'app', action: 'copy', text })
          say()
        }}
      >
        {caption}
      </ActionButton>
      <Said copied={copied} />
    </span>
  )
}

/** Copies a text that the main process writes, and says so for a moment. */
export function CopyShownButton({
  action,
  caption,
  onCopy,
}: {
  readonly action: string
  readonly caption: string
  readonly onCopy: () => void
}) {
  const { copied, say } = useCopied()
  return (
    <span className="copy">
      <ActionButton
        action={action}
        iconName={copied ? 'check' : 'copy'}
        onClick={() => {
          onCopy()
          say()
        }}
      >
        {caption}
      </ActionButton>
      <Said copied={copied} />
    </span>
  )
}

function Said({ copied }: { readonly copied: boolean }) {
  const words = useWords()
  return <output className="copy-said">{copied && words.app.buttons.copied}</output>
}

function useCopied(): { readonly copied: boolean; readonly say: () => void } {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [copied])
  return { copied, say: () => setCopied(true) }
}
