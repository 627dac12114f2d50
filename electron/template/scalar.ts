/** What a scalar without quotes is, and the text that AWS gets for it. */
export type Scalar =
  | { readonly text: string }
  | { readonly flag: boolean }
  /** No value at all, or one that CloudFormation has no meaning for: why. */
  | { readonly refused: string }

const NOTHING: Scalar = { refused: 'A value is missing' }

type Reading = readonly [form: RegExp, read: (written: string) => Scalar]

/**
 * YAML 1.1's own forms, in the narrower spelling that its usual readers agree on: `y` and `n` are
 * texts, and a float has a dot, its exponent a sign. CloudFormation knows no timestamps, so that a
 * date is a text. Source: yaml.org/type; CloudFormation User Guide, "CloudFormation template format".
 */
const YAML: readonly Reading[] = [
  [/^(?:~|null|Null|NULL|)$/, () => NOTHING],
  [/^<<$/, () => ({ refused: 'Merged maps are not allowed' })],
  [/^=$/, () => ({ refused: '“=” has to stand in quotes' })],
  [/^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/, () => ({ flag: true })],
  [/^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/, () => ({ flag: false })],
  [/^[-+]?0b[01_]+$/, (written) => whole(written, (digits) => `0b${digits.slice(2)}`)],
  [/^[-+]?0x[\da-fA-F_]+$/, (written) => whole(written, (digits) => digits)],
  [/^[-+]?0[0-7_]+$/, (written) => whole(written, (digits) => `0o${digits.slice(1) || '0'}`)],
  [/^[-+]?(?:0|[1-9][\d_]*)$/, (written) => whole(written, (digits) => digits)],
  [/^[-+]?[1-9][\d_]*(?::[0-5]?\d)+$/, sexagesimal],
  [/^[-+]?\d[\d_]*(?::[0-5]?\d)+\.[\d_]*$/, broken],
  [/^[-+]?(?:\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?|\.(?:inf|Inf|INF))$/, broken],
  [/^\.(?:\d[\d_]*(?:[eE][-+]\d+)?|nan|NaN|NAN)$/, broken],
]
const JSON_FORMS: readonly Reading[] = [
  [/^null$/, () => NOTHING],
  [/^true$/, () => ({ flag: true })],
  [/^false$/, () => ({ flag: false })],
  [/^-?(?:0|[1-9]\d*)$/, (text) => ({ text })],
  [/^-?\d/, broken],
]

/** A scalar without quotes as YAML 1.1 reads it. */
export function readYamlScalar(written: string): Scalar {
  return read(written, YAML)
}

/** A scalar without quotes as JSON reads it. */
export function readJsonScalar(written: string): Scalar {
  return read(written, JSON_FORMS)
}

function read(written: string, forms: readonly Reading[]): Scalar {
  const found = forms.find(([form]) => form.test(written))
  return found ? found[1](written) : { text: written }
}

/** A whole number with all of its digits, however many there are. */
function whole(written: string, asLiteral: (digits: string) => string): Scalar {
  const literal = asLiteral(written.replace(/^[-+]/, '').replaceAll('_', ''))
  // Nothing but underscores after the prefix is a number for nobody.
  if (/^0[bx]$/.test(literal)) return NOTHING
  return number(written, BigInt(literal))
}

function sexagesimal(written: string): Scalar {
  const parts = written.replace(/^[-+]/, '').replaceAll('_', '').split(':')
  return number(
    written,
    parts.reduce((sum, part) => sum * 60n + BigInt(part), 0n),
  )
}

function number(written: string, size: bigint): Scalar {
  return { text: String(written.startsWith('-') ? -size : size) }
}

/** A number with a fraction or an exponent: no account, name or ID is one, so the usual form will do. */
function broken(written: string): Scalar {
  const plain = written.replaceAll('_', '').toLowerCase()
  const sign = plain.startsWith('-') ? -1 : 1
  const size = plain.replace(/^[-+]/, '')
  const value =
    size === '.inf'
      ? Infinity
      : size.split(':').reduce((sum, part) => sum * 60 + Number(part === '.' ? '0' : part), 0)
  return { text: String(sign * value) }
}
