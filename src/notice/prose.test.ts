// Whatever an author writes, none of it becomes markup of ours.
import { expect, test } from 'vitest'
import type { Letter } from './letter.ts'
import { parseProse } from './prose.ts'
import { renderLetterHtml } from './render-letter-html.ts'
import { renderLetterMarkdown } from './render-letter-markdown.ts'
import { renderLetterText } from './render-letter-text.ts'

function makeLetter(prose: string, name = 'Maple Market'): Letter {
  return {
    language: 'en-GB',
    provider: name,
    subject: name,
    title: name,
    tone: 'calm',
    lead: [name],
    facts: [{ name: 'Services', value: name, detail: name }],
    sections: [{ title: 'Changed', items: [{ title: name, mark: name, blocks: parseProse(prose) }] }],
    footer: name,
  }
}

test('reads paragraphs, lists, code and links, and nothing else', () => {
  expect(
    parseProse('A `b` **c**\nd.\n\n- one\n  more\n- [two](https://x.example/a)\n\n```sh\nls\n```'),
  ).toEqual([
    {
      kind: 'paragraph',
      spans: [
        { kind: 'text', text: 'A ' },
        { kind: 'code', text: 'b' },
        { kind: 'text', text: ' ' },
        { kind: 'strong', text: 'c' },
        { kind: 'text', text: ' d.' },
      ],
    },
    {
      kind: 'list',
      items: [
        [{ kind: 'text', text: 'one more' }],
        [{ kind: 'link', text: 'two', href: 'https://x.example/a' }],
      ],
    },
    { kind: 'code', text: 'ls' },
  ])
})

test('numbered steps stand each on a line of its own, and a number in a sentence does not part it', () => {
  const textOf = (prose: string) => {
    const lines = renderLetterText(makeLetter(prose)).split('\n')
    return lines.slice(lines.lastIndexOf('  Maple Market') + 1, lines.indexOf('-- ') - 1)
  }
  expect(textOf('1. Stop it\n   first\n2. Start it')).toEqual(['  1. Stop it first', '  2. Start it'])
  expect(textOf('Do this:\n1) Stop\n2) Start')).toEqual(['  Do this:', '  1) Stop', '  2) Start'])
  expect(textOf('There were\n3. of them.')).toEqual(['  There were 3. of them.'])
})

test.each([
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[go](javascript:alert(1))',
  '[go](https://x.example/"onmouseover="a)',
  '```\n</pre><script>alert(1)</script>\n```',
  '- <iframe>',
])('%s is shown, not obeyed', (words) => {
  for (const letter of [makeLetter(words), makeLetter('', words)]) {
    const page = renderLetterHtml(letter)
    expect(page).not.toMatch(/<script|<img|<iframe|href="javascript|"onmouseover/)
    const markdown = renderLetterMarkdown(letter).replaceAll(/^```[\s\S]*?^```/gm, '')
    expect(markdown).not.toMatch(/<script|<img|<iframe|[^\\]\]\(javascript/)
  }
})

test('a page asks nothing of anybody', () => {
  const page = renderLetterHtml(makeLetter('Words.'))
  expect(page).not.toMatch(/<script|src=|<link|url\(/)
  expect(page).toContain(`content="default-src 'none'`)
})

test('text shows where links lead, and no sign that a terminal would obey', () => {
  const text = renderLetterText(makeLetter('[guide](https://x.example)\u001B[31m \u202E'))
  expect(text).toContain('guide <https://x.example>')
  expect(text).not.toContain('\u001B')
  expect(text).not.toContain('\u202E')
})
