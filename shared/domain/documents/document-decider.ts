import type { Audience, Decider } from '../decision.ts'
import { documentCommands, type DocumentCommand } from './commands.ts'
import { decideDocument } from './decide.ts'
import type { OfficialDocument } from './document.ts'
import { isFinal, isWithDrafter } from './document-status.ts'
import type { DocumentEvent } from './events.ts'
import { evolveDocument } from './evolve.ts'
import {
  checkCommand,
  decideCheck,
  documentChecked,
  type CheckEvent,
  type RecordCheck,
} from './record-check.ts'
import {
  decideDocumentHandOver,
  documentHandedOver,
  handOverCommand,
  type DocumentHandedOver,
  type HandOverDocument,
} from './hand-over.ts'
import {
  checkFormCommand,
  decideFormCheck,
  documentFormChecked,
  type CheckForm,
  type FormChecked,
} from './check-form.ts'
import { postsOfRoute } from './form-checker.ts'
import { parserOf } from '../parse-command.ts'

/** The drafter always; the reviewer once submitted; checker of form and signer once initialled; the clerks once signed, and for good once numbered. */
export function audienceOfDocument(state: OfficialDocument): Audience {
  const audience = new Set<Audience[number]>([`post:${state.drafter.post}`])
  if (state.route !== null && !isWithDrafter(state.status)) audience.add(`post:${state.route.reviewer}`)
  if (state.route !== null && state.status === 'returned') audience.add(`post:${state.route.reviewer}`)
  if (state.route !== null && (state.initials !== null || isFinal(state.status)))
    for (const post of postsOfRoute(state.route)) audience.add(`post:${post}`)
  if (isFinal(state.status) || state.number !== null) audience.add('role:clerk')
  return [...audience].sort()
}

/** Outgoing documents (văn bản đi). */
export const documentDecider: Decider<
  OfficialDocument,
  DocumentCommand | HandOverDocument | RecordCheck | CheckForm,
  DocumentEvent | DocumentHandedOver | CheckEvent | FormChecked
> = {
  kind: 'document',
  parse: parserOf({ ...documentCommands, ...handOverCommand, ...checkCommand, ...checkFormCommand }),
  decide: (state, command, context) => {
    switch (command.type) {
      case 'document.handOver':
        return decideDocumentHandOver(state, command, context)
      case 'document.recordCheck':
        return decideCheck(state, command, context)
      case 'document.checkForm':
        return decideFormCheck(state, command, context)
      default:
        return decideDocument(state, command, context)
    }
  },
  evolve: (state, event, id) => {
    switch (event.type) {
      case 'handedOver':
        return documentHandedOver(existing(state, event), event)
      case 'signatureChecked':
      case 'signatureRejected':
        return documentChecked(existing(state, event), event)
      case 'formChecked':
        return documentFormChecked(existing(state, event), event)
      default:
        return evolveDocument(state, event, id)
    }
  },
  audienceOf: audienceOfDocument,
  eventTypes: [
    'created',
    'fieldsEdited',
    'textEdited',
    'routeSet',
    'recipientsSet',
    'attached',
    'detached',
    'submitted',
    'returned',
    'initialled',
    'initialsVoided',
    'signed',
    'numberTaken',
    'sealed',
    'issued',
    'amended',
    'handedOver',
    'signatureChecked',
    'signatureRejected',
    'formChecked',
  ],
}

function existing(state: OfficialDocument | undefined, event: { readonly type: string }): OfficialDocument {
  if (state === undefined) throw new RangeError(`document event before created: ${event.type}`)
  return state
}
