import { useEffect, useState } from 'react'
import type { WaitingAct } from '../../../database/views.ts'
import { useNeedsAttention, useOutbox } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { wordsOfAct } from '../../../workplace/act-words.ts'

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
        if (aggregate.kind === 'meeting')
          found[aggregate.id] = (await desk.readers.office.seen('meeting', aggregate.id))?.state.title ?? ''
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
    act: wordsOfAct(t, act.type),
    object: subjects[act.aggregate.id] ?? '',
  })
}
