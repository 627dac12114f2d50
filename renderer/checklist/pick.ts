import { createContext, useContext } from 'react'
import type { StepId } from '../../electron/contract/steps.ts'

const PickContext = createContext<(step: StepId) => void>(() => undefined)
export const PickProvider = PickContext.Provider

/** Shows another step of the checklist; focus goes along. */
export const usePick = (): ((step: StepId) => void) => useContext(PickContext)
