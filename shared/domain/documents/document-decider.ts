import { z } from 'zod'
import type { Audience, Decider } from '../decision.ts'
import { documentCommands, type DocumentCommand, type DocumentCommandType } from './commands.ts'
import { decideDocument } from './decide.ts'
import type { OfficialDocument } from './document.ts'
import { isFinal, isWithDrafter } from './document-status.ts'
import type { DocumentEvent } from './events.ts'
import { evolveDocument } from './evolve.ts'
import {
  decideDocumentHandOver,
  documentHandedOver,
  handOverCommand,
  type DocumentHandedOver,
  type HandOverDocument,
} from './hand-over.ts'

/** The drafter always; the reviewer once submitted; the signer once initialled; the clerks once signed. */
export function audienceOfDocument(state: OfficialDocument): Audience {
  const audience = new Set<Audience[number]>([`post:${state.drafter.post}`])
  if (state.route !== null && !isWithDrafter(state.status)) audience.add(`post:${state.route.reviewer}`)
  if (state.route !== null && state.status === 'returned') audience.add(`post:${state.route.reviewer}`)
  if (state.route !== null && (state.initials !== null || isFinal(state.status)))
    audience.add(`post:${state.route.signer}`)
  if (isFinal(state.status)) audience.add('role:clerk')
  return [...audience].sort()
}

/** Outgoing documents (văn bản đi). */
export const documentDecider: Decider<
  OfficialDocument,
  DocumentCommand | HandOverDocument,
  DocumentEvent | DocumentHandedOver
> = {
  kind: 'document',
  parse: (type, payload) => {
    if (type === 'document.handOver') return { type, payload: handOverCommand[type].parse(payload) }
    if (!Object.hasOwn(documentCommands, type)) throw new z.ZodError([])
    return { type, payload: documentCommands[type as DocumentCommandType].parse(payload) } as DocumentCommand
  },
  decide: (state, command, context) =>
    command.type === 'document.handOver'
      ? decideDocumentHandOver(state, command, context)
      : decideDocument(state, command, context),
  evolve: (state, event, id) => {
    if (event.type !== 'handedOver') return evolveDocument(state, event, id)
    if (state === undefined) throw new RangeError('document handed over before created')
    return documentHandedOver(state, event)
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
  ],
}
