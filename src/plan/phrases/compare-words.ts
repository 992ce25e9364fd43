// How alike two words look to somebody who misspelt one of them.

export type Compare = (a: string, b: string) => number

/** Compares as below and remembers: the same few hundred words are compared over and over. */
export function makeComparer(): Compare {
  const known = new Map<string, number>()
  return (a, b) => {
    const key = `${a}\0${b}`
    const likeness = known.get(key) ?? compareWords(a, b)
    known.set(key, likeness)
    return likeness
  }
}

/** 1: the same letters in the same order; 0: nothing in common. Upper and lower case are alike. */
export function compareWords(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  if (left === right) return 1
  const longer = Math.max(left.length, right.length)
  // Words of such different lengths have too little in common, whatever their letters.
  if (Math.min(left.length, right.length) * 2 < longer) return 0
  return 1 - countSlips(left, right) / longer
}

/** Letters added, left out, mistaken or exchanged with their neighbour on the way from one word to the other. */
export function countSlips(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isExchanged = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const changed = (last[column - 1] ?? 0) + (isSame ? 0 : 1)
      const exchanged = isExchanged ? (beforeLast[column - 2] ?? Number.POSITIVE_INFINITY) + 1 : changed
      next.push(Math.min(changed, exchanged, (last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    beforeLast = last
    last = next
  }
  return last[b.length] ?? 0
}

/** The nearest of some words, if it is near enough to be what was meant. */
export function findNearWord(word: string, known: Iterable<string>, least = 0.6): string | null {
  let best: { word: string; likeness: number } | null = null
  for (const candidate of known) {
    const likeness = compareWords(word, candidate)
    if (likeness >= least && likeness > (best?.likeness ?? 0)) best = { word: candidate, likeness }
  }
  return best?.word ?? null
}
