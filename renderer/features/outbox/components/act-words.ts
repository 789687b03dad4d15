import { useEffect, useState } from 'react'
import type { WaitingAct } from '../../../database/views.ts'
import { useNeedsAttention, useOutbox } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import type { MessageKey } from '../../../i18n/messages.ts'
import { useDesk } from '../../../sync/desk-context.tsx'

const words: Record<string, MessageKey> = {
  'document.create': 'outbox.acts.create-draft',
  'document.editFields': 'outbox.acts.save-text',
  'document.editText': 'outbox.acts.save-text',
  'document.setRoute': 'outbox.acts.save-text',
  'document.setRecipients': 'outbox.acts.save-text',
  'document.attach': 'outbox.acts.save-text',
  'document.detach': 'outbox.acts.save-text',
  'document.submit': 'outbox.acts.submit',
  'document.return': 'outbox.acts.return',
  'document.initial': 'outbox.acts.initial',
  'document.sign': 'outbox.acts.sign',
  'document.takeNumber': 'outbox.acts.assign-number',
  'document.seal': 'outbox.acts.seal',
  'document.issue': 'outbox.acts.issue',
  'letter.accept': 'outbox.acts.accept',
  'letter.refuse': 'outbox.acts.return',
  'letter.takeNumber': 'outbox.acts.register',
  'letter.present': 'outbox.acts.present',
  'letter.direct': 'outbox.acts.direct',
  'task.start': 'outbox.acts.take',
  'task.finish': 'outbox.acts.finish',
  'book.assignNumber': 'outbox.acts.assign-number',
  'book.lendPen': 'outbox.acts.borrow-pen',
  'book.returnPen': 'outbox.acts.return-pen',
}

interface ActWords {
  readonly act: string
  readonly object: string
}

/** What an act is and what it is about, in words; the subject is read once per object. */
export function useActWords(): (act: Pick<WaitingAct, 'type' | 'aggregate' | 'payload'>) => ActWords {
  const t = useT()
  const desk = useDesk()
  const waiting = useOutbox()
  const attention = useNeedsAttention()
  const [subjects, setSubjects] = useState<Readonly<Record<string, string>>>({})

  useEffect(() => {
    let isCurrent = true
    const acts = [
      ...(waiting ?? []),
      ...(attention ?? []).flatMap((item) => (item.what === 'act' ? [item] : [])),
    ]
    const read = async (): Promise<void> => {
      const found: Record<string, string> = {}
      for (const { aggregate } of acts) {
        if (aggregate.kind === 'document')
          found[aggregate.id] =
            (await desk.readers.office.seen('document', aggregate.id))?.state.fields.subject ?? ''
        if (aggregate.kind === 'letter')
          found[aggregate.id] =
            (await desk.readers.office.seen('letter', aggregate.id))?.state.content.subject ?? ''
        if (aggregate.kind === 'task')
          found[aggregate.id] = (await desk.readers.office.seen('task', aggregate.id))?.state.text ?? ''
        if (aggregate.kind === 'book')
          found[aggregate.id] = (await desk.readers.office.seen('book', aggregate.id))?.state.name ?? ''
      }
      if (isCurrent) setSubjects(found)
    }
    void read()
    return () => {
      isCurrent = false
    }
  }, [desk, waiting, attention])

  return (act) => ({
    act: t(words[act.type] ?? 'outbox.acts.other'),
    object: subjects[act.aggregate.id] ?? '',
  })
}
