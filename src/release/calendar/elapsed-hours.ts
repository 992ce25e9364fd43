// Twelve hours are twelve hours, also over the night on which the clocks change: between instants, never wall times.

/** Hours from one instant to the other; negative where `to` comes first. */
export function elapsedHours(from: Temporal.Instant, to: Temporal.Instant): number {
  return from.until(to).total('hours')
}
