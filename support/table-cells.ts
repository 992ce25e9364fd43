// Tables are read strictly: a column that nobody knows and a cell that is no number would ask for nothing, or for
// something else than they say.

type Row = Readonly<Record<string, string>>

/** Throws where a table with a heading has nothing below it: it would ask for nothing. */
export function requireRows(rows: readonly unknown[]): void {
  if (rows.length === 0) throw new Error('The table has no rows below its heading.')
}

/** Throws where the table has another column than these, or no row. */
export function requireColumns(rows: readonly Row[], known: readonly string[]): void {
  requireRows(rows)
  const unknown = Object.keys(rows[0] ?? {}).find((column) => !known.includes(column))
  if (unknown !== undefined)
    throw new Error(`The table has a column "${unknown}"; there are ${known.join(', ')}.`)
}

/** `663`, `-20`, or money as `12.50`, which counts in the smallest unit. */
export function parseNumber(cell: string): number {
  if (!/^-?\d+(?:\.\d\d)?$/.test(cell)) throw new Error(`"${cell}" is no number, as "663" or "12.50" is.`)
  return Number(cell.replace('.', ''))
}
