import { say, when } from './sentence.ts'
import type { SomeSentences } from './sentence.ts'

/** Documents on their way to paper. */
export const paperErrors = {
  'paper-not-made': (facts) =>
    say(
      'The document could not be turned into pages.',
      `The part of the app that lays out pages stopped or took too long${when(facts.reason, (reason) => `(“${reason}”)`)}. No file was saved, and nothing in AWS or at Spot is affected.`,
      'Try again. If it happens again, save the document as a page instead, and print that page from your browser.',
    ),
  'paper-not-printed': (facts) =>
    say(
      'The document was not printed.',
      `This computer has no printer that takes it, or the printer refused it${when(facts.reason, (reason) => `(“${reason}”)`)}. Nothing in AWS or at Spot is affected.`,
      'Check the printer and try again, or save the document as PDF and print that file.',
    ),
} satisfies SomeSentences
