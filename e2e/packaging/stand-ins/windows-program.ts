/** How the sections of the program lie in its file and in memory, in bytes. */
const FILE_ALIGNMENT = 0x2_00
const SECTION_ALIGNMENT = 0x10_00
const HEADERS = 0x4_00
const PE_HEADER = 0x80
const OPTIONAL_HEADER = 240
/** Where Windows would have it: below 4 GiB nothing of a 64-bit program lies by chance. */
const IMAGE_BASE = 0x1_4000_0000n

const MACHINE_X64 = 0x86_64
const EXECUTABLE_LARGE_ADDRESSES = 0x22
const LIBRARY = 0x20_00
const CONSOLE_SUBSYSTEM = 3
/** Data execution prevention, and loading at any address. */
const PROTECTED = 0x01_60
const CODE_READ_EXECUTE = 0x60_00_00_20
const DATA_READ = 0x40_00_00_40

const roundedUp = (size: number, to: number): number => Math.ceil(size / to) * to

type Section = { name: string; traits: number; address: number; offset: number; bytes: Buffer }

function writeSection(header: Buffer, at: number, section: Section): void {
  header.write(section.name, at, 'latin1')
  header.writeUInt32LE(section.bytes.length, at + 8)
  header.writeUInt32LE(section.address, at + 12)
  header.writeUInt32LE(roundedUp(section.bytes.length, FILE_ALIGNMENT), at + 16)
  header.writeUInt32LE(section.offset, at + 20)
  header.writeUInt32LE(section.traits, at + 36)
}

function writeOptionalHeader(header: Buffer, at: number, code: Section, data: Section): void {
  header.writeUInt16LE(0x2_0b, at) // a 64-bit image
  header.writeUInt32LE(roundedUp(code.bytes.length, FILE_ALIGNMENT), at + 4)
  header.writeUInt32LE(roundedUp(data.bytes.length, FILE_ALIGNMENT), at + 8)
  header.writeUInt32LE(code.address, at + 16) // where it begins
  header.writeUInt32LE(code.address, at + 20)
  header.writeBigUInt64LE(IMAGE_BASE, at + 24)
  header.writeUInt32LE(SECTION_ALIGNMENT, at + 32)
  header.writeUInt32LE(FILE_ALIGNMENT, at + 36)
  for (const field of [40, 48]) header.writeUInt16LE(6, at + field) // Windows 6 and newer
  header.writeUInt32LE(data.address + roundedUp(data.bytes.length, SECTION_ALIGNMENT), at + 56)
  header.writeUInt32LE(HEADERS, at + 60)
  header.writeUInt16LE(CONSOLE_SUBSYSTEM, at + 68)
  header.writeUInt16LE(PROTECTED, at + 70)
  for (const field of [72, 88]) header.writeBigUInt64LE(0x10_00_00n, at + field) // stack, heap
  for (const field of [80, 96]) header.writeBigUInt64LE(0x10_00n, at + field)
  header.writeUInt32LE(16, at + 108)
}

/**
 * A whole Windows program (PE32+, x64) that ends at once with success, or a library of that kind. It
 * stands where Electron's would, so that packaging can edit, sign and install it; it is no app.
 * `content` lies in its data, as Electron's fuses do.
 * Source: https://learn.microsoft.com/windows/win32/debug/pe-format
 */
export function windowsProgram(kind: 'program' | 'library', content: Buffer): Buffer {
  // mov eax, result; ret: a program succeeds with 0, a library with 1.
  const code = Buffer.from([0xb8, kind === 'program' ? 0 : 1, 0, 0, 0, 0xc3])
  const text = { name: '.text', traits: CODE_READ_EXECUTE, address: SECTION_ALIGNMENT }
  const rdata = { name: '.rdata', traits: DATA_READ, address: 2 * SECTION_ALIGNMENT }
  const first: Section = { ...text, offset: HEADERS, bytes: code }
  const second: Section = { ...rdata, offset: HEADERS + FILE_ALIGNMENT, bytes: content }
  const header = Buffer.alloc(HEADERS)
  header.write('MZ', 0, 'latin1')
  header.writeUInt32LE(PE_HEADER, 0x3c)
  header.write('PE\0\0', PE_HEADER, 'latin1')
  header.writeUInt16LE(MACHINE_X64, PE_HEADER + 4)
  header.writeUInt16LE(2, PE_HEADER + 6)
  header.writeUInt16LE(OPTIONAL_HEADER, PE_HEADER + 20)
  header.writeUInt16LE(
    EXECUTABLE_LARGE_ADDRESSES | (kind === 'library' ? LIBRARY : 0),
    PE_HEADER + 22,
  )
  writeOptionalHeader(header, PE_HEADER + 24, first, second)
  const sections = PE_HEADER + 24 + OPTIONAL_HEADER
  writeSection(header, sections, first)
  writeSection(header, sections + 40, second)
  const padded = (bytes: Buffer): Buffer =>
    Buffer.concat([bytes], roundedUp(Math.max(bytes.length, 1), FILE_ALIGNMENT))
  return Buffer.concat([header, padded(code), padded(content)])
}
