import * as Y from 'yjs'
import type { Refusal } from '#shared/domain/decision.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import type { DocumentStatus } from '#shared/domain/documents/document-status.ts'
import { fromBase64, toBase64 } from '#shared/kernel/bytes.ts'
import { instantFrom } from '#shared/kernel/instant.ts'
import type { Result } from '#shared/kernel/result.ts'
import { aggregateKey } from '#shared/log/workspace-state.ts'
import type { Changes } from '../database/changes.ts'
import type { Office } from '../database/office.ts'
import type { KeptText } from '../database/repositories/text-repository.ts'
import { watchAggregate } from '../database/watch.ts'
import type { Wish } from './wish.ts'
import type { Done, DraftText } from './desk-api.ts'
import type { DeskPorts } from './ports.ts'

/** A local save follows an edit within a second (design 3, Text). */
const SAVE_MS = 600
/** A log entry is made after so much rest … */
const REST_MS = 2_000
/** … or so much typing. */
const TYPING_MS = 5_000

/** Origin of changes that come from the log or from an earlier save: they are not sent again. */
const FROM_ELSEWHERE = 'from-elsewhere'

export interface DraftTextDeps {
  readonly office: Office
  readonly ports: Pick<DeskPorts, 'clock' | 'timer'>
  readonly act: (wish: Wish) => Promise<Result<Done, Refusal>>
}

/** Texts that are open at a desk: two views of one draft share one session, which ends with the last. */
export class OpenTexts {
  readonly #deps: DraftTextDeps
  readonly #open = new Map<string, { readonly session: Promise<DraftText>; views: number }>()

  constructor(deps: DraftTextDeps) {
    this.#deps = deps
  }

  /** Rejects with RangeError when the document is not here. */
  async open(document: string): Promise<DraftText> {
    const shared = this.#open.get(document) ?? { session: openDraftText(this.#deps, document), views: 0 }
    this.#open.set(document, shared)
    shared.views++
    const leave = (): boolean => {
      if (--shared.views > 0) return false
      this.#open.delete(document)
      return true
    }
    try {
      return viewOf(await shared.session, leave)
    } catch (error) {
      leave()
      throw error
    }
  }

  /** Ends every session, whoever still looks at it. */
  async close(): Promise<void> {
    const sessions = [...this.#open.values()]
    this.#open.clear()
    for (const { session } of sessions) await (await session).close()
  }
}

function viewOf(session: DraftText, leave: () => boolean): DraftText {
  let isOpen = true
  return {
    doc: session.doc,
    isFork: () => session.isFork(),
    flush: () => session.flush(),
    close: async () => {
      if (!isOpen) return
      isOpen = false
      if (leave()) await session.close()
      else await session.flush()
    },
  }
}

/** Opens a draft's text: what is shown, joined with what was typed and not sent before the desk went down. */
async function openDraftText(deps: DraftTextDeps, document: string): Promise<DraftText> {
  const shown = await shownDocument(deps.office, document)
  if (shown === undefined) throw new RangeError('no such document on this desk')
  const session = new TextSession(deps, shown)
  await session.restore()
  return session
}

class TextSession implements DraftText {
  readonly doc = new Y.Doc()
  readonly #deps: DraftTextDeps
  readonly #document: string
  readonly #unwatch: () => void
  #status: DocumentStatus
  /** Status when the edits began that are not sent. */
  #statusAtEdit: DocumentStatus | undefined
  #unsent: Uint8Array[] = []
  #isFork = false
  #isClosed = false
  #saveLater: (() => void) | undefined
  #restLater: (() => void) | undefined
  #typingLater: (() => void) | undefined
  #working: Promise<void> = Promise.resolve()
  #failure: { readonly error: unknown } | undefined

