// Text and elements of XML. Test names and causes come from anywhere, and one character that XML does not know makes a
// whole report unreadable.

type Attributes = Readonly<Record<string, string | number | undefined>>

/** Text that stands between tags, or in an attribute. */
export function escapeXml(text: string): string {
  return (
    text
      // Everything that XML 1.0 has no place for, lone halves of pairs among it.
      .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll('\r', '&#13;')
      // Read from a log, a line like this would be a command; read as XML, it is what it was.
      .replaceAll(/^([^\S\n]*):(?=:)/gm, '$1&#58;')
      .replaceAll(/#(?=#(?:vso|teamcity)?\[)/g, '&#35;')
  )
}

/** An element; its content is XML already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeAttribute(String(value))}"`],
  )
  const open = `<${name}${written.join('')}`
  return content === '' ? `${open}/>` : `${open}>${content}</${name}>`
}

/** Readers turn line ends in attributes into blanks unless they are written as numbers. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}
