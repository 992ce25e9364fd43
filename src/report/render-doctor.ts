// What a machine has for Airlock, for the person who sits in front of it: one line each, and the command that mends it.

export type Examination = {
  readonly what: 'Node' | 'Browser' | 'Java' | 'Allure report' | 'Workers'
  /** `fallback` works, but something better could be had. */
  readonly state: 'good' | 'fallback' | 'missing'
  readonly found: string
  /** What to do for something better; empty where nothing is. */
  readonly remedy: string
}

const signs: Record<Examination['state'], string> = { good: '✓', fallback: '~', missing: '✕' }

/** Aligned lines; a remedy stands under what it mends. */
export function renderDoctor(examinations: readonly Examination[]): string {
  const width = Math.max(...examinations.map(({ what }) => what.length))
  const lines = examinations.flatMap(({ what, state, found, remedy }) => {
    const line = `${signs[state]} ${what.padEnd(width)}  ${found}`
    return remedy === '' ? [line] : [line, `${' '.repeat(width + 4)}${remedy}`]
  })
  return `${[...lines, '', renderSummary(examinations)].join('\n')}\n`
}

function renderSummary(examinations: readonly Examination[]): string {
  const missing = examinations.filter(({ state }) => state === 'missing').map(({ what }) => what)
  return missing.length === 0
    ? 'Everything that `npm start` needs is here.'
    : `Missing for \`npm start\`: ${missing.join(', ')}.`
}
