import { minutesParts } from '../../shared/domain/documents/minutes.ts'
import type { OfficialDocument } from '../../shared/domain/documents/document.ts'
import type { Meeting } from '../../shared/domain/meetings/meeting.ts'
import { aPdf, documentFieldsOf, textUpdate } from './a-document.ts'
import { MeetingRoom } from './a-meeting.ts'
import { anActor, type DeskWorld } from './desk-world.ts'

const director = anActor('director', 'leader')
const clerk = anActor('clerk', 'clerk')
const node = anActor('node', 'node')

/** A meeting that was held, with a conclusion on its first item, and its two documents brought as far as a story needs. */
export class ConcludedRoom extends MeetingRoom {
  state(): Meeting {
    return this.world.look('meeting', this.id) as Meeting
  }
  document(id = 'minutes'): OfficialDocument {
    return this.world.look('document', id) as OfficialDocument
  }

  concluded(text = 'Phòng Tổ chức biên chế hoàn thiện đề án trước ngày 05/12.'): void {
    this.opened()
    this.must(this.secretary, 'conclude', { item: 'i1', text, publish: true })
    this.must(this.secretary, 'close')
  }

  /** A draft made out of this meeting. */
  draftOf(paper: 'minutes' | 'notice', change: object = {}): ReturnType<DeskWorld['act']> {
    const isMinutes = paper === 'minutes'
    const fields = documentFieldsOf({
      symbol: isMinutes ? 'BB-SNV' : 'TB-SNV',
      authority: 'head',
      headTitle: isMinutes ? 'Chủ tọa' : 'Giám đốc',
      ownTitle: '',
      signerName: 'Nguyễn Thu Hà',
      addressees: [],
      receivers: ['Lưu: VT, Hồ sơ'],
      ...(isMinutes ? { secretary: 'Phan Thị Mai Anh' } : {}),
    })
    const kind = isMinutes ? 'bien-ban' : 'thong-bao'
    const created = { kind, fields, ofMeeting: { meeting: this.id, paper }, ...change }
    return this.world.act(this.secretary, 'document', paper, 'document.create', created)
  }
  withPaper(paper: 'minutes' | 'notice'): void {
    const decision = this.draftOf(paper)
    if (decision.kind !== 'events') throw new Error(JSON.stringify(decision))
    const edit = (verb: string, payload: unknown): void =>
      this.world.must(this.secretary, 'document', paper, `document.${verb}`, payload)
    edit('editText', { update: textUpdate(minutesParts.join(' … ')) })
    edit('setRoute', { route: { reviewer: paper === 'minutes' ? 'secretary' : 'head', signer: 'director' } })
    this.must(this.secretary, 'nameDocument', { paper, document: paper })
  }

  /** A draft of what was decided on an item, made by its secretary out of this meeting. */
  decisionOn(item: string, { id = 'decision', kind = 'quyet-dinh' } = {}): ReturnType<DeskWorld['act']> {
    const ofMeeting = { meeting: this.id, paper: 'decision', item }
    const receivers = ['Như Điều 1', 'Lưu: VT, TCBC']
    const fields = documentFieldsOf({ symbol: 'QĐ-SNV', addressees: [], receivers })
    return this.world.act(this.secretary, 'document', id, 'document.create', { kind, fields, ofMeeting })
  }
  nameDecision(item: string, document = 'decision'): ReturnType<DeskWorld['act']> {
    return this.act(this.secretary, 'nameDocument', { paper: 'decision', item, document })
  }

  /** Another text in the same draft. */
  rewritten(): void {
    const update = textUpdate([...minutesParts, 'Kết luận khác'].join(' … '))
    this.world.must(this.secretary, 'document', 'minutes', 'document.editText', { update })
  }

  /** Sent round with no day for wishes, and locked. */
  locked(): void {
    this.withPaper('minutes')
    this.must(this.secretary, 'sendMinutes', { until: null })
    this.must(this.secretary, 'lockMinutes')
  }

  /** Minutes locked, submitted by their secretary, and signed by both. */
  signed(): void {
    this.locked()
    const on = (actor: typeof director, verb: string, payload: unknown): void =>
      this.world.must(actor, 'document', 'minutes', `document.${verb}`, payload)
    on(this.secretary, 'submit', { note: '' })
    on(this.secretary, 'initial', { pdf: aPdf('a'), level: 'B-B' })
    on(director, 'sign', { pdf: aPdf('b'), level: 'B-B' })
  }
  fixed(): void {
    this.signed()
    this.must(node, 'fixMinutes', { document: 'minutes', pdf: aPdf('b') })
  }
  issued(): void {
    this.fixed()
    const { world } = this
    world.must(clerk, 'book', 'out', 'book.assignNumber', { subject: 'minutes' })
    world.must(clerk, 'document', 'minutes', 'document.takeNumber', { book: 'out' })
    world.must(clerk, 'document', 'minutes', 'document.seal', { pdf: aPdf('c'), level: 'B-B' })
    world.must(clerk, 'document', 'minutes', 'document.issue', {})
    this.must(node, 'noteIssued', {
      paper: 'minutes',
      document: 'minutes',
      code: '01/BB-SNV',
      pdf: aPdf('c'),
    })
  }
  /** Opens a work file of the secretary, and puts the minutes into it unless told otherwise. */
  intoFile(isPut = true): void {
    const { world } = this
    world.must(this.secretary, 'case-file', 'f1', 'case-file.open', {
      year: 2026,
      notation: '01.TH',
      title: 'Họp giao ban',
      retention: 'permanent',
      isPlanned: false,
      startedOn: '2026-11-16',
    })
    if (isPut)
      world.must(this.secretary, 'case-file', 'f1', 'case-file.put', {
        source: { kind: 'document', id: 'minutes' },
        files: [aPdf('c')],
      })
  }
}
