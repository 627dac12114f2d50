import {
  HAND_OVER_FORMAT,
  HAND_OVER_VERSION,
  handOverFileSchema,
  type HandOverFile,
  type ShownHandOver,
} from '../contract/hand-over-file.ts'
import { fail } from '../errors/failure.ts'
import { isOdd, LARGEST, readIfThere } from '../files/files.ts'
import { jsonOf, statedVersion } from '../files/kept.ts'
import { sha256Of } from '../template/review.ts'

/**
 * Reads a hand-over file that somebody else may have made. Throws `file-odd`, `file-unreadable`,
 * `hand-over-newer`, `hand-over-not-understood`.
 */
export async function openHandOver(file: string): Promise<HandOverFile> {
  const bytes = await bytesOf(file)
  const { text, reason } = textOf(bytes)
  if (text === null) throw fail('hand-over-not-understood', { file, reason })
  return parseHandOver(text, file)
}

async function bytesOf(file: string): Promise<Buffer> {
  try {
    const bytes = await readIfThere(file, LARGEST.handOver)
    if (bytes) return bytes
  } catch (cause) {
    throw isOdd(cause) ? cause : fail('file-unreadable', { file }, { cause })
  }
  throw fail('file-unreadable', { file })
}

function textOf(bytes: Buffer): { readonly text: string | null; readonly reason: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), reason: '' }
  } catch {
    // Its bytes are not repeated: they are no text.
    return { text: null, reason: 'no text' }
  }
}

/** The same of a text. What is named of a file that is not understood is a place in it, never its content. */
export function parseHandOver(text: string, file: string): HandOverFile {
  const json = jsonOf(text)
  if (isNewer(json)) throw fail('hand-over-newer', { file })
  const parsed = handOverFileSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const reason =
      issue?.path
        .map(String)
        .join('.')
        .replaceAll(/[^\w.-]/g, '?') || 'the whole'
    throw fail('hand-over-not-understood', { file, reason: reason.slice(0, 120) })
  }
  const { template } = parsed.data
  if (template?.body !== undefined && sha256Of(template.body) !== template.sha256)
    throw fail('hand-over-not-understood', { file, reason: 'template.sha256' })
  return parsed.data
}

function isNewer(json: unknown): boolean {
  const ours =
    typeof json === 'object' && json !== null && Reflect.get(json, 'format') === HAND_OVER_FORMAT
  return ours && (statedVersion(json) ?? 0) > HAND_OVER_VERSION
}

/** What the window is shown of it. */
export function shownOf({ template, ...rest }: HandOverFile): ShownHandOver {
  if (!template) return { ...rest, template: null }
  const { body, ...about } = template
  return { ...rest, template: { ...about, comesAlong: body !== undefined } }
}
