/** How often an account may call an operation in a region: a bucket of so many calls that fills up again. */
export type Rate = { readonly perSecond: number; readonly burst: number }

/** What the operations by which a stack is waited for are believed to bear. */
export const BELIEVED_RATES: Readonly<Record<string, Rate>> = {
  'cloudformation:DescribeStacks': { perSecond: 5, burst: 5 },
  'cloudformation:DescribeStackEvents': { perSecond: 5, burst: 5 },
}

type Bucket = { left: number; at: number }

/** Counts calls against rates; time in milliseconds. */
export type Meter = {
  /** Whether the account has called the operation too often by now; if not, this call is counted. */
  readonly isTooMuch: (rate: Rate, accountId: string, operation: string, now: number) => boolean
}

export const createMeter = (): Meter => {
  const buckets = new Map<string, Bucket>()
  return {
    isTooMuch({ perSecond, burst }, accountId, operation, now) {
      const key = `${accountId} ${operation}`
      const { left, at } = buckets.get(key) ?? { left: burst, at: now }
      const filled = Math.min(burst, left + ((now - at) / 1000) * perSecond)
      const tooMuch = filled < 1
      buckets.set(key, { left: tooMuch ? filled : filled - 1, at: now })
      return tooMuch
    },
  }
}
