import type { Case } from './cases.ts'

export const PROXY_CASES: readonly Case[] = []
