import { matches } from './policy-document.ts'

const READING =
  /^[a-z0-9-]+:(Describe|Get|List|View|Lookup|Search|Query|Head|Estimate|Validate|Detect)[a-z0-9?]*\*?[a-z0-9?]*$/i
/**
 * Reads by their names, which hand out passwords, keys or credentials. Source: Service Authorization
 * Reference, https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const REVEALING = `
  appsync:ListApiKeys codeartifact:GetAuthorizationToken codepipeline:GetJobDetails
  codepipeline:GetThirdPartyJobDetails cognito-identity:GetCredentialsForIdentity
  cognito-identity:GetOpenIdToken cognito-identity:GetOpenIdTokenForDeveloperIdentity
  cognito-idp:DescribeUserPoolClient connect:GetFederationToken ec2:GetPasswordData
  ecr-public:GetAuthorizationToken ecr:GetAuthorizationToken
  elasticmapreduce:GetClusterSessionCredentials
  emr-containers:GetManagedEndpointSessionCredentials gamelift:GetComputeAuthToken
  gamelift:GetInstanceAccess lakeformation:GetDataAccess
  lakeformation:GetTemporaryGluePartitionCredentials lakeformation:GetTemporaryGlueTableCredentials
  lightsail:GetBucketAccessKeys lightsail:GetInstanceAccessDetails
  lightsail:GetRelationalDatabaseMasterUserPassword redshift-serverless:GetCredentials
  redshift:GetClusterCredentials redshift:GetClusterCredentialsWithIAM
  secretsmanager:GetSecretValue snowball:GetJobUnlockCode ssm:GetAccessToken ssm:GetParameter
  ssm:GetParameterHistory ssm:GetParameters ssm:GetParametersByPath sso:GetRoleCredentials
  storagegateway:DescribeChapCredentials sts:GetFederationToken sts:GetSessionToken
`
  .trim()
  .toLowerCase()
  .split(/\s+/)

/**
 * Whether an action of a policy, wildcards included, reads and no more. By AWS's naming it does when
 * its verb does; whatever is unclear or reveals a secret does not.
 */
export function onlyReads(action: string): boolean {
  const pattern = action.toLowerCase()
  // `s3:Get*` on objects never reaches it: it is about an instance of S3 Access Grants.
  if (pattern === 's3:getdataaccess' || !READING.test(action)) return false
  return !REVEALING.some((revealing) => matches(pattern, revealing))
}
