import { SetByOrganization } from '../parts/SetByOrganization.tsx'
import { useManaged } from '../parts/managed.ts'
import { useSend } from '../bridge/bridge.ts'
import { useLanguage, useLanguages } from '../parts/words.ts'

const MENU = 'language-menu'

/**
 * The languages, each by its own name, behind a globe: found by whoever does not understand the one
 * that the window speaks. Nothing where there is only one. Where the organization has decided on one, it says so.
 */
export function LanguageMenu() {
  const { id: spoken, words } = useLanguage()
  const languages = Object.entries(useLanguages())
  const send = useSend()
  const isSet = useManaged().language !== null
  if (languages.length < 2) return null
  const code = spoken.slice(0, 2).toUpperCase()
  const name = languages.find(([id]) => id === spoken)?.[1].name ?? ''
  return (
    <>
      <button
        type="button"
        className="language-button"
        data-action="languages"
        popoverTarget={MENU}
        aria-label={words.language.button(name, code)}
      >
        <Globe />
        <span>{code}</span>
      </button>
      <div id={MENU} popover="auto" className="menu language-menu" data-panel="languages">
        <ul className="menu-list" aria-label={words.language.list}>
          {languages.map(([id, offer]) => (
            <li key={id}>
              <button
                type="button"
                className="menu-action"
                lang={id}
                data-action="speak"
                data-language={id}
                aria-current={id === spoken}
                aria-disabled={isSet && id !== spoken}
                onClick={() => {
                  if (!isSet) document.getElementById(MENU)?.hidePopover()
                  if (id !== spoken && !isSet) send({ step: 'app', action: 'speak', language: id })
                }}
              >
                {offer.name}
              </button>
            </li>
          ))}
        </ul>
        {isSet && <SetByOrganization setting="Language" />}
      </div>
    </>
  )
}

function Globe() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <circle cx="8" cy="8" r="6.5" />
      <ellipse cx="8" cy="8" rx="2.8" ry="6.5" />
      <path d="M1.5 8h13" />
    </svg>
  )
}
