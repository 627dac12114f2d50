import { createSpotApi } from '../../electron/spot/api.ts'
import { SPOT_DEMO_TOKEN as TOKEN } from '../simulator/index.ts'
import type { Drivers } from './drivers.ts'
import { PAYER } from './stage.ts'
import type { Stage } from './stage.ts'

const ACCOUNT = 'act-3f9c1d27'

const api = ({ http, clock, reach }: Stage) =>
  createSpotApi({ http, clock, endpoint: reach.endpoints.spot })

/** Spot's API, each refusal repeated as often as the app repeats it. */
export const spotDrivers: Drivers = {
  'spot:ListAccounts': { 'reading what the token opens': (stage) => api(stage).accounts(TOKEN) },
  'spot:SetCredentials': {
    'giving Spot the role': (stage) =>
      api(stage).setCredentials(TOKEN, ACCOUNT, `arn:aws:iam::${PAYER}:role/Spot`),
  },
  'spot:SetUpBilling': {
    'naming the bucket to Spot': (stage) =>
      api(stage).setBilling(TOKEN, ACCOUNT, {
        billingAccountId: PAYER,
        bucketName: 'northwind-cur-418207315602',
      }),
  },
}
