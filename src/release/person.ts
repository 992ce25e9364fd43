// Who somebody is, as files name people: `Name <address>`, an address or a name. Every rule by which one person has to
// be another asks here, so that no way of writing makes two people of one.
import { domainToASCII } from 'node:url'

/** By their addresses where both have one, else by their names; case and blanks make no difference. */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [readPerson(one), readPerson(other)]
  if (a.address !== null && b.address !== null) return a.address === b.address
  return a.name === b.name
}

/** Whether both are somebody, and not the same. */
export function isAnotherPerson(one: string, other: string): boolean {
  return readPerson(one).name !== '' && readPerson(other).name !== '' && !isSamePerson(one, other)
}

type Person = { readonly address: string | null; readonly name: string }

/** One in angle brackets goes before one that stands in a name; what ends a sentence is no part of that. */
const addresses = [
  /<\s*([^\s<>]+@[^\s<>]+)\s*>/,
  /([^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]*[^\s<>()[\]"',;:.!?])/,
]

function readPerson(written: string): Person {
  const text = fold(written)
  const found = addresses.map((address) => address.exec(text)).find((match) => match !== null)
  if (!found) return { address: null, name: text }
  const name = text.replace(found[0], ' ').trim().replaceAll(/\s+/g, ' ')
  // Of somebody who is but an address, that is the name.
  return { address: found[1] === undefined ? null : foldAddress(found[1]), name: name === '' ? text : name }
}

/** The mailbox that it leads to: what follows a plus is its owner's to choose, and a domain can be written in two alphabets. */
function foldAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).replace(/\.+$/, '')
  return `${address.slice(0, at).replace(/(?<=.)\+.*$/, '')}@${domainToASCII(domain) || domain}`
}

/** Where a domain follows: `@name` alone is how some name people. */
const blanksInAddress = / ?@ | @(?=[^\s@]+\.[^\s@])/g

/** Addresses are compared as mail does it in practice: without regard to case. What cannot be seen tells nobody apart. */
function fold(written: string): string {
  const spaced = written.normalize('NFKC').replaceAll(/\s+/g, ' ').replaceAll('"', '')
  const seen = spaced.replaceAll(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, '')
  return seen.trim().replaceAll(/ +/g, ' ').replaceAll(blanksInAddress, '@').toLowerCase()
}
