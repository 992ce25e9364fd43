// How many answers each backend still owes, so that one can be let go when it owes none.

export type Backend = { readonly url: string }

export type Owing = {
  /** An answer is owed; gives back how to say that it has come, or never will. */
  readonly begin: (backend: Backend) => () => void
  /** Until nothing is owed any more, but not longer than anybody would wait for an answer. */
  readonly waitForNone: (backend: Backend) => Promise<void>
}

const patienceMs = 15_000

export function makeOwing(): Owing {
  const counts = new Map<string, number>()
  const waiting = new Map<string, () => void>()
  const count = ({ url }: Backend) => counts.get(url) ?? 0
  return {
    begin: (backend) => {
      counts.set(backend.url, count(backend) + 1)
      return () => {
        counts.set(backend.url, count(backend) - 1)
        if (count(backend) === 0) waiting.get(backend.url)?.()
      }
    },
    waitForNone: async (backend) => {
      if (count(backend) === 0) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patienceMs)
        waiting.set(backend.url, () => {
          clearTimeout(timer)
          resolve()
        })
      })
      waiting.delete(backend.url)
    },
  }
}
