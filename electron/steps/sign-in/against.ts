import type { Choices } from '../../checklist/state-file.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { AppError } from '../../errors/app-error.ts'
import { isCode, toAppError } from '../../errors/failure.ts'
import { requireAccount, requireConsole, requirePlace, requireWay } from '../../managed/rules.ts'

type Remembered = Pick<StepContext, 'choices' | 'managed'>

/**
 * What the organization has decided against what is remembered of signing in; null for nothing. All of
 * it stays remembered: it counts again as soon as it is allowed again.
 */
export function againstRemembered({ choices, managed }: Remembered): AppError | null {
  const { account, byHand, portal, way } = choices()
  return refusalIn(() => {
    if (byHand) requireWay(managed, 'byHand')
    else if (isChosen(choices())) requireWay(managed, way)
    if (!byHand && way === 'console') requireConsole(managed)
    if (!byHand && way === 'portal' && portal) requirePlace(managed, portal)
    if (account) requireAccount(managed, account.id)
  })
}

/** What is decided against an account that was told by hand. */
export function againstTold({ choices, managed }: Remembered): AppError | null {
  const { account } = choices()
  return refusalIn(() => {
    if (account) requireAccount(managed, account.id, 'accountId')
  })
}

/** Whether somebody has taken a way, as that by a portal is what nobody has chosen yet, too. */
const isChosen = ({ portal, way }: Choices): boolean => way !== 'portal' || portal !== null

function refusalIn(require: () => void): AppError | null {
  try {
    require()
    return null
  } catch (error) {
    if (isCode(error, 'set-by-organization')) return toAppError(error)
    throw error
  }
}
