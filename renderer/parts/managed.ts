import { createContext, useContext } from 'react'
import { type Managed, NOT_MANAGED } from '../../electron/contract/managed.ts'

const ManagedContext = createContext(NOT_MANAGED)
export const ManagedProvider = ManagedContext.Provider

/** What the person’s organization has decided. */
export const useManaged = (): Managed => useContext(ManagedContext)
