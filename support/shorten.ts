// Messages show the beginning of long texts; the sign at its end says that there is more, and that a secret in it may
// have been cut.
export function shorten(text: string, longest = 200): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
