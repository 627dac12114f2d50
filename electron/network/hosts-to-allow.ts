/**
 * What a firewall or a proxy has to let through for all that the app contacts outside of China and the
 * European Sovereign Cloud. Source: resources/endpoints.json.
 */
export const HOSTS_TO_ALLOW = {
  aws: ['*.amazonaws.com', '*.signin.aws.amazon.com', '*.oauth.signin.aws'],
  spot: ['api.spotinst.io'],
} as const
