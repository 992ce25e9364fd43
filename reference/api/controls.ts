// What tests may do to a whole platform through one of its instances: start it anew instance by instance, copy its store
// and bring the copy to life.

export type Controls = {
  /** Replaces every instance by a new one, of this version if one is named; begins at once and is not waited for. */
  readonly restart: (version: string | undefined) => void
  /** Copies the store as it is now and names the copy. */
  readonly backUp: () => string
  /** Starts an instance over a copy and says where it listens; undefined where there is no such copy. */
  readonly restore: (backup: string) => Promise<string | undefined>
}
