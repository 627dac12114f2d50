import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PAYER } from '../../aws/testing/simulated.ts'
import { formatState, type Choices } from '../../checklist/state-file.ts'
import { reviewTemplate, sha256Of } from '../../template/review.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import { BUCKET } from '../testing/late-steps.ts'
import {
  askOf,
  begin,
  byColleague,
  code,
  create,
  created,
  evidence,
  onlyStack,
  stacksOf,
  started,
} from '../testing/stack-scene.ts'

const file = (name: string): string =>
  readFileSync(
    new URL(`../../../e2e/simulator/templates/${name}.template.yaml`, import.meta.url),
    'utf8',
  )
const VENDOR = file('ccm-stand-in')
const ASKING = file('asking')
const SECRET = 'k9-licence-key-of-ours'
const VALUES = {
  ResponsibleCostCenterOfTheFinanceDepartmentInTheHeadquarters: '4711',
  Stage: 'production',
  Teams: 'finance, cloud',
  LicenceKey: SECRET,
}
const approved = (body: string): Partial<Choices> => ({
  ownTemplate: { fileName: 'own.yaml', body },
  approvedTemplate: { sha256: sha256Of(body), by: '', at: 0 },
})

describe('the vendor’s newer template', () => {
  const review = reviewTemplate(VENDOR, 'file', 'own.yaml')

  it('is explained: whom it trusts, what it asks for, and AWS’s own policies by name', () => {
    expect(review.obstacles).toEqual([])
    expect(review.asksForId).toBe('optional')
    expect(review.parameters.map(({ name, field }) => [name, field])).toEqual([
      ['CostAndUsageBucket', 'bucketName'],
      ['EcoExternalId', 'externalId'],
    ])
    expect(review.managed).toEqual([
      { name: 'AWSOrganizationsReadOnlyAccess', version: 'v6', when: '' },
      { name: 'AWSSupportAccess', version: 'v4', when: '' },
      { name: 'NotInAnyDataOfOurs', version: '', when: '' },
    ])
    const told = review.statements.map(({ id, access, actions }) => [
      id,
      access,
      actions[0]?.text,
      actions[0]?.may,
    ])
    expect(told).toContainEqual([
      'AWSOrganizationsReadOnlyAccess',
      'read',
      'organizations:Describe*',
      'reads',
    ])
    // Support’s policy lets cases be written, whatever it is called.
    expect(told).toContainEqual(['AWSSupportAccess', 'write', 'support:*', 'writes'])
    const arn = 'arn:aws:iam::aws:policy/NotInAnyDataOfOurs'
    expect(told).toContainEqual([arn, 'write', arn, 'not-known'])
  })

  it('becomes a role that is proven, with the external ID that Spot gave', async () => {
    const { stage, ...late } = await started({}, approved(VENDOR))
    const ask = askOf(late.status('stack'))
    expect(ask.changes.map(({ id, facts }) => [id, facts['logicalId'] ?? facts['stack']])).toEqual([
      ['create-stack', 'SpotEcoConnect'],
      ['create-role', 'FinOpsRole'],
    ])
    expect(ask.changes[1]?.facts['externalId']).toBe('${EcoExternalId}')
    const done = await created(late, { externalId: 'eco-7f3a' })
    expect(code(done)).toBe('done')
    expect(evidence(done)).toMatchObject({
      'role-arn': onlyStack(stage).outputs.find(({ OutputKey }) => OutputKey === 'CCMFinOpsRoleArn')
        ?.OutputValue,
      'external-id': 'eco-7f3a',
      'simulated-list': `arn:aws:s3:::${BUCKET}`,
      'simulated-read': `arn:aws:s3:::${BUCKET}/cur/*`,
    })
    expect(onlyStack(stage).parameters).toEqual({
      CostAndUsageBucket: BUCKET,
      EcoExternalId: 'eco-7f3a',
    })
  })

  it('goes on without an external ID only when that is decided, and says so afterwards', async () => {
    const { stage, ...late } = await started({}, approved(VENDOR))
    const ask = askOf(late.status('stack'))
    const refused = await late.after(create(ask, { withoutExternalId: false }))
    expect(refused).toMatchObject({
      problem: { code: 'external-id-undecided', field: 'externalId' },
    })
    expect(stacksOf(stage)).toEqual([])
    const done = await created(late)
    expect(evidence(done)).toMatchObject({ 'external-id-note': 'decided' })
    expect(evidence(await late.reaches('template', 'done'))['asks-for-id']).toBe('optional')
    late.engine.stop()
    const again = await begin(stage, late.engine.choices())
    expect(evidence(await again.reaches('stack', 'done', 'failed'))).toMatchObject({
      'external-id-note': 'decided',
    })
    await again.after({ step: 'registration', action: 'confirm-done' })
    expect(again.summary()).toContain('None: you decided to go on without one')
  })

  it('is taken up where a colleague has created it already', async () => {
    const { stage, ...late } = await started({}, approved(VENDOR))
    const id = await late.stacks.create({
      name: 'theirs',
      body: VENDOR,
      parameters: { CostAndUsageBucket: BUCKET, EcoExternalId: 'eco-7f3a' },
      capabilities: ['CAPABILITY_NAMED_IAM'],
      token: 'theirs',
      tags: {},
    })
    stage.clock.advance(60_000)
    stage.simulator.settle()
    const done = await late.after({ step: 'stack', action: 'adopt', stackId: id })
    expect(evidence(done)).toMatchObject({ 'external-id': 'eco-7f3a', 'stack-name': 'theirs' })
  })
})

