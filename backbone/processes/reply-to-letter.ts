import type { Letter } from '#shared/domain/correspondence/letter.ts'
import type { OfficialDocument } from '#shared/domain/documents/document.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import type { Process } from './process.ts'

/** A letter knows the issued documents that answer it: who leads on it may then close. */
export const replyToLetter: Process = {
  name: 'reply-to-letter',
  follows: ['document.issued'],
  react: async ({ aggregate }, read) => {
    const document = (await read(aggregate)) as OfficialDocument | undefined
    if (document?.number == null || document.fields.answers === null) return []
    const answered = { kind: 'letter', id: document.fields.answers } as const
    const letter = (await read(answered)) as Letter | undefined
    if (letter === undefined) return []
    const code = codeOf(document.number.number, document.fields.symbol)
    return [
      {
        kind: 'act',
        aggregate: answered,
        type: 'letter.noteReply',
        payload: { document: document.id, code },
      },
    ]
  },
}
