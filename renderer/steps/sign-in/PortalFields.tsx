import type { SignInStart } from '../../../electron/contract/ask/sign-in.ts'
import { regionsFor } from '../../../electron/contract/portal-regions.ts'
import { wordsFor } from '../../../electron/texts/catalogue.ts'
import { ChoiceField, SuggestField, TextField } from '../../parts/fields.tsx'
import { useManaged } from '../../parts/managed.ts'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { useWords } from '../../parts/words.ts'
import { NoPortal, seemsWithoutPortal } from './NoPortal.tsx'
import { refusedFor } from './portalRegions.ts'

type Props = {
  readonly ask: SignInStart
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

/** The portal's address: typed, chosen from those that are allowed, or the only one. */
export function PortalField({ ask, value, error, onChange }: Props) {
  const words = useWords()
  const { portals, vanityAddresses } = useManaged()
  const label = words.signIn.startUrl
  if (portals === null)
    return (
      <TextField
        isFirst
        wants="portal"
        label={label}
        term="access-portal"
        hint={
          <>
            {words.signIn.startUrlHint}
            {!vanityAddresses && (
              <>
                {' '}
                <SetByOrganization inline setting="AllowVanityAddresses" />
              </>
            )}
          </>
        }
        placeholder="https://my-company.awsapps.com/start"
        value={value}
        error={error}
        onChange={onChange}
        otherwise={seemsWithoutPortal(value) && <NoPortal ways={ask.ways} />}
      />
    )
  const hint = <SetByOrganization inline setting="AllowedPortals" />
  const shown = { label, term: 'access-portal', hint, value, error, onChange } as const
  return portals.length === 1 ? (
    <TextField isFirst isLocked {...shown} />
  ) : (
    <ChoiceField id="portal" options={portals} {...shown} />
  )
}

/** The region of its Identity Center: typed, chosen from those that are allowed, or the only one. */
export function RegionField({
  ask,
  startUrl,
  value,
  error,
  onChange,
}: Props & { readonly startUrl: string }) {
  const words = useWords()
  const { regions } = useManaged()
  const refused = refusedFor(ask, startUrl)
  const describe = (region: string): string => {
    const name = wordsFor(words.signIn.regionNames, region, '')
    return refused.includes(region) ? words.signIn.refusedRegion(name) : name
  }
  const label = words.signIn.region
  if (regions === null)
    return (
      <SuggestField
        wants="region"
        label={label}
        term="identity-center-region"
        hint={words.signIn.regionHint}
        placeholder="us-east-1"
        value={value}
        error={error}
        onChange={onChange}
        options={regionsFor(startUrl, ask.regions).map((one) => ({
          value: one,
          description: describe(one),
        }))}
        useTyped={words.signIn.typedRegion}
        empty={words.signIn.noRegion}
      />
    )
  const hint = <SetByOrganization inline setting="AllowedRegions" />
  const shown = { label, term: 'identity-center-region', hint, value, error, onChange } as const
  return regions.length === 1 ? (
    <TextField isLocked {...shown} />
  ) : (
    <ChoiceField id="region" options={ask.regions} {...shown} />
  )
}
