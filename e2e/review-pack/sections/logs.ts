import { earlierFile, FULL } from '../../../electron/audit/log.ts'
import { USER_AGENT_APP } from '../../../electron/aws/client/clients.ts'
import { FILES } from '../../../electron/connection/profile-names.ts'
import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { heading, points, table } from '../parts.ts'

const MEBIBYTE = 1024 * 1024

export function logs({ words }: Pack): Html {
  const { logs: about } = words
  const files = [FILES.record, earlierFile(FILES.record)]
  return html`${heading('record', about.ownTitle)} ${points(about.own(FULL / MEBIBYTE, files))}
  ${heading('siem', about.siemTitle)} ${points(about.siem)}
  ${heading('cloudtrail', about.cloudtrailTitle)} ${points(about.cloudtrail(USER_AGENT_APP))}
  ${heading('retention', about.retentionTitle)}
  ${table('two', about.retentionHead, about.retention)}`
}
