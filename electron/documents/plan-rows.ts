import { REQUIREMENT_IDS } from '../contract/ask/cost-report.ts'
import { promiseOf } from '../contract/promise.ts'
import type { Catalogue } from '../texts/catalogue.ts'
import type { Fate, PlanPaper, PlannedResource } from '../texts/plan-paper.ts'

/** One thing of the plan, as its line in the table says it. */
export type PlanRow = {
  readonly what: string
  readonly name: string
  /** What stands there where it has no name. */
  readonly unnamed: string
  readonly settings: readonly string[]
  readonly state: string
  readonly cost: string
}

/** Every thing of the plan, in the order in which it comes about. */
export function planRows(words: Catalogue, paper: PlanPaper): readonly PlanRow[] {
  const isMsp = paper.managedBy === 'msp'
  return [
    reportRow(words, paper),
    bucketRow(words, paper),
    ...(isMsp ? [] : [bucketPolicyRow(words, paper)]),
    stackRow(words, paper),
    ...paper.resources.map((one) => resourceRow(words, paper, one)),
  ]
}

/** Of what is there it is said how well that is known. */
const IS_THERE: ReadonlySet<Fate> = new Set(['created', 'changed', 'changed-if-needed', 'reused'])

type Standing = Pick<PlanPaper['stack'], 'fate' | 'proof'>

function stateOf({ planPaper }: Catalogue, { fate, proof }: Standing): string {
  const { fates, proofs, sentence } = planPaper
  return sentence(IS_THERE.has(fate) ? [fates[fate], proofs[proof]] : [fates[fate]])
}

/** What comes and goes with something else says so in three words. */
const stateBeside = (words: Catalogue, one: Standing, other: Standing, same: string): string =>
  one.fate === other.fate && one.proof === other.proof ? same : stateOf(words, one)

/** Done by a person, with or without the app of somebody else: what comes of it nobody has read. */
const byPeople = (fate: Fate): boolean => fate === 'by-hand' || fate === 'told' || fate === 'asked'

/** Neither made nor kept by the app. */
const isOthers = (fate: Fate): boolean => fate === 'msp' || fate === 'msp-told'

function reportRow(words: Catalogue, { report, bucket }: PlanPaper): PlanRow {
  const { planPaper, requirements } = words
  const { settings, costs, things, others } = planPaper
  // The bucket's own line has the region, and the folder is named behind them.
  const needed = REQUIREMENT_IDS.filter((id) => id !== 'prefix' && id !== 'region').map((id) =>
    settings.setting(requirements[id].label, requirements[id].needed),
  )
  const reused = report.fate === 'reused'
  return {
    what: things.report,
    name: report.name,
    unnamed: unnamedOf(words, report.fate),
    settings: [
      ...(byPeople(report.fate) ? [settings.asAsked] : []),
      ...(isOthers(report.fate) ? [settings.asAskedMsp] : []),
      settings.all(needed),
      ...(report.prefix === '' ? [] : [settings.prefix(report.prefix)]),
      ...(bucket.name === '' ? [] : [settings.inBucket]),
      ...(report.others.length === 0 ? [] : [others(report.others)]),
    ],
    state: stateOf(words, report),
    cost: isOthers(report.fate) ? costs.byMsp : reused ? costs.reused : costs.report,
  }
}

const unnamedOf = ({ planPaper }: Catalogue, fate: Fate): string =>
  fate === 'told' || fate === 'msp-told' ? planPaper.untold : planPaper.unnamed

function bucketRow(words: Catalogue, { bucket, report }: PlanPaper): PlanRow {
  const { planPaper } = words
  const { settings, costs, things } = planPaper
  const { fate, isNew } = bucket
  const theirs = isOthers(fate)
  // A report that was there delivers as before, and its folder is not ours to delete.
  const asBefore = report.fate === 'reused'
  return {
    what: things.bucket,
    name: bucket.name,
    unnamed: unnamedOf(words, fate),
    settings: [
      ...(byPeople(fate) ? [settings.asAsked] : []),
      theirs ? settings.theirs : isNew ? settings.newBucket : settings.oldBucket,
    ],
    state: stateOf(words, bucket),
    cost: theirs ? costs.byMsp : isNew ? costs.bucket : asBefore ? costs.reused : costs.oldBucket,
  }
}

