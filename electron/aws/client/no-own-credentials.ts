/**
 * What the build puts in place of `@aws-sdk/credential-provider-node` (`vite.config.mts`): the SDK's
 * ways to find credentials on a computer, in the environment, in ~/.aws, from programs that it
 * starts, and from addresses of a cloud. Every signing client is handed its credentials
 * (`clients.ts`), so that none of them is ever asked.
 *
 * The SDK calls this when it makes a client, and the provider only when a client without credentials
 * has to sign: a mistake of the app's own, which then ends the call instead of signing as somebody
 * whom nobody chose.
 */
export const defaultProvider = () => (): Promise<never> =>
  Promise.reject(new Error('An AWS client was made without credentials, and looks for none.'))