describe('an external ID that the template wants hidden', () => {
  const hidden = VENDOR.replace("Default: ''", "Default: ''\n    NoEcho: true")

  it('is sent, and neither kept nor shown', async () => {
    const { stage, ...late } = await started({}, approved(hidden))
    const done = await created(late, { externalId: 'eco-7f3a' })
    expect(evidence(done)).toMatchObject({ 'external-id-note': 'hidden' })
    expect(onlyStack(stage).parameters['EcoExternalId']).toBe('eco-7f3a')
    const kept = formatState(late.engine.choices())
    expect(JSON.stringify(done) + kept).not.toContain('eco-7f3a')
    late.engine.stop()
    const again = await begin(stage, late.engine.choices())
    expect(code(await again.reaches('stack', 'done', 'failed'))).toBe('done')
    // Somebody takes the external ID out of the trust.
    const [role] = [...(stage.simulator.world.accounts.get(PAYER)?.roles.values() ?? [])]
    for (const statement of role?.trust.Statement ?? []) delete statement.Condition
    await again.after({ step: 'stack', action: 'check' })
    expect(code(await again.reaches('stack', 'done', 'failed'))).toBe('role-trust-wrong')
  })
})

describe('parameters of a template’s own', () => {
  it('are asked by their names, sent, kept but for the hidden one, and prove after a restart', async () => {
    const { stage, ...late } = await started({}, approved(ASKING))
    const ask = askOf(late.status('stack'))
    expect(ask.parameters.filter(({ field }) => field === 'own').map(({ name }) => name)).toEqual(
      Object.keys(VALUES),
    )
    expect(ask.changes.map(({ id, facts }) => [id, facts['name']])).toEqual([
      ['create-stack', undefined],
      ['create-role', 'Eco-${Stage}'],
      ['create-policy', 'Eco-${Stage}-reading'],
      ['create-other-role', ''],
    ])
    const done = await created(late, { values: VALUES })
    expect(evidence(done)['role-arn']).toBe(`arn:aws:iam::${PAYER}:role/Eco-production`)
    expect(onlyStack(stage).parameters).toMatchObject(VALUES)
    const role = stage.simulator.world.accounts.get(PAYER)?.roles.get('Eco-production')
    expect(role?.tags).toMatchObject({ teams: 'finance+cloud', licence: SECRET })
    const { LicenceKey: _secret, ...shown } = VALUES
    expect(late.engine.choices().stack?.values).toEqual(shown)
    expect(formatState(late.engine.choices())).not.toContain(SECRET)
    late.engine.stop()
    const again = await begin(stage, late.engine.choices())
    expect(code(await again.reaches('stack', 'done', 'failed'))).toBe('done')
  })

  it.each<[string, string, string, RegExp]>([
    ['Stage', '', 'missing', /^The template needs a value for Stage\.$/],
    ['Stage', 'test', 'allowed', /one of: development, production\.$/],
    ['Teams', 'Finance', 'pattern', /does not accept this value for Teams/],
    ['LicenceKey', 'short', 'too-short', /at least 8 characters\.$/],
    [
      'ResponsibleCostCenterOfTheFinanceDepartmentInTheHeadquarters',
      '12',
      'too-small',
      /has to be at least 1000\.$/,
    ],
  ])('are refused beside their field: %s as “%s”', async (name, value, rule, words) => {
    const { stage, ...late } = await started({}, approved(ASKING))
    const ask = askOf(late.status('stack'))
    const refused = await late.after(create(ask, { values: { ...VALUES, [name]: value } }))
    if (refused.kind !== 'todo' || !refused.problem) throw new Error(refused.kind)
    expect(refused.problem).toMatchObject({
      code: 'parameter-invalid',
      field: `parameter:${name}`,
      facts: { name, rule },
    })
    const text = errorText(english, refused.problem)
    expect(text.what).toMatch(words)
    if (name === 'Teams') expect(text.meaning).toContain('“names of teams in small letters”')
    expect(JSON.stringify(refused)).not.toContain(SECRET)
    expect(stacksOf(stage)).toEqual([])
  })

  it('are there again for a second try, but for the hidden one', async () => {
    const { stage, ...late } = await started({}, approved(ASKING))
    stage.simulator.inject({ kind: 'stackFailure', logicalId: 'Reading', reason: 'No.', count: 1 })
    const failed = await created(late, { values: VALUES })
    expect(code(failed)).toBe('stack-failed')
    late.engine.stop()
    const again = await begin(stage, late.engine.choices())
    const { LicenceKey: _secret, ...shown } = VALUES
    expect(askOf(await again.reaches('stack', 'failed')).values).toEqual(shown)
    const anew = await again.after({ step: 'stack', action: 'delete-failed' })
    expect(askOf(anew).values).toEqual(shown)
    expect(code(await created(again, { values: VALUES }))).toBe('done')
  })

  it('are told by AWS without the value that is hidden', async () => {
    const { stage, ...late } = await started({}, approved(ASKING))
    stage.simulator.inject({
      kind: 'error',
      service: 'cloudformation',
      operation: 'CreateStack',
      code: 'ValidationError',
      message: `Parameter LicenceKey failed to satisfy constraint: ${SECRET} is used up`,
      status: 400,
    })
    const refused = await late.after(create(askOf(late.status('stack')), { values: VALUES }))
    expect(JSON.stringify(refused)).not.toContain(SECRET)
    expect(refused).toMatchObject({
      problem: { code: 'stack-rejected', field: 'parameter:LicenceKey' },
    })
    expect(JSON.stringify(refused)).toContain('**** is used up')
  })

  it('name something that the account does not have: the failed stack says which', async () => {
    const body = ASKING.replace('Stage:\n    Type: String', 'Stage:\n    Type: AWS::EC2::VPC::Id')
      .replace('AllowedValues: [development, production]', 'MinLength: 1')
      .replaceAll('${Stage}', 'x')
    const late = await started({}, approved(body))
    const failed = await created(late, { values: { ...VALUES, Stage: 'vpc-0123' } })
    if (failed.kind !== 'failed') throw new Error(failed.kind)
    expect(failed.error).toMatchObject({
      code: 'stack-failed',
      facts: { cause: 'parameter-unknown' },
    })
    const text = errorText(english, failed.error)
    expect(text.meaning).toContain('parameter value vpc-0123 for parameter name Stage')
    expect(text.todo).toContain('nothing of this name')
  })

  it('of Systems Manager stand against approving the template, with their place', () => {
    const body = ASKING.replace(
      'Stage:\n    Type: String',
      'Stage:\n    Type: AWS::SSM::Parameter::Value<String>',
    )
    const line = body.split('\n').findIndex((one) => one.includes('AWS::SSM')) + 1
    expect(reviewTemplate(body, 'file', '').obstacles[0]).toMatchObject({
      kind: 'unresolved',
      what: 'Stage (AWS::SSM::Parameter::Value<String>)',
      line,
    })
  })

  it('are not asked of a stack that is there', async () => {
    const { stage, ...late } = await started()
    const id = await byColleague(late, stage, 'theirs')
    expect(code(await late.after({ step: 'stack', action: 'adopt', stackId: id }))).toBe('done')
    expect(late.engine.choices().stack).toMatchObject({ values: {}, withoutExternalId: false })
  })
})
