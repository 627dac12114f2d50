import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** One table of a package: each row by the names of its columns. */
export type Table = readonly Readonly<Record<string, string>>[]

/**
 * Runs one of the tools for packages, apart from the time zone and the language of whoever builds: they write
 * both into what they make.
 */
export async function runTool(tool: string, args: readonly string[], cwd = '.'): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', TZ: 'UTC', LC_ALL: 'C.UTF-8' }
  const { stdout } = await run(tool, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 })
  return stdout
}

/** The rows of what `msiinfo export` printed: three lines about the columns, then a line a row. */
export function rowsOf(text: string): Table {
  const [names = '', , , ...rows] = text.split('\r\n')
  const columns = names.split('\t')
  return rows
    .filter((row) => row !== '')
    .map((row) => {
      const values = row.split('\t')
      return Object.fromEntries(columns.map((column, place) => [column, values[place] ?? '']))
    })
}

/** The names of the tables of the package `file`. */
export async function tablesOf(file: string): Promise<string[]> {
  return (await runTool('msiinfo', ['tables', file])).split('\n').filter((name) => name !== '')
}

/** The table `name` of the package `file`. */
export async function tableOf(file: string, name: string): Promise<Table> {
  // It also writes what is binary in a table into a folder of the table's name, wherever it runs.
  const folder = await mkdtemp(path.join(tmpdir(), 'msi-table-'))
  try {
    return rowsOf(await runTool('msiinfo', ['export', path.resolve(file), name], folder))
  } finally {
    await rm(folder, { recursive: true })
  }
}
