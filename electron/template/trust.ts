import { NOT_UNDERSTOOD, trustSchema, type Trust } from '../aws/iam/trust.ts'
import { holds, outcomesOf } from './conditions.ts'
import { mark, notUnderstood, templateIn, valuesOf, type Template } from './document.ts'
import type { Place } from './reading.ts'
import { roleForSpot } from './spot-role.ts'
import { resolve, type Values } from './value.ts'

/**
 * Every trust that the template's role for Spot may come out with: one for each way in which its
 * conditions may turn out. `values` are those of parameters, and of pseudo parameters such as
 * `AWS::AccountId`; any other parameter has its default, since the app sends no value for it.
 */
export function possibleTrusts(body: string, values: Values): Trust[] {
  const template = templateIn(body)
  const role = roleForSpot(template)
  return trustsOf(template, values)
    .filter((one) => one.role === role)
    .map(({ trust }) => trust)
}

/**
 * What of the role for Spot stays open with these values, and where: whether there is one at all, and
 * whom it trusts. Null if AWS can make nothing of it but what is known now.
 */
export function openWith(body: string, given: Values): ({ readonly what: string } & Place) | null {
  const template = templateIn(body)
  const role = roleForSpot(template) ?? ''
  const cases = trustsOf(template, given).filter((one) => one.role === role)
  const { at } = template.reading
  if (cases.length === 0 || cases.some(({ only }) => only !== '')) {
    const what = `Condition ${template.Resources[role]?.Condition ?? ''}`
    return { what, ...at(['Resources', role, 'Condition']) }
  }
  const open = cases.find(({ trust }) => !isKnown(trust))
  if (!open) return null
  const what = [...open.trust.trustedPrincipals, ...open.trust.externalIds].join(', ')
  return { what, ...at(['Resources', role, 'Properties', 'AssumeRolePolicyDocument']) }
}

/** Whether a trust is known to its end. No principal and no external ID has a `${` of its own. */
function isKnown({ trustedPrincipals, externalIds }: Trust): boolean {
  const texts = [...trustedPrincipals, ...externalIds]
  return texts.every((text) => !text.includes('${') && !text.includes(NOT_UNDERSTOOD))
}

export type Case = {
  readonly role: string
  /** The condition under which there is such a role at all; '' for none. */
  readonly only: string
  readonly when: string
  readonly trust: Trust
}

export function trustsOf(template: Template, given: Values): Case[] {
  const values = valuesOf(template, given)
  const { Mappings: mappings } = template
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .flatMap(([role, { Properties, Condition }]) => {
      const there = Condition === '' ? true : holds(Condition, template, given)
      if (there === false) return []
      const document = Properties['AssumeRolePolicyDocument'] ?? {}
      return outcomesOf(document, template, given).map((outcome): Case => {
        const when = [...outcome]
          .filter(([name]) => holds(name, template, given) === undefined)
          .map(([name, yes]) => (yes ? name : `not ${name}`))
        const parsed = trustSchema.safeParse(resolve(document, { values, mappings, outcome }))
        const trust = parsed.success
          ? parsed.data
          : { trustedPrincipals: [notUnderstood(document, template)], externalIds: [] }
        return { role, only: there ? '' : Condition, when: when.join(' and '), trust }
      })
    })
}

/** Who is trusted in every case as it is; others with the cases in which they are. */
export function principalsOf(cases: readonly Case[]): string[] {
  const found = cases.flatMap(({ role, trust, only, when }) =>
    trust.trustedPrincipals.map((who) => {
      const siblings = cases.filter((one) => one.role === role)
      const always = siblings.every((one) => one.trust.trustedPrincipals.includes(who))
      const conditions = [only, always ? '' : when].filter((one) => one !== '')
      return mark(who, conditions.join(' and '))
    }),
  )
  return [...new Set(found)]
}
