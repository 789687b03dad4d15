import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { mainFileOf, type Letter } from '#shared/domain/correspondence/letter.ts'
import type { Correspondent } from '#shared/domain/directory/directory.ts'
import { isFinal } from '#shared/domain/documents/document-status.ts'
import type { DocumentKind, Recipient } from '#shared/domain/documents/document.ts'
import { legalBasesIn } from '#shared/domain/format/legal-bases.ts'
import { isOpen } from '#shared/domain/work/task.ts'
import { AppError } from '#shared/errors/app-error.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useBeginDraft } from '../features/drafting/hooks/use-begin-draft.ts'
import { proposedRoute } from '../features/drafting/use-cases/begin-draft.ts'
import { newDraftFields } from '../features/drafting/use-cases/new-draft.ts'
import { replyTo } from '../features/drafting/use-cases/reply-body.ts'
import type { NativeApi } from '../native/native-api.ts'
import { useDesk } from '../sync/desk-context.tsx'
import type { Desk } from '../sync/desk-api.ts'
import { useNative } from '../workplace/native-context.tsx'

/** Answers a letter: goes on with the own reply that is not signed yet, else makes one of this kind out of the letter, and opens it in the body. */
export function useDraftReply(): (letter: Letter, kind: DocumentKind) => void {
  const desk = useDesk()
  const native = useNative()
  const navigate = useNavigate()
  const open = useCallback((id: string) => void navigate({ to: '/drafts/$id', params: { id } }), [navigate])
  const begin = useBeginDraft(open)
  return useCallback(
    (letter, kind) => {
      const reply = async (): Promise<void> => {
        const { office } = desk.readers
        const begun = (await office.answering(letter.id)).find(
          (one) => one.drafter === desk.post && !isFinal(one.status),
        )
        if (begun !== undefined) {
          open(begun.id)
          return
        }
        begin(async (now) => {
          const route = proposedRoute(now, kind, kind === 'bao-cao' ? 'head' : 'deputy')
          const bases = await basesOf(native, letter)
          const { subject, body } = replyTo(letter, { agency: now.agency.name, bases })
          const dueDate = await replyBy(desk, letter)
          return {
            kind,
            fields: { ...newDraftFields(now, route?.signer, letter, kind), subject, dueDate },
            body,
            recipients: senderOf(letter, await office.correspondents()),
            route,
          }
        })
      }
      void reply()
    },
    [desk, native, begin, open],
  )
}

/** The nearest of what binds whoever answers: the own task, the directive, the day the sender asks for. */
async function replyBy({ readers, post }: Desk, letter: Letter): Promise<LocalDate | null> {
  const tasks = await readers.office.tasksOf(letter.id)
  const own = tasks.filter((one) => one.assignee === post && isOpen(one)).map((one) => one.deadline)
  const days = [...own, letter.directive?.deadline ?? null, letter.content.dueDate]
  return days.filter((day) => day !== null).toSorted()[0] ?? null
}

/** The sender as recipient over the axis, where it has a code. */
function senderOf({ content }: Letter, known: readonly Correspondent[]): readonly Recipient[] {
  const { code, name } = content.from
  const found = code === '' ? known.find((one) => one.name === name)?.code : code
  return found === undefined ? [] : [{ code: found, name }]
}

const notAtHand = new Set(['blob-missing', 'blob-corrupt', 'pdf-unreadable', 'timed-out'])

/** The legal bases that the letter quotes; none where its page cannot be read here. */
async function basesOf(native: NativeApi, letter: Letter): Promise<readonly string[]> {
  const file = mainFileOf(letter)?.file
  if (file?.mediaType !== 'application/pdf') return []
  try {
    const pages = await native.invoke('pdf.pageTexts', file.sha256)
    return legalBasesIn(pages.join(' '))
  } catch (error) {
    if (error instanceof AppError && notAtHand.has(error.code)) return []
    throw error
  }
}
