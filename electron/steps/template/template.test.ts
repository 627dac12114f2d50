import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished, test } from 'vitest'
import { NOT_MANAGED } from '../../contract/managed.ts'
import { simulated } from '../../aws/testing/simulated.ts'
import { noChoices } from '../../checklist/state-file.ts'
import { reviewTemplate, sha256Of } from '../../template/review.ts'
import { firstTemplate } from '../testing/ground.ts'
import { startJourney, type Disk } from '../testing/journey.ts'
import { startLateSteps, type LateSteps } from '../testing/late-steps.ts'
import { isApproved } from './template.ts'

const builtIn = readFileSync(
  new URL('../../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
const passing = () => Promise.resolve()
const approvedAs = (body: string): boolean => {
  const review = reviewTemplate(body, 'file', 'own.json')
  const choices = () => ({
    ...noChoices,
    approvedTemplate: { sha256: review.sha256, by: '', at: 0 },
  })
  return isApproved({ choices, managed: NOT_MANAGED }, review)
}

test('a template that hides something is not approved, whatever the state file says', () => {
  expect(approvedAs(builtIn)).toBe(true)
  const deceptive = builtIn.replace('s3:ListBucket', 's3:ListBucket\u200b')
  expect(deceptive).not.toBe(builtIn)
  expect(approvedAs(deceptive)).toBe(false)
})

test('a template that leaves open who is trusted is not approved either', () => {
  const open = builtIn.replace('"arn:aws:iam::884866656237:root"', '{ "Fn::ImportValue": "who" }')
  expect(open).not.toBe(builtIn)
  expect(approvedAs(open)).toBe(false)
})

test('the template of an earlier build stays in use where it was approved, until that is taken back', async () => {
  const late = await startLateSteps(await simulated(), {
    approvedTemplate: { sha256: sha256Of(firstTemplate), by: '', at: 0 },
  })
  onTestFinished(() => late.engine.stop())
  // The bytes that people have approved by this fingerprint: nobody may touch them, a formatter neither.
  expect(sha256Of(firstTemplate)).toBe(
    'e06e4015977d2cc605e98b44c05279d2e74e78d43d70dd88d841153ff0b9096c',
  )
  expect(late.status('template')).toMatchObject({
    kind: 'done',
    ask: { review: { source: 'built-in', sha256: sha256Of(firstTemplate) } },
  })
  expect(await late.after({ step: 'template', action: 'change' })).toMatchObject({
    kind: 'todo',
    ask: { review: { sha256: sha256Of(builtIn) } },
  })
})

const factsOf = (late: LateSteps): Record<string, string> => {
  const status = late.status('template')
  const facts = status.kind === 'done' ? status.evidence : []
  return Object.fromEntries(facts.map(({ id, value }) => [id, value]))
}

describe('the step', () => {
  const role = (principal: string): string =>
    [
      'Resources:',
      '  Role:',
      '    Type: AWS::IAM::Role',
      '    Properties:',
      '      AssumeRolePolicyDocument:',
      '        Statement:',
      `          { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: ${principal} } }`,
    ].join('\n')
  const own = (body: string) => ({
    ownTemplate: { fileName: 'own.yaml', body },
    approvedTemplate: { sha256: sha256Of(body), by: '', at: 0 },
  })
  const approve = (sha256: string) => ({ step: 'template', action: 'approve', sha256 }) as const

  it.each([
    ['what only AWS knows', role('!ImportValue who'), 'template-unresolved'],
    ['what AWS takes for something else', role('012345670123'), 'template-misread'],
    ['what a vendor has not filled in', role('"arn:aws:iam::${VENDOR}:root"'), 'template-unfilled'],
    ['what cannot be seen', role('"884866656237\u200b"'), 'template-unseen'],
  ])('refuses with the place: %s', async (_kind, body, code) => {
    const late = await startLateSteps(await simulated(), own(body))
    onTestFinished(() => late.engine.stop())
    expect(late.status('template').kind).toBe('todo')
    const refused = await late.after(approve(sha256Of(body)))
    expect(refused).toMatchObject({ error: { code, facts: { file: 'own.yaml', line: '7' } } })
    expect(late.engine.choices()).toMatchObject({ ownTemplate: { fileName: 'own.yaml' } })
  })

  it('offers the built-in template where a file that was kept is refused by now', async () => {
    const late = await startLateSteps(await simulated(), own('a: &x 1\nb: *x\n'))
    onTestFinished(() => late.engine.stop())
    const failed = late.status('template')
    expect(failed).toMatchObject({
      kind: 'failed',
      error: { code: 'template-not-parsable', facts: { line: '2', column: '4' } },
      ask: { review: { source: 'built-in' } },
    })
    expect((await late.after(approve(sha256Of(builtIn)))).kind).toBe('done')
    expect(late.engine.choices().ownTemplate).toBeNull()
  })

  it('saves what is shown, where a file that was kept is not allowed any more', async () => {
    const disk: Disk = new Map()
    const body = builtIn.replace('"Description"', '"Description" ')
    const stage = await simulated()
    const before = await startJourney(stage, disk)
    await before.reaches('plan', 'todo')
    await before.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
    await before.reaches('template', 'todo')
    await before.engine.remember({ ownTemplate: { fileName: 'own.json', body } })
    before.engine.stop()
    const after = await startJourney(stage, disk, passing, { managed: { ownTemplates: 'off' } })
    onTestFinished(() => after.engine.stop())
    await after.reaches('template', 'failed')
    await after.send({ step: 'template', action: 'save-file' })
    expect([...after.desktop.saved.values()]).toEqual([builtIn])
  })

  it('keeps by whom it was approved, by AWS’s word of that moment, when, and which bytes', async () => {
    const stage = await simulated()
    const late = await startLateSteps(stage, { approvedTemplate: null })
    onTestFinished(() => late.engine.stop())
    await late.after(approve(sha256Of(builtIn)))
    const [call] = stage.simulator.requests.filter(
      ({ operation }) => operation === 'GetCallerIdentity',
    )
    expect(call).toBeDefined()
    const kept = late.engine.choices().approvedTemplate
    expect(kept).toMatchObject({ sha256: sha256Of(builtIn), at: stage.clock.now() })
    expect(kept?.by).toMatch(
      /^arn:aws:sts::\d{12}:assumed-role\/AWSReservedSSO_AdministratorAccess_/,
    )
    expect(factsOf(late)).toMatchObject({
      'approved-by': kept?.by,
      'approved-at': new Date(stage.clock.now()).toISOString(),
    })
    expect(Object.keys(factsOf(late))).not.toContain('claimed-by')
  })

  it('says that nobody was signed in, and that AWS could not be asked, and counts all the same', async () => {
    const stage = await simulated()
    const late = await startLateSteps(stage, { approvedTemplate: null })
    onTestFinished(() => late.engine.stop())
    stage.simulator.inject({ kind: 'reset', operation: 'GetCallerIdentity' })
    await late.after(approve(sha256Of(builtIn)))
    expect(factsOf(late)['approved-by']).toBe('not-known')
    await late.engine.remember({ byHand: true })
    await late.after(approve(sha256Of(builtIn)))
    expect(factsOf(late)['approved-by']).toBe('not-signed-in')
  })

  it('tells an approval that a file claims as claimed, and whether it is about these bytes', async () => {
    const claim = { sha256: sha256Of(builtIn), from: 'Dana', at: 5 }
    const late = await startLateSteps(await simulated(), {
      approvedTemplate: null,
      claimedApproval: claim,
    })
    onTestFinished(() => late.engine.stop())
    // It approves nothing.
    expect(late.status('template')).toMatchObject({
      kind: 'todo',
      ask: { claim: { ...claim, isSame: true } },
    })
    await late.after(approve(sha256Of(builtIn)))
    expect(factsOf(late)).toMatchObject({ 'claimed-by': 'Dana', 'claimed-text': 'same' })
    const other = '0'.repeat(64)
    await late.engine.remember({ claimedApproval: { ...claim, sha256: other } })
    await late.after({ step: 'template', action: 'check' })
    expect(factsOf(late)).toMatchObject({
      'claimed-at': new Date(5).toISOString(),
      'claimed-text': 'other',
      'claimed-sha256': other,
    })
  })
})
