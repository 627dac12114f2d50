import { html, type Html } from '../../../electron/documents/html.ts'
import { NAMESPACE } from '../../packaging/verification/signature.ts'
import { SIGNATURE, SUMS } from '../../packaging/verification/sums.ts'
import type { Pack } from '../context.ts'
import { commands, heading, paragraphs, prose } from '../parts.ts'

const BY: Readonly<Record<'hashes' | 'signature' | 'rebuild', readonly string[]>> = {
  hashes: [`sha256sum --check ${SUMS}`],
  signature: [
    `ssh-keygen -Y verify -f allowed_signers -I releaser -n ${NAMESPACE} -s ${SIGNATURE} < ${SUMS}`,
  ],
  rebuild: ['npm ci --ignore-scripts', 'npm run package -- --compare DIR'],
}

export function verification({ words }: Pack): Html {
  const { verification: about } = words.rollout
  const part = (id: keyof typeof BY): Html =>
    html`${heading(`verify-${id}`, about[id].title)}
      <p>${prose(about[id].means)}</p>
      ${commands(BY[id])}`
  return html`${paragraphs(about.intro)} ${part('hashes')} ${part('signature')} ${part('rebuild')}
  ${paragraphs([about.more])}`
}
