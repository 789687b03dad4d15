import { toBase64 } from '../../shared/kernel/bytes.ts'
import type { SignedStep } from '../../shared/domain/documents/signature-check.ts'
import type { DocumentFields } from '../../shared/domain/documents/document.ts'
import * as Y from 'yjs'

/** Fields of a công văn that may be submitted. All names invented. */
export function documentFieldsOf(change: Partial<DocumentFields> = {}): DocumentFields {
  return {
    superior: 'UBND tỉnh Song Lam',
    agency: 'Sở Nội vụ',
    symbol: 'SNV-TCBC',
    place: 'Song Lam',
    subject: 'rà soát biên chế',
    authority: 'KT',
    collective: '',
    headTitle: 'Giám đốc',
    ownTitle: 'Phó Giám đốc',
    signerName: 'Nguyễn Thu Hà',
    addressees: ['Sở Tài chính'],
    receivers: ['Như trên', 'Lưu: VT, TCBC'],
    urgency: 'normal',
    dueDate: null,
    answers: null,
    ...change,
  }
}

/** A Yjs update that writes each of `texts` as a paragraph. */
export function textUpdate(...texts: readonly string[]): string {
  const document = new Y.Doc()
  const paragraphs = texts.map((text) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(text)])
    return paragraph
  })
  document.getXmlFragment('body').insert(0, paragraphs)
  return toBase64(Y.encodeStateAsUpdate(document))
}

/** A reference to a file that tests never open. */
export const aPdf = (name: string) => ({
  sha256: name
    .padEnd(64, '0')
    .replace(/[^0-9a-f]/g, 'a')
    .slice(0, 64),
  sizeBytes: 1000,
  mediaType: 'application/pdf',
})

/** What the node writes down of the file of a step when nothing is wrong with it. */
export const goodCheck = (step: SignedStep, pdf: { readonly sha256: string }) =>
  ({ step, pdf: pdf.sha256, verdict: 'good', trust: 'practice' }) as const
