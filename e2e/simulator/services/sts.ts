import type { Operation } from './operation.ts'

export const sts: Record<string, Operation> = {
  // Works with any valid credentials, whatever their policies say.
  GetCallerIdentity: {
    action: 'sts:GetCallerIdentity',
    run: (_input, { caller }) => ({
      UserId: caller.userId,
      Account: caller.accountId,
      Arn: caller.arn,
    }),
  },
}
