// Search, keyboard and copying of the catalogue page. Without it the page is a list that can be read all the same.

export const cataloguePageScript = `
const search = document.querySelector('#search')
const sections = [...document.querySelectorAll('section')]
const phrases = [...document.querySelectorAll('.phrase')].map((element) => ({
  element,
  keyword: element.dataset.keyword,
  own: ' ' + fold(element.querySelector('.copy').dataset.copy),
  text: ' ' + fold(element.dataset.text),
}))

// Letters and digits only, without accents and case: "Anna's" is found by "annas" and by "anna".
function fold(text) {
  return text.normalize('NFD').replace(/[\\u0300-\\u036f'’]/g, '').toLowerCase().replace(/[^\\p{L}\\p{N}]+/gu, ' ')
}

// An address that was typed or cut may hold half an escape.
function decode(text) {
  try { return decodeURIComponent(text) } catch { return text }
}

function wordsOf(text) {
  return fold(text).split(' ').filter(Boolean)
}

function show() {
  const words = wordsOf(search.value)
  const keyword = document.querySelector('[name=keyword]:checked').value
  const has = (text) => words.every((word) => text.includes(' ' + word))
  for (const phrase of phrases) {
    phrase.element.hidden = !has(phrase.text) || (keyword !== '' && phrase.keyword !== keyword)
    phrase.isOwn = has(phrase.own)
  }
  sections.forEach(showSection)
  order()
  const shown = phrases.filter(({ element }) => !element.hidden).length
  document.querySelector('#nothing').hidden = shown > 0
  document.querySelector('#braces').hidden = words.length > 0
  tell(shown === phrases.length ? shown + ' phrases' : shown + ' of ' + phrases.length + ' phrases')
  mark(words)
  history.replaceState(null, '', search.value ? '#q=' + encodeURIComponent(search.value) : location.pathname)
}

function showSection(section) {
  const own = section.querySelectorAll('.phrase:not([hidden])').length
  section.hidden = own === 0
  const link = document.querySelector('.nouns a[href="#' + section.id + '"]')
  link.querySelector('span').textContent = own
  link.parentElement.classList.toggle('none', own === 0)
}

// Phrases that say it come before those that only mean it; otherwise all stay in their order.
function order() {
  const isFirst = (section) => phrases.some(({ element, isOwn }) => isOwn && !element.hidden && section.contains(element))
  for (const section of [...sections].sort((a, b) => isFirst(b) - isFirst(a))) section.parentElement.insertBefore(section, document.querySelector('#braces'))
  for (const { element } of [...phrases].sort((a, b) => b.isOwn - a.isOwn)) element.parentElement.append(element)
}

function tell(text) {
  document.querySelector('#count').textContent = text
}

// Painted by the browser over the text, so that nothing of the page has to be rebuilt.
function mark(words) {
  if (!globalThis.Highlight) return
  const ranges = words.length === 0 ? [] : [...document.querySelectorAll('.phrase:not([hidden])')].flatMap((element) => rangesIn(element, words))
  CSS.highlights.set('found', new Highlight(...ranges))
}

function rangesIn(element, words) {
  const ranges = []
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.closest('details') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
  while (walker.nextNode()) {
    const text = walker.currentNode.data.toLowerCase()
    for (const word of words) {
      for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
        if (at > 0 && /[\\p{L}\\p{N}]/u.test(text[at - 1])) continue
        const range = new Range()
        range.setStart(walker.currentNode, at)
        range.setEnd(walker.currentNode, at + word.length)
        ranges.push(range)
      }
    }
  }
  return ranges
}

async function copy(button) {
  const text = button.dataset.copy
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    copyOldWay(text, button)
  }
  const phrase = button.closest('.phrase')
  const note = phrase.querySelector('.note')
  note.dataset.said ??= note.textContent
  note.textContent = 'copied'
  phrase.classList.add('copied')
  tell('Copied: ' + text)
  clearTimeout(phrase.timer)
  phrase.timer = setTimeout(() => {
    note.textContent = note.dataset.said
    phrase.classList.remove('copied')
  }, 1500)
}

// Where a page from disk may not use the clipboard.
function copyOldWay(text, button) {
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
  button.focus()
}

// From the search down through what was found, and back.
function move(step) {
  const stops = [search, ...document.querySelectorAll('.phrase:not([hidden]) .copy')]
  const here = document.activeElement.closest('.phrase')?.querySelector('.copy') ?? search
  const next = stops[stops.indexOf(here) + step]
  next?.focus()
  if (next && next !== search) next.scrollIntoView({ block: 'nearest' })
}

addEventListener('keydown', (event) => {
  const isTyping = event.target === search
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (event.target.name === 'keyword') return
    event.preventDefault()
    move(event.key === 'ArrowDown' ? 1 : -1)
  } else if (event.key === 'Escape') {
    search.value = ''
    show()
    search.focus()
  } else if (event.key === '/' && !isTyping) {
    event.preventDefault()
    search.focus()
    search.select()
  } else if (event.key === 'Enter' && isTyping) {
    document.querySelector('.phrase:not([hidden]) .copy')?.click()
  }
})
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]')
  if (button) copy(button)
  if (event.target.id === 'all') { search.value = ''; document.querySelector('[name=keyword]').checked = true; show(); search.focus() }
})
search.addEventListener('input', show)
for (const choice of document.querySelectorAll('[name=keyword]')) choice.addEventListener('change', show)
const asked = /^#q=(.*)$/.exec(location.hash)
if (asked) { search.value = decode(asked[1]); show() } else mark([])
if (!location.hash) search.focus({ preventScroll: true })
`
