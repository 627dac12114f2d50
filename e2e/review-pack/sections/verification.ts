import { html, type Html } from '../../../electron/documents/html.ts'
import { NAMESPACE } from '../../packaging/verification/signature.ts'
import { SIGNATURE, SUMS } from '../../packaging/verification/sums.ts'
import type { Pack } from '../context.ts'
import { commands, heading, paragraphs, prose } from '../parts.ts'

type Part = 'hashes' | 'signature' | 'rebuild' | 'installed'

const BY: Readonly<Record<Part, (name: string) => readonly string[]>> = {
  hashes: () => [`sha256sum --check ${SUMS}`],
  signature: () => [
    `ssh-keygen -Y verify -f allowed_signers -I releaser -n ${NAMESPACE} -s ${SIGNATURE} < ${SUMS}`,
  ],
  rebuild: () => ['npm ci --ignore-scripts', 'npm run package -- --compare DIR'],
  installed: (name) => [`dpkg --verify ${name}`, `rpm --verify ${name}`],
}

export function verification({ words, facts }: Pack): Html {
  const { verification: about } = words.rollout
  const part = (id: Part): Html =>
    html`${heading(`verify-${id}`, about[id].title)}
      <p>${prose(about[id].means)}</p>
      ${commands(BY[id](facts.program))}`
  return html`${paragraphs(about.intro)} ${part('hashes')} ${part('signature')} ${part('rebuild')}
  ${part('installed')} ${paragraphs([about.more])}`
}
