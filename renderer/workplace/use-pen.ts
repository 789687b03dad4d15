import { instantFrom } from '#shared/kernel/instant.ts'
import { useSyncState } from '../database/use-live.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { BookRow } from '../projections/books.ts'
import { useDesk } from '../sync/desk-context.tsx'
import { usePostNames } from './me.ts'
import { useAct } from './use-act.ts'

const PEN_HOURS = 8
const PEN_NUMBERS = 20

/** The pen of a register book: who holds it, in words, and what this desk may do about it. */
interface PenView {
  readonly words: string
  readonly verb: { readonly label: string; readonly run: () => void } | null
}

/** Holding the pen lets this desk number without a network; borrowed for a working day. */
export function usePen(book: BookRow): PenView {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const desk = useDesk()
  const act = useAct()
  const sync = useSyncState()
  const ref = { kind: 'book', id: book.id } as const
  const { pen } = book
  if (pen === null)
    return {
      words: t(sync?.offlineSince == null ? 'issuing.pen.free' : 'issuing.pen.offlineNone'),
      verb: {
        label: t('verbs.borrowPen'),
        run: () =>
          void act(ref, 'book.lendPen', {
            until: instantFrom(Date.now() + PEN_HOURS * 3_600_000),
            atMost: PEN_NUMBERS,
          }),
      },
    }
  if (pen.device !== desk.device)
    return {
      words: t('issuing.pen.heldBy', { name: nameOf(pen.holder.post), time: formats.time(pen.until) }),
      verb: null,
    }
  return {
    words: t('issuing.pen.held', { time: formats.time(pen.until), count: pen.cap - book.last }),
    verb: { label: t('verbs.returnPen'), run: () => void act(ref, 'book.returnPen', {}) },
  }
}
