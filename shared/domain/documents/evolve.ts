import * as Y from 'yjs'
import { fromBase64, toBase64 } from '../../kernel/bytes.ts'
import { assertNever } from '../../kernel/assert-never.ts'
import type { SignatureAct, OfficialDocument, TrailStep } from './document.ts'
import { statusAfter, type DocumentMove } from './document-status.ts'
import type { DocumentEvent } from './events.ts'

/** The document after an event. Never refuses; throws only on a log that cannot be (an event before `created`). */
export function evolveDocument(
  state: OfficialDocument | undefined,
  event: DocumentEvent,
  id: string,
): OfficialDocument {
  if (event.type === 'created') {
    return {
      id,
      kind: event.kind,
      status: 'draft',
      version: 1,
      drafter: event.by,
      unit: event.unit,
      createdAt: event.at,
      changedAt: event.at,
      fields: event.fields,
      text: null,
      route: null,
      recipients: [],
      attachments: [],
      note: '',
      returned: null,
      initials: null,
      signature: null,
      number: null,
      seal: null,
      issuedAt: null,
      trail: [step(event)],
      ...(event.amends === undefined ? {} : { amends: event.amends }),
      ...(event.ofMeeting === undefined ? {} : { ofMeeting: event.ofMeeting }),
    }
  }
  if (state === undefined) throw new RangeError(`document event before created: ${event.type}`)
  const changed = { ...state, changedAt: event.at }
  switch (event.type) {
    case 'fieldsEdited':
      return { ...changed, fields: { ...state.fields, ...defined(event.patch) } }
    case 'textEdited':
      return { ...changed, text: mergeText(state.text, event.update) }
    case 'routeSet':
      return { ...changed, route: event.route }
    case 'recipientsSet':
      return { ...changed, recipients: event.recipients }
    case 'attached':
      return {
        ...changed,
        attachments: [...state.attachments.filter((one) => one.id !== event.attachment.id), event.attachment],
      }
    case 'detached':
      return { ...changed, attachments: state.attachments.filter((one) => one.id !== event.attachment) }
    case 'submitted':
      return moved(changed, event, { note: event.note, returned: null })
    case 'returned':
      return moved(changed, event, {
        returned: {
          reason: event.reason,
          at: event.at,
          by: event.by,
          ...(event.marks === undefined || state.initials === null
            ? {}
            : { marked: { pdf: state.initials.pdf, marks: event.marks } }),
        },
        initials: null,
        formPass: undefined,
        version: state.version + (state.initials === null ? 0 : 1),
      })
    case 'initialled':
      return moved(changed, event, { initials: signatureAct(event), formPass: undefined })
    case 'initialsVoided':
      return moved(changed, event, {
        initials: null,
        formPass: undefined,
        version: state.version + 1,
      })
    case 'signed':
      return moved(changed, event, {
        signature: signatureAct(event),
        // Signed again after the node did not accept it: its number is still its own.
        ...(state.number === null ? {} : { status: 'numbered' }),
      })
    case 'numberTaken':
      return moved(changed, event, { number: { book: event.book, number: event.number, date: event.date } })
    case 'sealed':
      return moved(changed, event, { seal: signatureAct(event) })
    case 'issued':
      return moved(changed, event, { issuedAt: event.at })
    case 'amended': {
      const { amendment } = event
      return {
        ...changed,
        amendments: [...(state.amendments ?? []), amendment],
        trail: [...state.trail, step(event)],
      }
    }
    default:
      return assertNever(event)
  }
}

/** Yjs states joined: commutative, so that two offline editors lose nothing. Both base64. */
export function mergeText(text: string | null, update: string): string {
  if (text === null) return update
  return toBase64(Y.mergeUpdates([fromBase64(text), fromBase64(update)]))
}

function moved(
  state: OfficialDocument,
  event: DocumentEvent & { type: DocumentMove },
  change: Partial<OfficialDocument>,
): OfficialDocument {
  return {
    ...state,
    // Whatever comes next answers it: signed again, or returned.
    rejected: undefined,
    status: statusAfter(state.status, event.type) ?? state.status,
    ...change,
    trail: [...state.trail, step(event)],
  }
}

function step(event: DocumentEvent): TrailStep {
  const note = noteOf(event)
  return { act: event.type, at: event.at, by: event.by, ...(note === '' ? {} : { note }) }
}

function noteOf(event: DocumentEvent): string {
  if (event.type === 'returned') return event.reason
  if (event.type === 'amended') return event.amendment.code
  return event.type === 'submitted' ? event.note : ''
}

const signatureAct = (event: DocumentEvent & { type: 'initialled' | 'signed' | 'sealed' }): SignatureAct => ({
  pdf: event.pdf,
  level: event.level,
  at: event.at,
  by: event.by,
})

function defined<T extends object>(patch: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Partial<{
    [K in keyof T]: Exclude<T[K], undefined>
  }>
}