function bucketPolicyRow(words: Catalogue, { bucket, bucketPolicy }: PlanPaper): PlanRow {
  const { settings, costs, things } = words.planPaper
  const { fate } = bucketPolicy
  const asItIs = fate === 'reused'
  const isNew = bucket.isNew
  return {
    what: things.bucketPolicy,
    name: '',
    unnamed: '',
    settings: byPeople(fate)
      ? [settings.asAsked, settings.handPolicy]
      : asItIs
        ? [settings.asItIs]
        : [settings.newPolicy, ...(isNew ? [] : [settings.oldPolicy])],
    state: stateBeside(words, bucketPolicy, bucket, words.planPaper.withBucket),
    cost: asItIs ? costs.reused : isNew ? costs.policy : costs.oldPolicy,
  }
}

function stackRow(words: Catalogue, { stack }: PlanPaper): PlanRow {
  const { settings, costs, things, others } = words.planPaper
  const isNone = stack.fate === 'none'
  const values = stack.values.map(({ name, value }) => settings.value(name, value))
  return {
    what: things.stack,
    name: stack.name,
    unnamed: isNone ? '' : unnamedOf(words, stack.fate),
    settings: isNone
      ? []
      : [
          stackSetting(words, stack.fate),
          ...(values.length === 0 ? [] : [settings.values(values)]),
          ...(stack.others.length === 0 ? [] : [others(stack.others)]),
        ],
    state: stateOf(words, stack),
    cost: isNone ? costs.reused : costs.stack,
  }
}

function stackSetting({ planPaper: { settings } }: Catalogue, fate: Fate): string {
  if (fate === 'told') return settings.unread
  return fate === 'reused' ? settings.asItIs : settings.stack
}

function resourceRow(words: Catalogue, paper: PlanPaper, resource: PlannedResource): PlanRow {
  const { settings, costs, things, unnamed, unnamedByAws } = words.planPaper
  const { kind, name, logicalId, when } = resource
  return {
    what: things[kind],
    name,
    unnamed: logicalId === '' ? unnamed : unnamedByAws(logicalId),
    settings: [
      ...settingsOf(words, paper, resource),
      ...(when === '' ? [] : [settings.when(when)]),
    ],
    state: stateBeside(words, resource, paper.stack, words.planPaper.withStack),
    cost: logicalId === '' ? costs.reusedRole : costs.withStack,
  }
}

function settingsOf(
  words: Catalogue,
  paper: PlanPaper,
  { kind, fate }: PlannedResource,
): readonly string[] {
  const { settings } = words.planPaper
  switch (kind) {
    case 'role':
      return [
        fate === 'told' ? settings.unread : fate === 'reused' ? settings.asItIs : settings.role,
        idLine(words, paper),
      ]
    case 'other-role':
      return [settings.otherRole]
    case 'policy':
    case 'inline-policy':
      return [promiseOf(paper.template) === 'nothing' ? settings.policyUnclear : settings.policy]
  }
}

/** Which external ID requests have to carry, as far as that is known. */
function idLine({ planPaper }: Catalogue, { externalId, template }: PlanPaper): string {
  const { id } = planPaper.settings
  switch (externalId.kind) {
    case 'not-asked':
      return template.externalIds.length > 0 ? id.written(template.externalIds) : id['not-asked']
    case 'open':
      return externalId.optional ? id.optional : id.open
    case 'value':
      return id.value(externalId.value)
    case 'hidden':
      return id.hidden
    case 'none':
      return id.none
  }
}