  constructor(deps: DraftTextDeps, shown: OfficialDocument) {
    this.#deps = deps
    this.#document = shown.id
    this.#status = shown.status
    this.#take(shown)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== FROM_ELSEWHERE) this.#edited(update)
    })
    this.#unwatch = watchAggregate(
      deps.office,
      aggregateKey({ kind: 'document', id: shown.id }),
      (record) => this.#take((record?.shown ?? undefined) as OfficialDocument | undefined),
      (error) => (this.#failure = { error }),
    )
  }

  async restore(): Promise<void> {
    const kept = await this.#deps.office.text.get('unsent', this.#document)
    if (kept === undefined) return
    const update = fromBase64(kept.update)
    Y.applyUpdate(this.doc, update, FROM_ELSEWHERE)
    this.#statusAtEdit = kept.status
    this.#unsent = [update, ...this.#unsent]
    this.#sendLater()
  }

  isFork(): boolean {
    return this.#isFork
  }

  async flush(): Promise<void> {
    this.#cancel()
    if (this.#isClosed && this.#unsent.length === 0) return
    this.#queue(() => this.#send())
    await this.#working
    if (this.#failure !== undefined) throw this.#failure.error
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    try {
      await this.flush()
    } finally {
      this.#cancel()
      this.#unwatch()
      this.doc.destroy()
    }
  }

  #take(shown: OfficialDocument | undefined): void {
    if (shown === undefined) return
    this.#status = shown.status
    if (shown.text !== null) Y.applyUpdate(this.doc, fromBase64(shown.text), FROM_ELSEWHERE)
  }

  #edited(update: Uint8Array): void {
    this.#unsent.push(update)
    this.#statusAtEdit ??= this.#status
    this.#saveLater ??= this.#deps.ports.timer.after(SAVE_MS, () => {
      this.#saveLater = undefined
      this.#queue(() => this.#save())
    })
    this.#sendLater()
  }

  #sendLater(): void {
    const { timer } = this.#deps.ports
    const send = (): void => {
      this.#cancelSend()
      this.#queue(() => this.#send())
    }
    this.#restLater?.()
    this.#restLater = timer.after(REST_MS, send)
    this.#typingLater ??= timer.after(TYPING_MS, send)
  }

  #cancelSend(): void {
    this.#restLater?.()
    this.#typingLater?.()
    this.#restLater = this.#typingLater = undefined
  }

  #cancel(): void {
    this.#cancelSend()
    this.#saveLater?.()
    this.#saveLater = undefined
  }

  /** One piece of work after another. What fails is told by the next `flush`; the text stays here and in its last save. */
  #queue(work: () => Promise<void>): void {
    this.#working = this.#working.then(work).then(
      () => (this.#failure = undefined),
      (error: unknown) => {
        this.#failure = { error }
      },
    )
  }

  async #save(): Promise<void> {
    if (this.#unsent.length === 0) return
    const { office } = this.#deps
    await office.store.write((changes) => this.#keep(changes, this.#isFork ? 'fork' : 'unsent', this.#unsent))
  }

  async #send(): Promise<void> {
    if (this.#unsent.length === 0) return
    if (this.#isFork) return this.#fork()
    const batch = this.#unsent
    const update = toBase64(Y.mergeUpdates(batch))
    const isLate = this.#statusAtEdit !== 'initialled' && (await this.#statusNow()) === 'initialled'
    if (isLate) return this.#fork()
    const aggregate = { kind: 'document', id: this.#document } as const
    const done = await this.#deps.act({ aggregate, type: 'document.editText', payload: { update } })
    if (!done.ok) return this.#fork()
    this.#unsent = this.#unsent.slice(batch.length)
    if (this.#unsent.length === 0) this.#statusAtEdit = undefined
    await this.#deps.office.store.write(async (changes) => {
      this.#deps.office.text.delete(changes, 'unsent', this.#document)
      if (this.#unsent.length > 0) await this.#keep(changes, 'unsent', this.#unsent)
    })
  }

  /** The text was frozen under the edits: they are kept beside it. */
  async #fork(): Promise<void> {
    const batch = this.#unsent
    await this.#deps.office.store.write(async (changes) => {
      await this.#keep(changes, 'fork', batch)
      this.#deps.office.text.delete(changes, 'unsent', this.#document)
    })
    this.#isFork = true
    this.#unsent = this.#unsent.slice(batch.length)
  }

  async #keep(changes: Changes, side: 'unsent' | 'fork', updates: readonly Uint8Array[]): Promise<void> {
    const { office, ports } = this.#deps
    const earlier = side === 'fork' ? await office.text.get('fork', this.#document) : undefined
    const all = [...(earlier === undefined ? [] : [fromBase64(earlier.update)]), ...updates]
    const text: KeptText = {
      document: this.#document,
      update: toBase64(Y.mergeUpdates(all)),
      savedAt: instantFrom(ports.clock.now()),
      status: this.#statusAtEdit ?? this.#status,
    }
    office.text.put(changes, side, text)
  }

  async #statusNow(): Promise<DocumentStatus | undefined> {
    return (await shownDocument(this.#deps.office, this.#document))?.status
  }
}

/** What is shown now with the edits of a fork joined. Rejects with RangeError when there is no fork or no document. */
export async function openFork(office: Office, document: string): Promise<Y.Doc> {
  const fork = await office.text.get('fork', document)
  const shown = await shownDocument(office, document)
  if (fork === undefined || shown === undefined) throw new RangeError('no fork of this document')
  const doc = new Y.Doc()
  if (shown.text !== null) Y.applyUpdate(doc, fromBase64(shown.text))
  Y.applyUpdate(doc, fromBase64(fork.update))
  return doc
}

export function discardFork(office: Office, document: string): Promise<void> {
  return office.store.write((changes) => {
    office.text.delete(changes, 'fork', document)
    return Promise.resolve()
  })
}

async function shownDocument(office: Office, id: string): Promise<OfficialDocument | undefined> {
  const record = await office.aggregates.get(aggregateKey({ kind: 'document', id }))
  return (record?.shown ?? undefined) as OfficialDocument | undefined
}
