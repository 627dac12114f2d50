import type { Catalogue } from '../../catalogue.ts'
import { details } from './details.ts'
import { glossary } from './glossary.ts'
import { guides } from './guides.ts'
import { stepPages } from './steps.ts'
import { helpWindow } from './window.ts'

export const help: Catalogue['help'] = {
  window: helpWindow,
  guides,
  steps: stepPages,
  glossary,
  details,
}
