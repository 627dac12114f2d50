import type { ServiceContract, ServiceName } from './contract.ts'

const from = 'AWS Sign-In API Reference'

const error = (
  name: string,
  status: number,
): ServiceContract['operations'][string]['errors'][0] => ({
  name,
  code: name,
  status,
  fault: status < 500 ? 'client' : 'server',
})

/**
 * Services without a model, with those of their operations that the pinned SDK does not know either,
 * as AWS's API reference describes them. The SDK's schemas tell the rest.
 */
export const documented: Partial<Record<ServiceName, ServiceContract>> = {
  signin: {
    protocol: 'restJson1',
    target: 'Signin',
    version: '2023-01-01',
    operations: {
      RevokeOAuth2TokenWithIAM: {
        input: 'RevokeOAuth2TokenWithIAMRequest',
        errors: [
          error('AccessDeniedException', 400),
          error('InternalServerException', 500),
          error('TooManyRequestsError', 429),
          error('ValidationException', 400),
        ],
        http: { method: 'POST', uri: '/v1/revoke?x-amz-client-auth-method=iam', code: 200 },
        from,
      },
    },
    shapes: {
      RevokeOAuth2TokenWithIAMRequest: {
        type: 'structure',
        members: { token: { target: 'RevocationToken', required: true } },
        from,
      },
      RevocationToken: {
        type: 'string',
        length: { min: 1, max: 4096 },
        pattern: { source: 'ASOR[A-Za-z0-9+/=_\\-]+', flags: 'u' },
        sensitive: true,
        from,
      },
    },
  },
}
