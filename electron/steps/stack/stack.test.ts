import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type DenialKind } from '../../../e2e/simulator/index.ts'
import { PAYER, simulated } from '../../aws/testing/simulated.ts'
import type { StackAsk } from '../../contract/ask/stack.ts'
import { stepNumber } from '../../contract/steps.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import { reviewTemplate } from '../../template/review.ts'
import { BUCKET, builtInTemplate } from '../testing/late-steps.ts'
import {
  ROLE,
  CHECK,
  roleArn,
  useRole,
  started,
  begin,
  askOf,
  create,
  created,
  onlyStack,
  orphanedRole,
  code,
  evidence,
} from '../testing/stack-scene.ts'

describe('every status of a stack', () => {
  const MEANT: Record<string, string> = {
    CREATE_IN_PROGRESS: 'pending',
    CREATE_COMPLETE: 'done',
    CREATE_FAILED: 'stack-failed',
    ROLLBACK_IN_PROGRESS: 'pending',
    ROLLBACK_COMPLETE: 'stack-failed',
    ROLLBACK_FAILED: 'stack-failed',
    DELETE_IN_PROGRESS: 'pending',
    DELETE_COMPLETE: 'stack-gone',
    DELETE_FAILED: 'stack-delete-failed',
    UPDATE_IN_PROGRESS: 'pending',
    UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: 'pending',
    UPDATE_COMPLETE: 'done',
    UPDATE_FAILED: 'stack-half-changed',
    UPDATE_ROLLBACK_IN_PROGRESS: 'pending',
    UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: 'pending',
    UPDATE_ROLLBACK_COMPLETE: 'done',
    UPDATE_ROLLBACK_FAILED: 'stack-half-changed',
    IMPORT_IN_PROGRESS: 'pending',
    IMPORT_COMPLETE: 'done',
    IMPORT_ROLLBACK_IN_PROGRESS: 'pending',
    IMPORT_ROLLBACK_COMPLETE: 'done',
    IMPORT_ROLLBACK_FAILED: 'stack-half-changed',
    REVIEW_IN_PROGRESS: 'stack-in-review',
  }
  const contract = z.object({
    services: z.object({
      cloudformation: z.object({
        shapes: z.object({ StackStatus: z.object({ values: z.array(z.string()) }) }),
      }),
    }),
  })
  const file = new URL('../../../e2e/simulator/contract.json', import.meta.url)
  const modelled = contract.parse(JSON.parse(readFileSync(file, 'utf8'))).services.cloudformation
    .shapes.StackStatus.values

  it('leads to what fits it', async () => {
    const { stage, ...late } = await started()
    expect((await created(late)).kind).toBe('done')
    const found: Record<string, string> = {}
    for (const status of modelled) {
      onlyStack(stage).status = status
      await late.engine.command(CHECK)
      const shown = await late.reaches('stack', 'done', 'pending', 'failed', 'todo')
      found[status] = code(shown)
      if (shown.kind !== 'failed') continue
      expect(askOf(shown).form.stackName, status).toBe('SpotEcoConnect')
      const deletable = ['stack-failed', 'stack-delete-failed'].includes(shown.error.code)
      expect(askOf(shown).failedStack !== undefined, status).toBe(deletable)
      expect(errorText(english, shown.error).what, status).toContain('SpotEcoConnect')
    }
    expect(found).toEqual(MEANT)
  })
})

describe('a stack that failed', () => {
  it.each<[DenialKind, string, string]>([
    ['missing-permission', 'not-authorised', 'permission set'],
    ['explicit-deny', 'explicitly-denied', 'denies iam:CreateRole explicitly'],
    ['service-control-policy', 'scp-denied', 'management account'],
    ['permissions-boundary', 'boundary-denied', 'permissions boundary'],
    ['session-policy', 'session-denied', 'sign-in was limited'],
  ])('says why: %s', async (denial, cause, words) => {
    const { stage, ...late } = await started()
    stage.simulator.inject({
      kind: 'accessDenied',
      service: 'iam',
      operation: 'CreateRole',
      denial,
    })
    const failed = await created(late)
    if (failed.kind !== 'failed') throw new Error(failed.kind)
    expect(failed.error).toMatchObject({
      code: 'stack-failed',
      facts: { resource: 'SpotFinOpsRole', cause, action: 'iam:CreateRole' },
    })
    expect(errorText(english, failed.error).todo).toContain(words)
  })

  it('is deleted only on request, and then the way is free', async () => {
    const { stage, ...late } = await started()
    const reason = 'Cannot exceed quota for RolesPerAccount: 1000'
    stage.simulator.inject({ kind: 'stackFailure', logicalId: 'SpotFinOpsRole', reason, count: 1 })
    const failed = await created(late)
    expect(failed).toMatchObject({ error: { facts: { reason, cause: 'limit-exceeded' } } })
    expect(askOf(failed).failedStack).toEqual({
      name: 'SpotEcoConnect',
      status: 'ROLLBACK_COMPLETE',
    })
    const operations = () => stage.simulator.requests.map(({ operation }) => operation)
    expect(operations()).not.toContain('DeleteStack')
    const free = await late.after({ step: 'stack', action: 'delete-failed' })
    expect(free.kind).toBe('todo')
    expect(operations()).toContain('DeleteStack')
    expect((await created(late)).kind).toBe('done')
  })

  it('is not deleted while it is in order', async () => {
    const { stage, ...late } = await started()
    await created(late)
    await late.after({ step: 'stack', action: 'delete-failed' })
    expect(onlyStack(stage).status).toBe('CREATE_COMPLETE')
  })

  it('says what could not be deleted', async () => {
    const { stage, ...late } = await started()
    stage.simulator.inject({ kind: 'stackFailure', logicalId: 'SpotFinOpsRole', reason: 'no' })
    stage.simulator.inject({
      kind: 'accessDenied',
      service: 'iam',
      operation: 'DeletePolicy',
      denial: 'missing-permission',
    })
    const failed = await created(late)
    expect(askOf(failed).failedStack?.status).toBe('ROLLBACK_FAILED')
    const stuck = await late.after({ step: 'stack', action: 'delete-failed' })
    expect(stuck).toMatchObject({
      error: {
        code: 'stack-delete-failed',
        facts: {
          resource: 'SpotFinOpsPolicy',
          cause: 'not-authorised',
          action: 'iam:DeletePolicy',
        },
      },
    })
    expect(askOf(stuck).failedStack?.status).toBe('DELETE_FAILED')
  })

  it('is not waited for for ever while AWS deletes it', async () => {
    const { stage, ...late } = await started()
    stage.simulator.inject({ kind: 'stackFailure', logicalId: 'SpotFinOpsRole', reason: 'no' })
    await created(late)
    onlyStack(stage).seconds = 4000
    const slow = await late.after({ step: 'stack', action: 'delete-failed' })
    expect(slow).toMatchObject({ kind: 'failed', error: { code: 'removal-slow' } })
    expect(onlyStack(stage).status).toBe('DELETE_IN_PROGRESS')
  })
})

