// The release page shows names and messages that tests and services wrote. Everything put into a template is
// escaped here, so that no author of a section has to remember to do it.

/** Text that is already HTML; only the `html` tag makes it. */
export type Html = { readonly markup: string }

type Part = string | number | Html | null | false | readonly Part[]

/** Template tag: strings are escaped, Html is taken as it is, arrays are joined, null and false are nothing. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = texts.map(
    (text, index) => text + (index < parts.length ? renderPart(parts[index] ?? null) : ''),
  )
  return { markup: markup.join('') }
}

function renderPart(part: Part): string {
  if (part === null || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part))
  return 'markup' in part ? part.markup : part.map(renderPart).join('')
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Safe between tags and between quotes. Control characters, which no page may hold, become a visible mark. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
    .replaceAll(/(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD')
}

/** Our own sentences may hold `commands`; everything else in them is text. */
export function renderSentence(sentence: string): Html {
  return html`${sentence.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
}
