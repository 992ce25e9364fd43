// Escaping is the one thing on the release page that must never be forgotten.
import { expect, test } from 'vitest'
import { escapeHtml, html, renderSentence } from './html.ts'

test('text is escaped wherever it stands, also within quotes', () => {
  const hostile = `"><script>alert('x')</script>&`
  expect(html`<a href="${hostile}">${hostile}</a>`.markup).toBe(
    '<a href="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</a>',
  )
})

test('templates nest, lists are joined, and nothing shows nothing', () => {
  const items = ['a', 'b'].map((text) => html`<i>${text}</i>`)
  expect(html`<b>${items}${null}${false}${0}</b>`.markup).toBe('<b><i>a</i><i>b</i>0</b>')
})

test('an object that only looks like markup is never taken for text of a template', () => {
  expect(html`<p>${JSON.stringify({ markup: '<b>' })}</p>`.markup).toBe(
    '<p>{&quot;markup&quot;:&quot;&lt;b&gt;&quot;}</p>',
  )
})

test('control characters and marks that turn the direction of text become visible, line ends stay', () => {
  expect(escapeHtml('a\u0000b\u001B[31m\u202Ec\n\td')).toBe('a\uFFFDb\uFFFD[31m\uFFFDc\n\td')
})

test('commands in a sentence are set as code, and escaped all the same', () => {
  expect(renderSentence('Judge it with `airlock <gate>`.').markup).toBe(
    'Judge it with <code>airlock &lt;gate&gt;</code>.',
  )
})
