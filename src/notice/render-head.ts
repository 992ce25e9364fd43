// The head of every page: it asks for nothing from elsewhere, keeps the browser from doing so, and tells nobody where it was read.
import { html, type Html } from './html.ts'

export type Head = {
  readonly title: string
  readonly style: string
  /** A data: URL. */
  readonly icon?: string
  /** The one script that may run. */
  readonly script?: { readonly sha256Base64: string }
}

/** The `<head>` of a page that is one file. */
export function renderHead({ title, style, icon, script }: Head): Html {
  const directives = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    script && `script-src 'sha256-${script.sha256Base64}'`,
    icon !== undefined && 'img-src data:',
  ]
  const policy = directives.filter(Boolean).join('; ')
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}" />
    <meta name="referrer" content="no-referrer" />
    <title>${title}</title>
    ${icon !== undefined && html`<link rel="icon" href="${icon}" />`}
    <style>
      ${{ markup: style }}
    </style>
  </head>`
}
