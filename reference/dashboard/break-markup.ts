// Faults of the markup, as a careless change to a template or a library of parts would ship them. They work on the
// finished page, so that the templates know nothing of them.
import type { FaultName, Faults } from '../faults/faults.ts'

type Break = { readonly fault: FaultName; readonly pattern: RegExp; readonly replacement: string }

const breaks: readonly Break[] = [
  {
    // Neither a tabulator nor Enter in a field gets to it: the form's first button is another one, and switched off.
    fault: 'mouse-only-button',
    pattern: /<button type="submit">Give points<\/button>/g,
    replacement:
      '<button type="submit" disabled hidden></button><button type="submit" tabindex="-1">Give points</button>',
  },
  {
    fault: 'field-unlabelled',
    pattern: /<label for="reason">([^<]*)<\/label>/g,
    replacement: '<p><strong>$1</strong></p>',
  },
  {
    fault: 'error-unannounced',
    pattern: / role="alert"| aria-invalid="true"| aria-describedby="[^"]*-error"/g,
    replacement: '',
  },
  { fault: 'focus-lost', pattern: / tabindex="-1" autofocus/g, replacement: '' },
]

export function breakMarkup(html: string, faults: Faults): string {
  return breaks
    .filter(({ fault }) => faults.has(fault))
    .reduce((broken, { pattern, replacement }) => broken.replace(pattern, replacement), html)
}
