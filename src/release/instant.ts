// Which instants there are for Airlock: those that are written as people write them. A result may claim any number.

const last = Temporal.Instant.from('9999-12-31T23:59:59.999Z').epochMilliseconds

/** Milliseconds since 1970, up to the last year that has four digits. */
export function isInstant(ms: number): boolean {
  return ms >= 0 && ms <= last
}
