import { CopyButton } from './CopyButton.tsx'
import type { ByHandSetting } from '../../electron/texts/by-hand.ts'

/** What to select or type in somebody else's form, field by field in its order. */
export function Settings({ settings }: { readonly settings: readonly ByHandSetting[] }) {
  return (
    <dl className="settings">
      {settings.map(({ label, value, copy }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className={copy ? 'code' : undefined}>{value}</span>
            {copy && <CopyButton text={value} label={label} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
