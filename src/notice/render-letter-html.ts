// A letter as a page: one file without script or request, which mail readers show and browsers open. Its frame is that
// of the release page.
import { html, type Html } from './html.ts'
import type { Letter, LetterFact, LetterItem, LetterSection } from './letter.ts'
import { letterStyle } from './letter-style.ts'
import type { Block, Span } from './prose.ts'
import { renderHead } from './render-head.ts'

export function renderLetterHtml(letter: Letter): string {
  const page = html`<!doctype html>
    <html lang="${letter.language}">
      ${renderHead({ title: letter.subject, style: letterStyle })}
      <body>
        <article class="letter ${letter.tone}">
          <header>
            <p class="provider">${letter.provider}</p>
            <h1>${letter.title}</h1>
            ${letter.lead.map((text) => html`<p class="lead">${text}</p>`)}
          </header>
          <dl class="facts">${letter.facts.map(renderFact)}</dl>
          ${letter.sections.map(renderSection)}
          <footer><p>${letter.footer}</p></footer>
        </article>
      </body>
    </html> `
  return page.markup
}

function renderFact({ name, value, detail }: LetterFact): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}${detail !== undefined && html` <span class="detail">${detail}</span>`}</dd>
  </div>`
}

function renderSection({ title, items }: LetterSection): Html {
  return html`<section>
    <h2>${title}</h2>
    ${items.map(renderItem)}
  </section>`
}

function renderItem({ title, mark, blocks }: LetterItem): Html {
  return html`<div class="item${mark !== null && ' marked'}">
    ${mark !== null && html`<p class="mark">${mark}</p>`}
    <h3>${title}</h3>
    ${blocks.map(renderBlock)}
  </div>`
}

function renderBlock(block: Block): Html {
  if (block.kind === 'code') return html`<pre>${block.text}</pre>`
  if (block.kind === 'paragraph') return html`<p>${block.spans.map(renderSpan)}</p>`
  return html`<ul>
    ${block.items.map((item) => html`<li>${item.map(renderSpan)}</li>`)}
  </ul>`
}

function renderSpan(span: Span): Html {
  if (span.kind === 'code') return html`<code>${span.text}</code>`
  if (span.kind === 'strong') return html`<strong>${span.text}</strong>`
  if (span.kind === 'text') return html`${span.text}`
  return html`<a href="${span.href}">${span.text}</a>`
}
