import { factsOfDocument } from '#shared/domain/records/item-facts.ts'
import type { Meeting } from '#shared/domain/meetings/meeting.ts'
import { localDateOf } from '#shared/kernel/instant.ts'
import { useAgency } from '../../../database/use-live.ts'
import { useOfficial } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { ChooseFile } from '../../../workplace/records/choose-file.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useMinutesDocument, useNoticeDocument } from '../hooks/use-paper-states.ts'

/** `H`: the file that minutes, notice, decisions issued by then and every paper of the meeting go into at one stroke (Decree 30 Art 29.2). */
export function FileMeeting({
  meeting,
  onClose,
}: {
  readonly meeting: Meeting
  readonly onClose: () => void
}) {
  const { t } = useOfficial()
  const act = useAct()
  const { readers } = useDesk()
  const agency = useAgency()?.state.letterhead ?? ''
  const minutes = useMinutesDocument(meeting)
  const notice = useNoticeDocument(meeting)
  if (minutes === undefined) return null
  const putRest = async (file: string): Promise<boolean> => {
    const ref = { kind: 'case-file', id: file } as const
    const put = async (type: string, payload: Readonly<Record<string, unknown>>): Promise<boolean> =>
      (await act(ref, type, payload)) !== undefined
    const issued = meeting.items.flatMap(({ decision }) =>
      decision?.issued == null ? [] : [decision.document],
    )
    const decisions = await Promise.all(issued.map((id) => readers.office.seen('document', id)))
    for (const document of [notice, ...decisions.map((one) => one?.state)]) {
      if (document === undefined) continue
      const files = factsOfDocument(document).files.map((one) => one.file)
      if (!(await put('case-file.put', { source: { kind: 'document', id: document.id }, files })))
        return false
    }
    for (const { id, name, versions } of meeting.items.flatMap(({ papers }) => papers)) {
      const paper = {
        ...{ id, subject: name, author: agency, date: localDateOf(meeting.from) },
        ...{ code: '', pages: null, typeName: t('concluding.file.paper') },
        files: versions.slice(-1).map(({ file: newest }) => ({ name, file: newest })),
      }
      if (!(await put('case-file.putOther', paper))) return false
    }
    return (await act({ kind: 'meeting', id: meeting.id }, 'meeting.file', { file })) !== undefined
  }
  const related = [minutes, ...(notice === undefined ? [] : [notice])]
  return (
    <ChooseFile
      source={{ kind: 'document', id: minutes.id }}
      facts={factsOfDocument(minutes)}
      related={related.map(({ id }) => ({ kind: 'document' as const, id }))}
      onClose={onClose}
      andPut={putRest}
    />
  )
}