describe('by hand', () => {
  const byHand = { byHand: true }

  it('says what to type, contacts nobody, and marks what was told as not verified', async () => {
    const { stage, ...late } = await started({}, byHand)
    const before = stage.simulator.requests.length
    expect(late.status('stack')).toMatchObject({
      kind: 'todo',
      ask: {
        step: 'stack',
        stage: 'by-hand',
        accountId: PAYER,
        parameters: [
          { name: 'CostAndUsageBucket', value: BUCKET, field: 'bucketName' },
          { name: 'RoleName', value: ROLE, field: 'roleName' },
          { name: 'PolicyName', value: `${ROLE}_Policy`, field: 'policyName' },
          { name: 'ExternalId', value: '', field: 'externalId' },
        ],
        externalIdRequired: false,
        stackName: 'SpotEcoConnect',
        templateFileName: 'eco-role.template.json',
        roleArn: '',
        externalId: '',
      },
    })
    await late.after({ step: 'template', action: 'save-file' })
    expect(late.saved.get('eco-role.template.json')).toBe(builtInTemplate)
    const other = await late.after(useRole(roleArn('R', '730915264418')))
    expect(other).toMatchObject({ problem: { code: 'role-other-account', field: 'roleArn' } })
    const short = await late.after(useRole(roleArn('R'), 'x'))
    expect(short).toMatchObject({ problem: { code: 'external-id-invalid', field: 'externalId' } })
    const told = await late.after(useRole(` ${roleArn('R')}\n`, 'ext-1'))
    expect(told).toMatchObject({
      kind: 'pending',
      blocks: false,
      lookAgainAt: null,
      progress: {
        kind: 'unverified',
        evidence: [
          { id: 'role-arn', value: roleArn('R') },
          { id: 'external-id', value: 'ext-1' },
        ],
      },
    })
    await late.after(create({ form: {} } as StackAsk))
    expect(stage.simulator.requests).toHaveLength(before)
  })

  it('is all proven once somebody signs in', async () => {
    const stage = await simulated({ stackSeconds: 20 })
    const late = await begin(stage, byHand)
    await orphanedRole(late, stage, { RoleName: 'Mine' })
    await late.after(useRole(roleArn('Mine')))
    const told = { ...late.engine.choices(), byHand: false }
    const signedIn = await begin(stage, told)
    expect(evidence(signedIn.status('stack'))).toMatchObject({ 'role-arn': roleArn('Mine') })
    const wrong = { accountId: PAYER, roleArn: roleArn('No'), externalId: '' }
    const other = await begin(stage, { ...told, ownRole: wrong })
    expect(code(other.status('stack'))).toBe('role-missing')
  })
})

it('names who may use the role before it is created, when a file lets in others than Spot', async () => {
  const { status } = await started()
  const roleIn = (ask: StackAsk) => ask.changes.find(({ id }) => id === 'create-role')
  expect(roleIn(askOf(status('stack')))?.facts['principals']).toBe('')

  const body = builtInTemplate.replaceAll('884866656237', '999999999999')
  const { sha256 } = reviewTemplate(body, 'file', 'theirs.json')
  const theirs = await started(
    {},
    {
      ownTemplate: { fileName: 'theirs.json', body },
      approvedTemplate: { sha256: sha256, by: '', at: 0 },
    },
  )
  const change = roleIn(askOf(theirs.status('stack')))
  if (!change) return expect.unreachable()
  const { what } = english.changes.texts[change.id](change.facts, stepNumber)
  expect(what).toContain('arn:aws:iam::999999999999:root')
  expect(what).not.toContain('only Spot')
})
