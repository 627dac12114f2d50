import { number, plural } from './locale.ts'

/** The parts of the record of calls as a page; what stands in single lines is in `audit.ts`. */
export const calls = {
  changesTitle: 'What was changed',
  changesMeans:
    'Each change that somebody asked for, and beneath it the calls that changed something in AWS or at Spot. The request ID is the one that AWS CloudTrail shows too.',
  noChanges: 'Nothing was changed.',
  noCalls: 'No call of the app changed anything for it.',
  byItself: 'Without being asked, as part of a look',
  readsTitle: 'What was only read, and the sign-in',
  readsMeans: 'Calls that change nothing. What was asked several times stands here once.',
  noReads: 'Nothing was read.',
  times: 'Times',
  first: 'First (UTC)',
  last: 'Last (UTC)',
  allTitle: 'Appendix: every entry',
  allMeans:
    'One line for each call and each change, in the order in which they happened. “Read ahead”: asked for before the step that needs it was due. Such an answer counted only once everything that it rests on was proven.',
  /** Beside a call that was begun before anything needed it. */
  ahead: 'read ahead',
  notThere: 'Calls that found nothing',
  /** `expected`: where nothing had to be. */
  notThereOf: (expected: number, other: number): string => {
    const right = plural(expected, {
      one: '1, as expected: not created yet, removed, or a setting that nobody has made',
      other: `${number(expected)}, as expected: not created yet, removed, or a setting that nobody has made`,
    })
    if (other === 0) return right
    return `${right}. ${plural(other, {
      one: '1 more found something gone, or not made yet',
      other: `${number(other)} more found something gone, or not made yet`,
    })}`
  },
  /** Beside AWS's code. */
  expected: (code: string) => `Not there, as expected (${code})`,
  absent: (code: string) => `Not there (${code})`,
} as const
