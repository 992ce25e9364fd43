// Documents name a form of body once, or a range of them; what an answer says of itself has its charset beside it.

/** Whether a media type, or a range such as `application/*`, has room for another. */
export function coversMediaType(wide: string, narrow: string): boolean {
  const [range, type] = [essenceOf(wide), essenceOf(narrow)]
  if (range === '*/*' || range === type) return true
  return range.endsWith('/*') && type.startsWith(range.slice(0, -1))
}

export function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(essenceOf(mediaType))
}

function essenceOf(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase()
}
