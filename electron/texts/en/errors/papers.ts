import { say, when } from './sentence.ts'
import type { SomeSentences } from './sentence.ts'

/** Documents and other files that people ask for, on their way to paper or to a folder of theirs. */
export const paperErrors = {
  'paper-not-made': (facts) =>
    say(
      'The document could not be turned into pages.',
      `The part of the app that lays out pages stopped or took too long${when(facts.reason, (reason) => `(“${reason}”)`)}. No file was saved, and nothing in AWS or at Spot is affected.`,
      'Try again. If it happens again, save the document as a page instead, and print that page from your browser.',
    ),
  'file-not-saved': (facts) =>
    say(
      'The file was not saved.',
      `The folder may be protected, the disk may be full, or the file is open elsewhere.${when(facts.file, (file) => `It was to be ${file}.`)} What the app keeps of your connection is not affected, nor is anything in AWS or at Spot.`,
      'Save it again in another folder. If no folder takes it, ask your IT department.',
    ),
  'paper-not-printed': (facts) =>
    say(
      'The document was not printed.',
      `This computer has no printer that takes it, or the printer refused it${when(facts.reason, (reason) => `(“${reason}”)`)}. Nothing in AWS or at Spot is affected.`,
      'Check the printer and try again, or save the document as PDF and print that file.',
    ),
} satisfies SomeSentences
