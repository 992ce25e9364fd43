// The catalogue as one page that opens from disk and needs no network: people type what they mean and copy the phrase.
import { hash } from 'node:crypto'
import type {
  Catalogue,
  CatalogueExample,
  CatalogueParameter,
  CataloguePhrase,
  CataloguePlaces,
  Noun,
} from '../plan/catalogue/catalogue.ts'
import { cataloguePageScript } from './catalogue-page-script.ts'
import { cataloguePageStyle } from './catalogue-page-style.ts'
import { countPhrases, isWorthTelling, listBraces, splitPlaces, usedNowhere } from './catalogue-words.ts'
import { count } from './count-nouns.ts'
import { html, renderSentence, type Html } from '../notice/html.ts'
import { renderHead } from '../notice/render-head.ts'

// Written at the start of each file's path: the page stands two folders below the project's root.
const root = '../../'

/** docs/steps/index.html */
export function renderCataloguePage(catalogue: Catalogue): string {
  const { nouns } = catalogue
  const page = html`<!doctype html>
    <html lang="en">
      ${head}
      <body>
        <a class="skip" href="#phrases">To the phrases</a>
        ${renderTop(catalogue)} ${renderBar(countPhrases(nouns))}
        <div class="wrap columns">
          ${renderNouns(nouns)}
          <main id="phrases">
            ${nouns.map(renderNoun)} ${renderBraces(nouns)}
            <p id="nothing" hidden>
              No phrase has these words. Try fewer of them. <button type="button" id="all">Show all</button>
            </p>
          </main>
        </div>
        ${renderFooter()} ${script}
      </body>
    </html> `
  return `${page.markup.trimEnd()}\n`
}

// The browser runs the script with this digest and no other; not even its white space may change.
const script: Html = { markup: `<script>${cataloguePageScript}</script>` }

function renderTop({ nouns, features }: Catalogue): Html {
  return html`<header class="top">
    <div class="wrap">
      <h1>Phrases</h1>
      <p>
        What can be said in a scenario: ${countPhrases(nouns)} phrases, with examples out of ${features}
        features. A click copies a phrase or its example.
      </p>
      <p class="keys">
        <kbd>/</kbd> to search, <kbd>↓</kbd> <kbd>↑</kbd> to move, <kbd>Enter</kbd> to copy, <kbd>Esc</kbd> to
        begin again
      </p>
    </div>
  </header>`
}

function renderFooter(): Html {
  return html`<footer>
    <div class="wrap">
      <p>
        Written by <code>npx airlock steps --write</code> from <code>steps/</code> and <code>features/</code>;
        changes belong there.
      </p>
    </div>
  </footer>`
}

const icon =
  "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><text y='13' font-size='14' fill='%238a2a63'>{}</text></svg>"
const head = renderHead({
  title: 'Phrases · Airlock',
  style: cataloguePageStyle,
  icon,
  script: { sha256Base64: hash('sha256', cataloguePageScript, 'base64') },
})

function renderBar(count: number): Html {
  const keywords = [
    { name: 'All', value: '' },
    ...['Given', 'When', 'Then'].map((name) => ({ name, value: name })),
  ]
  return html`<div class="bar">
    <div class="wrap" role="search">
      <div>
        <label class="hidden" for="search">Search phrases, meanings and examples</label>
        <input
          id="search"
          type="search"
          placeholder="Search, such as: wallet suspended"
          autocomplete="off"
          spellcheck="false"
        />
      </div>
      <fieldset aria-label="Kind of step">
        ${keywords.map(
          ({ name, value }) =>
            html`<label
              ><input
                type="radio"
                name="keyword"
                value="${value}"
                ${value === '' ? { markup: 'checked' } : null}
              /><span>${name}</span></label
            >`,
        )}
      </fieldset>
      <p id="count" role="status">${String(count)} phrases</p>
    </div>
  </div>`
}

function renderNouns(nouns: readonly Noun[]): Html {
  return html`<nav class="nouns" aria-label="Nouns">
    <ul>
      ${nouns.map(
        ({ name, phrases }) =>
          html`<li>
            <a href="#${name}">${name} <span class="quiet">${phrases.length}</span></a>
          </li> `,
      )}
    </ul>
  </nav>`
}

function renderNoun({ name, about, phrases }: Noun): Html {
  return html`<section id="${name}" aria-labelledby="${name}-title">
    <h2 id="${name}-title">${name}</h2>
    <p class="quiet">${renderSentence(about)}</p>
    ${phrases.map((phrase) => renderPhrase(phrase, name))}
  </section> `
}

function renderPhrase(phrase: CataloguePhrase, noun: string): Html {
  const { keyword, meaning, example, uses, places, parameters } = phrase
  const word = keyword === 'Unknown' ? '*' : keyword
  const values = parameters.flatMap((parameter) => parameter.values ?? [])
  const text = [noun, phrase.phrase, meaning, example?.text ?? '', ...values].join(' ')
  const choices = parameters.filter(isWorthTelling)
  return html`<article class="phrase" data-keyword="${word}" data-text="${text}">
    <div class="say">
      <button type="button" class="copy" data-copy="${word} ${phrase.phrase}">
        <span class="keyword">${word}</span> ${renderWords(phrase.phrase)}
      </button>
      <span class="note${uses === 0 ? ' unused' : ''}">${uses === 0 ? usedNowhere : count(uses, 'use')}</span>
    </div>
    ${meaning !== '' && html`<p>${renderSentence(meaning)}</p>`}
    ${example && example.text !== phrase.phrase && renderExample(example)}
    ${choices.length > 0 && html`<dl class="values">${choices.map(renderChoice)}</dl>`}
    ${renderPlaces(places, phrase)}
  </article> `
}

/** What is to be filled in stands out. */
function renderWords(phrase: string): Html {
  return html`${splitPlaces(phrase).map((part, index) => (index % 2 === 1 ? html`<var>${part}</var>` : part))}`
}

function renderExample({ keyword, text, argument }: CatalogueExample): Html {
  const lines = [`${keyword} ${text}`, ...argument.map((line) => `  ${line}`)].join('\n')
  return html`<button type="button" class="example" data-copy="${lines}" title="Copy the example">
    <span>${lines}</span>
  </button>`
}

function renderChoice({ name, values, seen }: CatalogueParameter): Html {
  const list = (values ?? seen).map((value, index) => html`${index > 0 ? ' · ' : ''}<b>${value}</b>`)
  return html`<dt><var>${name.startsWith('(') ? '( | )' : name}</var></dt>
    <dd>${values === null ? 'such as ' : null}${list}</dd> `
}

/** Everything that may stand in braces, each once. */
function renderBraces(nouns: readonly Noun[]): Html {
  return html`<aside id="braces" aria-labelledby="braces-title">
    <h2 id="braces-title">What stands in braces</h2>
    <dl class="values">
      ${listBraces(nouns).map(
        ({ name, about }) =>
          html`<dt><var>${name}</var></dt>
            <dd>${renderSentence(about)}</dd> `,
      )}
    </dl>
  </aside>`
}

function renderPlaces(places: readonly CataloguePlaces[], { uri, line }: CataloguePhrase): Html {
  const features = count(places.length, 'feature')
  return html`<details>
    <summary>${places.length === 0 ? 'Where it is defined' : `Where it is used: ${features}`}</summary>
    <ul>
      ${places.map(
        (place) => html`<li><a href="${root}${place.uri}">${place.uri}</a>:${place.lines.join(', ')}</li> `,
      )}
      <li class="quiet">defined at <a href="${root}${uri}">${uri}</a>:${line}</li>
    </ul>
  </details>`
}
