import { test as base } from './fixture.ts'
import { makePolicyFolder } from './policy-folder.ts'

/** Writes what an organization decides, as its administrator would; resolves what the app is started with. */
export type Decide = (settings: object) => Promise<Record<string, string>>

/** As `test`, with settings of an organization. */
export const test = base.extend<{ decide: Decide }>({
  decide: async ({}, use) => {
    const policy = await makePolicyFolder()
    await use(async (settings) => {
      await policy.write(settings)
      return policy.env
    })
    await policy.remove()
  },
})
