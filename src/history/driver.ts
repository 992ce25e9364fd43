// What a database must do for the history: the rest is one set of statements for all of them.

export type Value = string | number | null
export type Row = Readonly<Record<string, Value>>

export type Driver = {
  readonly source: 'sqlite' | 'postgres'
  /** Parameters are `$1`, `$2`, … */
  query(sql: string, values?: readonly Value[]): Promise<Row[]>
  hasTable(name: string): Promise<boolean>
  /** Everything in it sees the same state. */
  read<T>(work: () => Promise<T>): Promise<T>
  /** All or nothing, and never beside another writer. */
  write<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A history that cannot be used, said in one line. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError'
}

/** Why something failed, in one line. */
export function describeError(error: unknown): string {
  // Drivers give several errors at once where a name has several addresses.
  const all: unknown[] = error instanceof AggregateError ? error.errors : [error]
  const texts = all.map((one) => (one instanceof Error ? one.message : String(one)))
  return texts.join('; ').replaceAll(/\s+/g, ' ')
}

/** Runs `work` between two statements, and takes everything back if it fails. */
export async function transact<T>(
  { query }: Pick<Driver, 'query'>,
  begin: string,
  work: () => Promise<T>,
): Promise<T> {
  await query(begin)
  try {
    const result = await work()
    await query('COMMIT')
    return result
  } catch (error) {
    // What made it fail tells more than that it could not be taken back either: the connection is gone then.
    await query('ROLLBACK').catch(() => [])
    throw error
  }
}
