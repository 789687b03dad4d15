import type { LetterContent, LetterFile } from '../../shared/domain/correspondence/letter.ts'

/** The command with which the node takes in a letter; unsigned, from an invented agency. */
export function anIncomingLetter(
  id: string,
  content: Partial<LetterContent> = {},
  files: readonly LetterFile[] = [],
) {
  const whole: LetterContent = {
    from: { code: '000.00.XA.T99', name: 'Sở Xa' },
    to: '000.00.so-thu.T99',
    documentId: `000.00.XA.T99,2026/11/14,${id}`,
    number: '12',
    symbol: 'SX-VP',
    issuedOn: '2026-11-14',
    typeName: 'Công văn',
    subject: 'V/v đề nghị phối hợp',
    summary: '',
    signer: { authority: '', title: '', name: '' },
    dueDate: null,
    urgency: 'normal',
    pages: null,
    receivers: [],
    answers: [],
    deviations: [],
    ...content,
  }
  return {
    aggregate: { kind: 'letter' as const, id },
    type: 'letter.receive',
    payload: { content: whole, files: [...files] },
  }
}
