// XML of unknown writers → elements, or a reason. It is validated before it is read, since a report that breaks off is
// still full of tests that passed; document types are refused, and entities are only the five that XML has itself.
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { decodeText, type DecodedText } from '../decode-text.ts'

export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}
export type ParsedXml =
  | { readonly ok: true; readonly root: XmlElement; readonly flaw: string | null }
  | { readonly ok: false; readonly reason: string }

/** What the library makes of a node: its name as a key, its attributes under another. */
type RawNode = Readonly<Record<string, unknown>>

const attributesKey = ':@'
const textKey = '#text'
const cdataKey = '#cdata'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: cdataKey,
  ignoreDeclaration: true,
  ignorePiTags: true,
})

/** Bytes of a file → its root element. */
export function parseXml(bytes: Uint8Array): ParsedXml {
  if (bytes.length === 0) return { ok: false, reason: 'empty file' }
  try {
    const { text, flaw } = decode(bytes)
    const problem = findProblem(text)
    if (problem !== null) return { ok: false, reason: problem }
    const roots = (parser.parse(text) as RawNode[]).filter(isElement)
    const [root] = roots
    if (!root || roots.length > 1) return { ok: false, reason: `${roots.length} root elements` }
    return { ok: true, root: makeElement(root), flaw }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message.slice(0, 160) : 'no XML' }
  }
}

function findProblem(text: string): string | null {
  // A report may quote a whole page, document type and all; only in front of the root does it mean anything.
  if (/^\s*(?:<\?(?:[^?]|\?(?!>))*\?>\s*|<!--(?:[^-]|-(?!->))*-->\s*)*<!doctype/i.test(text))
    return 'a document type, which is refused'
  const valid = XMLValidator.validate(text, { allowBooleanAttributes: false })
  if (valid === true) return null
  const { msg, line, col } = valid.err
  return `${msg.replaceAll(/\s+/g, ' ').slice(0, 120)} (line ${line}, column ${col})`
}

function decode(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes
  if (first === 0x3c && second === 0) return { text: new TextDecoder('utf-16le').decode(bytes), flaw: null }
  if (first === 0 && second === 0x3c) return { text: new TextDecoder('utf-16be').decode(bytes), flaw: null }
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const encoding = /^<\?xml[^>]*\sencoding=["']([\w.:-]+)["']/.exec(head)?.[1]?.toLowerCase()
  if (encoding === undefined || /^utf-?(?:8|16)$/.test(encoding)) return decodeText(bytes)
  // Throws on a name it does not know, which is a reason like any other.
  return { text: new TextDecoder(encoding).decode(bytes), flaw: null }
}

function isElement(node: RawNode): boolean {
  const name = nameOf(node)
  return name !== undefined && name !== textKey && name !== cdataKey
}

function nameOf(node: RawNode): string | undefined {
  return Object.keys(node).find((key) => key !== attributesKey)
}

/** Goes down as deep as the library has read, which stops at a hundred levels. */
function makeElement(node: RawNode): XmlElement {
  const name = nameOf(node) ?? ''
  const inner = node[name] as readonly RawNode[]
  const attributes = Object.entries((node[attributesKey] ?? {}) as Record<string, string>)
  return {
    name,
    attributes: Object.fromEntries(attributes.map(([key, value]) => [key, decodeEntities(value)])),
    children: inner.filter(isElement).map(makeElement),
    text: inner.map(textOf).join(''),
  }
}

function textOf(node: RawNode): string {
  const text = node[textKey]
  if (typeof text === 'string') return decodeEntities(text)
  const cdata = node[cdataKey] as readonly Readonly<Record<string, string>>[] | undefined
  return (cdata ?? []).map((part) => part[textKey] ?? '').join('')
}

const entities: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['amp', '&'],
])

/** An entity that XML does not have stays as it was written. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w+);/gi, decodeEntity)
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities.get(name) ?? whole
  const isHex = /^#x/i.test(name)
  const code = isHex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}
