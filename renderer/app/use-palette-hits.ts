import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { codeOfLetter } from '#shared/domain/correspondence/letter.ts'
import type { Correspondent, Post } from '#shared/domain/directory/directory.ts'
import { documentStatuses } from '#shared/domain/documents/document-status.ts'
import { codeOf } from '#shared/domain/format/boxes.ts'
import { foldText } from '#shared/kernel/text-folding.ts'
import type { PaletteHit } from '../commands/command-palette.tsx'
import type { OfficeReader } from '../database/office-reader.ts'
import { useT } from '../i18n/language-provider.tsx'
import type { IncomingLetterRow } from '../projections/incoming.ts'
import { incomingBoxes } from '../projections/incoming.ts'
import type { OutgoingRow } from '../projections/outgoing.ts'
import { useDesk } from '../sync/desk-context.tsx'

interface Findable {
  readonly letters: readonly IncomingLetterRow[]
  readonly documents: readonly OutgoingRow[]
  readonly people: readonly Post[]
  readonly agencies: readonly Correspondent[]
}

const NOTHING: Findable = { letters: [], documents: [], people: [], agencies: [] }
const LEAST_LETTERS = 2

/** Letters, documents, people and agencies that the palette finds beside the commands; read when it opens, shown once something is typed. */
export function usePaletteHits(isOpen: boolean, query: string): readonly PaletteHit[] {
  const t = useT()
  const { readers } = useDesk()
  const navigate = useNavigate()
  const [all, setAll] = useState(NOTHING)
  useEffect(() => {
    if (!isOpen) return undefined
    let isCurrent = true
    void findable(readers.office).then((found) => {
      if (isCurrent) setAll(found)
    })
    return () => {
      isCurrent = false
    }
  }, [isOpen, readers])

  const hits = useMemo((): readonly PaletteHit[] => {
    const toDirectory = (find: string) => () => void navigate({ to: '/directory', search: { find } })
    return [
      ...all.letters.map((row): PaletteHit => ({
        id: `letter.${row.id}`,
        group: 'documents',
        icon: 'inbox',
        title: `${codeOfLetter(row)} ${row.subject}`,
        detail: row.fromName,
        run: () => void navigate({ to: '/incoming/$id', params: { id: row.id } }),
      })),
      ...all.documents.map((row): PaletteHit => ({
        id: `document.${row.id}`,
        group: 'documents',
        icon: 'pencil',
        title: row.number === null ? row.subject : `${codeOf(row.number.number, row.symbol)} ${row.subject}`,
        detail: t(`states.outgoing.${row.status}`),
        run: () => void navigate({ to: '/drafts/$id', params: { id: row.id } }),
      })),
      ...all.people.map((post): PaletteHit => ({
        id: `person.${post.id}`,
        group: 'people',
        icon: 'address-book',
        title: post.name,
        detail: post.title,
        run: toDirectory(post.name),
      })),
      ...all.agencies.map((agency): PaletteHit => ({
        id: `agency.${agency.id}`,
        group: 'people',
        icon: 'building-bank',
        title: agency.name,
        detail: agency.code,
        run: toDirectory(agency.name),
      })),
    ]
  }, [all, t, navigate])
  return foldText(query).length < LEAST_LETTERS ? [] : hits
}

async function findable(office: OfficeReader): Promise<Findable> {
  const [boxes, statuses, people, agencies] = await Promise.all([
    Promise.all(incomingBoxes.map((box) => office.incoming(box))),
    Promise.all(documentStatuses.map((status) => office.outgoing(status))),
    office.people(),
    office.correspondents(),
  ])
  return {
    letters: boxes.flat().filter((row) => row.what === 'letter'),
    documents: statuses.flat().filter((row) => row.subject !== ''),
    people,
    agencies,
  }
}
