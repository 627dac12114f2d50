/** The message to Spot Support, who read English: its words are the English ones in every language. */
export { removalRequest } from '../en/removal-request.ts'
