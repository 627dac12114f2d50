import { requestFor } from '../checklist/hand-over.ts'
import type { Fate, PlanPaper, PlannedResource } from '../texts/plan-paper.ts'
import { stackOf } from '../steps/shared/account.ts'
import { createdIn } from '../steps/shared/created.ts'
import { ownRoleOf } from '../steps/stack/own-role.ts'
import type { Known } from './plan-data.ts'
import { fateAfter, hasStopped, proofOf } from './plan-report.ts'

type StackPart = Pick<PlanPaper, 'stack' | 'resources'>
type Value = PlanPaper['stack']['values'][number]

/** What becomes of the stack and of all that comes of its template. */
export function stackFates(known: Known, stackName: string, values: readonly Value[]): StackPart {
  const { choices, view } = known
  const proof = proofOf(view('stack'))
  const role = ownRoleOf(choices)
  if (role) {
    const fate = choices.byHand ? 'told' : hasStopped(view('stack')) ? 'stopped' : 'reused'
    const name = roleNameIn(role.roleArn)
    return {
      // By hand nobody has said whether the role came of a stack.
      stack: {
        fate: choices.byHand ? 'told' : 'none',
        proof: 'none',
        name: '',
        others: [],
        values: [],
      },
      resources: [{ kind: 'role', name, logicalId: '', when: '', fate, proof }],
    }
  }
  const { fate, others } = fateOf(known)
  // What a stack was made with that was there before, nobody has asked AWS.
  const given = fate === 'reused' ? [] : values
  const isOther = ({ name }: Value): boolean =>
    known.review.parameters.some(
      (one) => one.name === name && (one.field === 'own' || one.field === 'default'),
    )
  return {
    stack: { fate, proof, name: stackName, others, values: given.filter(isOther) },
    resources: resourcesOf(known, given, { fate, proof }),
  }
}

function fateOf(known: Known): { readonly fate: Fate; readonly others: readonly string[] } {
  const { choices, view, ask } = known
  const only = (fate: Fate) => ({ fate, others: [] })
  const status = view('stack')?.status
  const chosen = stackOf(choices)
  const isUnderWay =
    status?.kind === 'acting' || (status?.kind === 'pending' && status.progress.kind === 'stack')
  if (isUnderWay) return only('begun')
  const asked = ask('stack')
  const hasFailed = asked?.stage === 'create' && asked.failedStack !== undefined
  if (hasFailed || hasStopped(view('stack'))) return only('stopped')
  if (chosen && chosen.id !== '') {
    const made = createdIn(choices).some(({ kind, id }) => kind === 'stack' && id === chosen.id)
    return only(fateAfter(choices, 'stack', chosen.name, made ? 'created' : 'reused'))
  }
  if (choices.byHand) return only('by-hand')
  if (requestFor('stack', choices)) return only('asked')
  if (asked?.stage !== 'create') return only('create-unless')
  const others = asked.adoptable.map(({ name }) => name)
  return others.length > 0 ? { fate: 'choose', others } : only('create')
}

const KINDS: Readonly<Record<string, PlannedResource['kind']>> = {
  'AWS::IAM::Role': 'role',
  'AWS::IAM::ManagedPolicy': 'policy',
}

/** Of a stack that was there only the role is known: its template may be another one. */
function resourcesOf(
  { review, fact }: Known,
  values: readonly Value[],
  planned: Pick<PlannedResource, 'fate' | 'proof'>,
): readonly PlannedResource[] {
  const isTheirs = planned.fate === 'reused'
  const proven = roleNameIn(fact('stack', 'role-arn'))
  const valueOf = (name: string): string | undefined =>
    values.find((one) => one.name === name)?.value
  return review.resources
    .filter(({ isForSpot }) => !isTheirs || isForSpot)
    .toSorted((one, other) => Number(other.isForSpot) - Number(one.isForSpot))
    .map(({ type, name, logicalId, when, isForSpot }) => {
      const kind = KINDS[type] ?? 'inline-policy'
      const told = name.replaceAll(/\$\{(\w+)\}/g, (whole, one: string) => valueOf(one) ?? whole)
      const known = isTheirs ? '' : told
      return {
        kind: kind === 'role' && !isForSpot ? 'other-role' : kind,
        name: isForSpot ? proven || known : known,
        logicalId: isTheirs ? '' : logicalId,
        when: isTheirs ? '' : when,
        ...planned,
      }
    })
}

const roleNameIn = (arn: string): string => arn.split('/').at(-1) ?? ''
