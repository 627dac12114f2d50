import { trustSchema, type Trust } from '../aws/iam/roles.ts'
import { defaultsOf, mark, notUnderstood, parseTemplate, type Template } from './document.ts'
import { outcomesOf, resolve, type Values } from './value.ts'

/**
 * Every trust that the template's role may come out with: one for each way in which its conditions
 * may turn out. `values` are those of parameters, and of pseudo parameters such as `AWS::AccountId`;
 * any other parameter has its default, since the app sends no value for it.
 */
export function possibleTrusts(body: string, values: Readonly<Record<string, string>>): Trust[] {
  return trustsOf(parseTemplate(body, ''), values).map(({ trust }) => trust)
}

export type Case = { readonly role: string; readonly when: string; readonly trust: Trust }

export function trustsOf(template: Template, given: Values): Case[] {
  const values = { ...defaultsOf(template), ...given }
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .flatMap(([role, { Properties }]) => {
      const document = Properties['AssumeRolePolicyDocument'] ?? {}
      return outcomesOf(document).map((outcome): Case => {
        const when = [...outcome].map(([name, holds]) => (holds ? name : `not ${name}`))
        const parsed = trustSchema.safeParse(resolve(document, values, outcome))
        const trust = parsed.success
          ? parsed.data
          : { trustedPrincipals: [notUnderstood(document, template)], externalIds: [] }
        return { role, when: when.join(' and '), trust }
      })
    })
}

/** Who is trusted in every case as it is; others with the cases in which they are. */
export function principalsOf(cases: readonly Case[]): string[] {
  const found = cases.flatMap(({ role, trust, when }) =>
    trust.trustedPrincipals.map((who) => {
      const siblings = cases.filter((one) => one.role === role)
      const always = siblings.every((one) => one.trust.trustedPrincipals.includes(who))
      return mark(who, always ? '' : when)
    }),
  )
  return [...new Set(found)]
}
