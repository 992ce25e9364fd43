// A table as the views show it. One template draws them all, so that each has row headers, right-aligned figures, and
// falls apart into labelled lines where the screen is narrow.

export type Tone = 'good' | 'wait' | 'bad' | 'quiet'

export type Cell = {
  readonly text: string
  /** A second, quieter line. */
  readonly note?: string
  readonly href?: string
  /** Shown as a badge. */
  readonly tone?: Tone
  /** The same for machines: a code or a plain number. */
  readonly value?: string | number
  readonly instant?: string
  /** Written by people, so its direction is its own. */
  readonly isFree?: boolean
}

export type Link = { readonly href: string; readonly text: string }

/** A term with what it is. */
export type Fact = { readonly term: string; readonly cell: Cell }

export type Column = { readonly text: string; readonly isFigure?: boolean }

export type Table = {
  readonly id: string
  /** The id of the heading that names it. */
  readonly labelledBy: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}
