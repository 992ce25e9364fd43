// The same notice as chats and status pages want it. Slack: https://api.slack.com/messaging/webhooks; Teams: an adaptive
// card for a workflow; status page: https://developer.statuspage.io, a scheduled incident.
import { z } from 'zod'
import type { Message } from './message.ts'
import { renderItem } from './render-letter-text.ts'

/** Slack reads these three signs as markup. */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function makeSlackMessage({ letter, text }: Message) {
  return {
    text: escapeSlack(letter.subject),
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: letter.subject.slice(0, 150) } },
      ...splitText(text).map((part) => ({ type: 'section', text: { type: 'plain_text', text: part } })),
    ],
  }
}

/** A section of Slack takes 3000 signs, and a message 50 blocks; the text is parted at the ends of its words. */
function splitText(text: string): string[] {
  return (text.match(/\S[^]{0,2998}(?=\s|$)|\S[^]{0,2998}/g) ?? []).slice(0, 49)
}

export function makeTeamsMessage({ letter }: Message) {
  const facts = letter.facts.map(({ name, value, detail }) => ({
    title: escapeCard(name),
    value: escapeCard(detail === undefined ? value : `${value}, ${detail}`),
  }))
  const block = (text: string) => ({ type: 'TextBlock', text: escapeCard(text), wrap: true })
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [
      { ...block(letter.subject), weight: 'Bolder', size: 'Medium' },
      ...letter.lead.map(block),
      { type: 'FactSet', facts },
      ...letter.sections.flatMap(({ title, items }) => [
        { ...block(title), weight: 'Bolder' },
        ...items.map((item) => block(renderItem(item))),
      ]),
    ],
  }
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }],
  }
}

/** Cards read Markdown: links and emphasis are not the author's to make. */
function escapeCard(text: string): string {
  return text.replaceAll(/[\\`*_[\]]/g, '\\$&')
}

/** Never backfilled: what was entered afterwards is no notice. */
export function makeIncident({ kind, letter, text, window, event }: Message, components: readonly string[]) {
  const isDown = event?.release.expectedDowntimeMinutes !== 0
  return {
    incident: {
      name: letter.subject.slice(0, 255),
      status: kind === 'cancellation' ? 'completed' : 'scheduled',
      impact_override: isDown ? 'maintenance' : 'none',
      scheduled_for: window?.start.toString(),
      scheduled_until: window?.end.toString(),
      scheduled_remind_prior: true,
      deliver_notifications: true,
      body: text.slice(0, 25_000),
      component_ids: components,
    },
  }
}

const incidentSchema = z.looseObject({ id: z.string().min(1) })

/** What the page calls the incident, by which it is changed later. */
export function readIncidentId(body: string): string | null {
  try {
    return incidentSchema.parse(JSON.parse(body)).id
  } catch {
    // An answer without an id is still an answer: the next notice makes a new incident.
    return null
  }
}
