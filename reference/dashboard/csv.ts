// Tables as files, as RFC 4180 has them. A text that a spreadsheet would take for a formula is marked as text.
export type Sheet = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

export function renderCsv({ columns, rows }: Sheet): string {
  return [columns, ...rows].map((row) => `${row.map(renderCell).join(',')}\r\n`).join('')
}

function renderCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
