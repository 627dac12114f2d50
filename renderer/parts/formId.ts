import { createContext } from 'react'

/** The id of the form around: its main button may stand elsewhere in the page. */
export const FormId = createContext<string | undefined>(undefined)
