/** What the person knows; the simulator's `fresh` scenario knows the same. */
export const START_URL = 'https://d-90679c2f1a.awsapps.com/start'
export const ACCOUNT = '418207315602'
export const PERMISSION_SET = 'AdministratorAccess'
export const SPOT_ACCOUNT = 'act-3f9c1d27'
/** Whether this person signs in as to the console instead of at a portal. */
export const AT_CONSOLE = process.env['CRASH_SIGN_IN'] === 'console'
export const SPOT_TOKEN = process.env['CRASH_SPOT_TOKEN'] ?? ''
