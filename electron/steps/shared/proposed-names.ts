/** Names that are proposed for what is created; each can be changed before. */
export const PROPOSED = {
  reportName: 'spot-eco',
  prefix: 'cur',
  stackName: 'SpotEcoConnect',
} as const
