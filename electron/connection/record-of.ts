import { userInfo } from 'node:os'
import { type Audit, createAudit } from '../audit/audit.ts'
import { createCopy } from '../audit/copy.ts'
import type { AppFailure } from '../errors/failure.ts'
import type { Shared } from './connection.ts'
import type { ConnectionFolder } from './folders.ts'

/** The record of what a connection does, which is written where the organization wants it, too. */
export function recordOf(
  { id, auditFile: file }: ConnectionFolder,
  { clock, managed: { audit } }: Shared,
  account: () => string,
  onProblem: (problem: AppFailure) => void,
): Audit {
  const user = userInfo().username
  const copy = createCopy({ audit, user, connectionId: id, account, clock, onProblem })
  return createAudit({ file, clock, onProblem, copy })
}
