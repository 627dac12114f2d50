import { administratorAccess } from './access/policy.ts'
import type { PolicyDocument } from './access/policy.ts'
import { administrator, member, payer } from './scenario-parts.ts'
import type { ConsolePerson } from './signin-world.ts'
import { newSsoWorld } from './sso-world.ts'
import type { World } from './world.ts'

/** May look at everything, and not share the console's session with a program. */
const onlyReads: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['*:Describe*', '*:Get*', '*:List*', '*:Validate*'], Resource: '*' },
  ],
}

const root = (accountId: string): ConsolePerson => ({
  accountId,
  holder: { kind: 'identity', arn: `arn:aws:iam::${accountId}:root`, policy: administratorAccess },
})

const iamUser = (
  accountId: string,
  name: string,
  policy: PolicyDocument = administratorAccess,
): ConsolePerson => ({
  accountId,
  holder: { kind: 'identity', arn: `arn:aws:iam::${accountId}:user/${name}`, policy },
})

/**
 * Who can sign in to the console: of the payer `iam-user`, `root`, `federated` and `reader`, who lacks
 * the permission to do so for a program; of a member account `member-user` and `member-root`.
 */
export const addConsolePeople = (world: World): void => {
  const { people } = world.signin
  people.set('iam-user', iamUser(payer, 'dana.levi'))
  people.set('root', root(payer))
  people.set('federated', {
    accountId: payer,
    holder: { kind: 'permission-set', permissionSet: administrator, user: 'dana.levi' },
  })
  people.set('reader', iamUser(payer, 'noa.berg', onlyReads))
  addMembersConsolePeople(world)
  world.signin.whoIsInBrowser = 'iam-user'
}

/** Those of a member account alone. */
export const addMembersConsolePeople = (world: World): void => {
  const { people } = world.signin
  people.set('member-user', iamUser(member, 'sam.ortiz'))
  people.set('member-root', root(member))
  world.signin.whoIsInBrowser = 'member-user'
}

const federatedRole = 'FinanceAdministrator'

/** A company without IAM Identity Center: IAM users, and a role for whoever its own directory knows. */
export const withoutIdentityCenter = (world: World, now: number): void => {
  world.sso = newSsoWorld({ startUrl: '', region: world.sso.region })
  const provider = `arn:aws:iam::${payer}:saml-provider/NorthwindDirectory`
  world.accounts.get(payer)?.roles.set(federatedRole, {
    name: federatedRole,
    path: '/',
    arn: `arn:aws:iam::${payer}:role/${federatedRole}`,
    id: 'AROA5XN7Q2LMD3TRKE4VC',
    created: now - 900 * 24 * 3_600_000,
    description: undefined,
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: provider },
          Action: 'sts:AssumeRoleWithSAML',
          Condition: { StringEquals: { 'SAML:aud': 'https://signin.aws.amazon.com/saml' } },
        },
      ],
    },
    inline: new Map([['administration', administratorAccess]]),
    attached: new Set(),
    tags: {},
    maxSessionSeconds: 4 * 3600,
  })
  world.signin.people.set('federated', {
    accountId: payer,
    holder: {
      kind: 'role',
      roleName: federatedRole,
      sessionName: 'dana.levi@northwind.example',
      sessionPolicy: undefined,
    },
    sessionSeconds: 4 * 3600,
  })
}
