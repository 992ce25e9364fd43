// What a scenario has spoken of, by the name it gave: "Anna", "the coffee campaign". A name nobody has mentioned is a
// mistake in the scenario, and says which names there are.

/** A kind of thing; the type parameter says what is remembered of it. */
export type Kind<Thing> = { readonly noun: string; readonly thing?: Thing }

export function defineKind<Thing>(noun: string): Kind<Thing> {
  return { noun }
}

export class Memory {
  readonly #kinds = new Map<string, Map<string, unknown>>()
  readonly #explain: () => void

  /** `explain` throws where something else is the reason that a thing is not there. */
  constructor(explain: () => void = () => undefined) {
    this.#explain = explain
  }

  /** Remembers a thing by its name; a later one of that name takes its place. */
  keep<Thing>({ noun }: Kind<Thing>, name: string, thing: Thing): Thing {
    const known = this.#kinds.get(noun) ?? new Map<string, unknown>()
    // The newest stands last, so that "the campaign" is the one spoken of most recently.
    known.delete(name)
    this.#kinds.set(noun, known.set(name, thing))
    return thing
  }

  /** The thing of that name, or the one spoken of last. */
  recall<Thing>(kind: Kind<Thing>, name = this.names(kind).at(-1) ?? ''): Thing {
    const { noun } = kind
    const known = this.#kinds.get(noun) ?? new Map<string, unknown>()
    if (known.has(name)) return known.get(name) as Thing // kept under this very kind
    this.#explain()
    const names = [...known.keys()].join(', ') || 'none'
    throw new Error(`No ${noun} "${name}" has been spoken of before; there are: ${names}.`)
  }

  /** Of everything of that kind, in the order in which it was spoken of. */
  names({ noun }: Kind<unknown>): readonly string[] {
    return [...(this.#kinds.get(noun)?.keys() ?? [])]
  }

  has({ noun }: Kind<unknown>, name: string): boolean {
    return this.#kinds.get(noun)?.has(name) ?? false
  }
}
