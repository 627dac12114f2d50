import { CopyButton } from './CopyButton.tsx'
import { FOREIGN } from './foreign.ts'
import type { ByHandSetting } from '../../electron/texts/by-hand.ts'

/** What to select or type in somebody else's form, field by field in its order. */
export function Settings({ settings }: { readonly settings: readonly ByHandSetting[] }) {
  return (
    <dl className="settings">
      {settings.map(({ label, value, copy, english }) => (
        <div key={label}>
          <dt lang={english && FOREIGN}>{label}</dt>
          <dd>
            <span
              className={copy ? 'code' : undefined}
              lang={english === 'both' ? FOREIGN : undefined}
            >
              {value}
            </span>
            {copy && <CopyButton text={value} label={label} />}
          </dd>
        </div>
      ))}
    </dl>
  )
}
