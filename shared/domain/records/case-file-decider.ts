import { z } from 'zod'
import { blobRef } from '../blob-ref.ts'
import {
  events,
  refuse,
  type Audience,
  type Decider,
  type Decision,
  type DecisionContext,
  type Happened,
} from '../decision.ts'
import type { Letter } from '../correspondence/letter.ts'
import {
  asideReasons,
  caseFileId,
  contentsHash,
  duplicatesIn,
  itemFile,
  itemSource,
  sameSource,
  type AsideReason,
  type CaseFile,
  type CaseFileStatus,
  type FileItem,
  type ItemFacts,
  type ItemSource,
} from './case-file.ts'
import { filePlanId, notation, plannedFile, type FilePlan } from './file-plan.ts'
import { factsSeen } from './item-facts.ts'
import { retention, type Retention } from './retention.ts'
import { parserOf } from '../parse-command.ts'

const id = z.string().min(1).max(64)
const reason = z.string().max(2000)
const title = z.string().max(500)
const caseFileCommands = {
  'case-file.open': z.strictObject({
    year: z.int().min(1900).max(2200),
    notation,
    title,
    retention,
    /** Per the file plan of the year; otherwise per a work plan (Decree 30 Art 29.1). */
    isPlanned: z.boolean(),
    startedOn: z.iso.date(),
  }),
  /** `files`: every file of the letter or document, so that whoever may read the work file may read them. */
  'case-file.put': z.strictObject({
    source: z.strictObject({ kind: z.enum(['letter', 'document']), id }),
    files: z.array(blobRef).max(500),
  }),
  /** Something that is neither letter nor document of this system. */
  'case-file.putOther': z.strictObject({
    id,
    code: z.string().max(200),
    typeName: z.string().max(200),
    subject: z.string().min(1).max(1000),
    author: z.string().max(500),
    date: z.iso.date().nullable(),
    pages: z.int().nonnegative().nullable(),
    files: z.array(itemFile).max(500),
  }),
  'case-file.takeOut': z.strictObject({ source: itemSource, reason }),
  'case-file.close': z.strictObject({
    title,
    retention,
    endedOn: z.iso.date(),
    aside: z.array(z.strictObject({ source: itemSource, reason: z.enum(asideReasons) })).max(2000),
    /** `contentsHash` of what was shown and stays on the list. */
    contents: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  'case-file.reopen': z.strictObject({ reason }),
  'case-file.submit': z.strictObject({ submission: id }),
  'case-file.answer': z.strictObject({ agreed: z.boolean(), reason }),
  'case-file.handOver': z.strictObject({ to: id, handover: id }),
  'case-file.destroy': z.strictObject({ disposal: id }),
} as const
type CaseFileCommandType = keyof typeof caseFileCommands
export type CaseFileCommand = {
  [T in CaseFileCommandType]: { readonly type: T; readonly payload: z.infer<(typeof caseFileCommands)[T]> }
}[CaseFileCommandType]

/** Stored for ever: a changed meaning is a new type. */
export type CaseFileEvent = Happened &
  (
    | ({ readonly type: 'opened' } & z.infer<(typeof caseFileCommands)['case-file.open']>)
    | { readonly type: 'itemPut'; readonly source: ItemSource; readonly facts: ItemFacts }
    | { readonly type: 'itemTakenOut'; readonly source: ItemSource; readonly reason: string }
    | {
        readonly type: 'closed'
        readonly title: string
        readonly retention: Retention
        readonly endedOn: string
        readonly aside: readonly { readonly source: ItemSource; readonly reason: AsideReason }[]
        readonly contents: string
      }
    | { readonly type: 'reopened'; readonly reason: string }
    | { readonly type: 'submitted'; readonly submission: string }
    | { readonly type: 'answered'; readonly agreed: boolean; readonly reason: string }
    | { readonly type: 'handedOver'; readonly to: string; readonly handover: string }
    | { readonly type: 'destroyed'; readonly disposal: string }
  )

/** Work files (Decree 30 Art 28–30): opened by whoever handles the matter, closed when it ended, submitted to the archive, kept, disposed of. */
export const caseFileDecider: Decider<CaseFile, CaseFileCommand, CaseFileEvent> = {
  kind: 'case-file',
  parse: parserOf(caseFileCommands),
  decide: decideCaseFile,
  evolve: evolveCaseFile,
  audienceOf: audienceOfCaseFile,
  eventTypes: [
    'opened',
    'itemPut',
    'itemTakenOut',
    'closed',
    'reopened',
    'submitted',
    'answered',
    'handedOver',
    'destroyed',
  ],
}

/** Who makes it; the archivist once it is closed; the leaders, who decide on disposal, once it lies in the archive. */
function audienceOfCaseFile({ creator, status }: CaseFile): Audience {
  const inArchive: readonly CaseFileStatus[] = ['archived', 'destroyed']
  return [
    `post:${creator}`,
    ...(status === 'open' ? [] : (['role:archivist'] as const)),
    ...(inArchive.includes(status) ? (['role:leader'] as const) : []),
  ]
}

function decideCaseFile(
  state: CaseFile | undefined,
  command: CaseFileCommand,
  context: DecisionContext,
): Decision<CaseFileEvent> {
  const { actor, at } = context
  const stamp: Happened = { at, by: { person: actor.person, post: actor.post } }
  if (command.type === 'case-file.open')
    return state === undefined ? open(command.payload, context, stamp) : refuse('already-exists')
  if (state === undefined) return refuse('unknown-object')
  const isNode = actor.roles.includes('node')

  switch (command.type) {
    case 'case-file.submit':
      if (!isNode) return refuse('node-only')
      return maySubmit(state)
        ? events({ ...stamp, type: 'submitted', submission: command.payload.submission })
        : refuse('wrong-state', { status: state.status })
    case 'case-file.answer':
      if (!isNode) return refuse('node-only')
      return state.status === 'submitted'
        ? events({ ...stamp, type: 'answered', ...command.payload })
        : refuse('wrong-state', { status: state.status })
    case 'case-file.handOver':
      if (!isNode) return refuse('node-only')
      return state.status === 'destroyed'
        ? refuse('wrong-state', { status: state.status })
        : events({ ...stamp, type: 'handedOver', ...command.payload })
    case 'case-file.destroy':
      if (!isNode) return refuse('node-only')
      return state.status === 'archived'
        ? events({ ...stamp, type: 'destroyed', disposal: command.payload.disposal })
        : refuse('wrong-state', { status: state.status })
    case 'case-file.reopen':
      if (actor.post !== state.creator) return refuse('file-creator-only')
      if (state.status !== 'closed' && state.status !== 'returned') return refuse('reopen-before-submission')
      if (command.payload.reason.trim() === '') return refuse('reason-missing')
      return events({ ...stamp, type: 'reopened', reason: command.payload.reason })
    case 'case-file.put':
    case 'case-file.putOther':
    case 'case-file.takeOut':
    case 'case-file.close':
      if (actor.post !== state.creator) return refuse('file-creator-only')
      if (state.status !== 'open') return refuse('file-closed', { notation: state.notation })
      if (command.type === 'case-file.close') return close(state, command.payload, context, stamp)
      if (command.type === 'case-file.takeOut') return takeOut(state, command.payload, stamp)
      return put(state, command, context, stamp)
  }
}

/** Closed, or sent back by the archive. */
export const maySubmit = ({ status }: Pick<CaseFile, 'status'>): boolean =>
  status === 'closed' || status === 'returned'

function open(
  wanted: z.infer<(typeof caseFileCommands)['case-file.open']>,
  { actor, look, today }: DecisionContext,
  stamp: Happened,
): Decision<CaseFileEvent> {
  if (look('case-file', caseFileId(wanted.year, wanted.notation)) !== undefined)
    return refuse('file-number-taken', { notation: wanted.notation })
  if (wanted.startedOn > today) return refuse('file-starts-later', { date: wanted.startedOn })
  const planned = plannedFile(
    look('file-plan', filePlanId(wanted.year)) as FilePlan | undefined,
    wanted.notation,
  )
  if (!wanted.isPlanned) {
    if (planned !== undefined) return refuse('file-in-plan', { notation: wanted.notation })
    if (wanted.title.trim() === '') return refuse('file-title-missing')
    return events({ ...stamp, type: 'opened', ...wanted })
  }
  if (planned === undefined) return refuse('file-not-in-plan', { notation: wanted.notation })
  if (planned.creator !== actor.post) return refuse('file-creator-only')
  const { title: plannedTitle, retention: kept } = planned
  return events({ ...stamp, type: 'opened', ...wanted, title: plannedTitle, retention: kept })
}

function put(
  state: CaseFile,
  command: Extract<CaseFileCommand, { type: 'case-file.put' | 'case-file.putOther' }>,
  { actor, look }: DecisionContext,
  stamp: Happened,
): Decision<CaseFileEvent> {
  if (command.type === 'case-file.putOther') {
    const { id: other, ...told } = command.payload
    const source = { kind: 'other', id: other } as const
    if (state.items.some((one) => sameSource(one.source, source))) return events()
    const facts = { ...told, signer: '', isDraft: false, answers: null, asksAnswer: false }
    return events({ ...stamp, type: 'itemPut', source, facts })
  }
  const { source, files } = command.payload
  const facts = factsSeen(look, actor, source)
  if (facts === undefined) return refuse('file-own-documents')
  const known = state.items.find((one) => sameSource(one.source, source))
  // A draft that was issued since is brought up to date.
  if (known !== undefined && known.isDraft === facts.isDraft) return events()
  const own = new Set(facts.files.map((one) => one.file.sha256))
  const named = new Set(files.map((one) => one.sha256))
  if (own.size !== named.size || [...named].some((hash) => !own.has(hash))) return refuse('moved-on')
  return events({ ...stamp, type: 'itemPut', source, facts })
}

function takeOut(
  state: CaseFile,
  payload: { readonly source: ItemSource; readonly reason: string },
  stamp: Happened,
): Decision<CaseFileEvent> {
  if (!state.items.some((one) => sameSource(one.source, payload.source))) return events()
  return events({ ...stamp, type: 'itemTakenOut', ...payload })
}

/** Decree 30 Art 29.4: the matter is finished; duplicates and drafts leave the list; title and retention are reviewed. */
function close(
  state: CaseFile,
  payload: z.infer<(typeof caseFileCommands)['case-file.close']>,
  { look, today }: DecisionContext,
  stamp: Happened,
): Decision<CaseFileEvent> {
  const { aside, endedOn } = payload
  const staying = withoutAside(state.items, aside)
  if (staying.length === 0) return refuse('close-file-empty')
  if (payload.title.trim() === '') return refuse('file-title-missing')
  if (endedOn > today || endedOn < state.startedOn) return refuse('file-end-day', { date: endedOn })
  const open = staying.find((one) => isLetterOpen(look('letter', one.source.id), one))
  if (open !== undefined) return refuse('matter-not-finished', { code: open.code })
  const draft = staying.find((one) => one.isDraft)
  if (draft !== undefined) return refuse('drafts-on-list', { subject: draft.subject })
  const twice = duplicatesIn(staying)[0]
  if (twice !== undefined) return refuse('duplicates-on-list', { subject: twice.subject })
  if (contentsHash(staying) !== payload.contents) return refuse('file-changed-since')
  return events({ ...stamp, type: 'closed', ...payload })
}

const isLetterOpen = (letter: unknown, item: FileItem): boolean => {
  if (item.source.kind !== 'letter' || letter === undefined) return false
  return !['finished', 'refused'].includes((letter as Letter).status)
}

const withoutAside = (
  items: readonly FileItem[],
  aside: readonly { readonly source: ItemSource }[],
): readonly FileItem[] => items.filter((item) => !aside.some((one) => sameSource(one.source, item.source)))

function evolveCaseFile(state: CaseFile | undefined, event: CaseFileEvent, fileId: string): CaseFile {
  if (event.type === 'opened') {
    const { year, title: named, isPlanned, startedOn, at, by } = event
    return {
      id: fileId,
      year,
      notation: event.notation,
      title: named,
      retention: event.retention,
      isPlanned,
      status: 'open',
      creator: by.post,
      openedAt: at,
      startedOn,
      items: [],
      aside: [],
      endedOn: null,
      closedAt: null,
      contents: null,
      submission: null,
      returned: '',
      disposal: null,
      trail: [step(event, '')],
    }
  }
  if (state === undefined) throw new RangeError(`case file event before opened: ${event.type}`)
  const moved = (note = ''): CaseFile => ({ ...state, trail: [...state.trail, step(event, note)] })
  switch (event.type) {
    case 'itemPut': {
      const item = { ...event.facts, source: event.source, putAt: event.at, putBy: event.by }
      return { ...moved(event.facts.subject), items: [...withoutAside(state.items, [event]), item] }
    }
    case 'itemTakenOut':
      return { ...moved(event.reason), items: withoutAside(state.items, [event]) }
    case 'closed':
      return {
        ...moved(),
        status: 'closed',
        title: event.title,
        retention: event.retention,
        endedOn: event.endedOn,
        closedAt: event.at,
        contents: event.contents,
        items: withoutAside(state.items, event.aside),
        aside: event.aside.flatMap(({ source, reason: why }) =>
          state.items
            .filter((item) => sameSource(item.source, source))
            .map((item) => ({ item, reason: why })),
        ),
      }
    case 'reopened':
      return {
        ...moved(event.reason),
        status: 'open',
        endedOn: null,
        closedAt: null,
        contents: null,
        returned: '',
        items: [...state.items, ...state.aside.map((one) => one.item)],
        aside: [],
      }
    case 'submitted':
      return { ...moved(), status: 'submitted', submission: event.submission, returned: '' }
    case 'answered':
      return event.agreed
        ? { ...moved(), status: 'archived' }
        : { ...moved(event.reason), status: 'returned', returned: event.reason }
    case 'handedOver':
      return { ...moved(), creator: event.to }
    case 'destroyed':
      return {
        ...moved(),
        status: 'destroyed',
        disposal: event.disposal,
        items: state.items.map(withoutFiles),
        aside: [],
      }
  }
}

const withoutFiles = (item: FileItem): FileItem => ({ ...item, files: [] })
const step = (event: CaseFileEvent, note: string): CaseFile['trail'][number] => ({
  act: event.type,
  at: event.at,
  by: event.by,
  ...(note === '' ? {} : { note }),
})
