/** Everything that Eco needs is in this region: the report service has no other. */
export const REGION = 'us-east-1'
