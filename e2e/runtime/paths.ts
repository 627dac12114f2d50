import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const runtimeFolder = path.dirname(fileURLToPath(import.meta.url))
export const repositoryRoot = path.resolve(runtimeFolder, '..', '..')
