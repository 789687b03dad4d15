import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { foldText } from '#shared/kernel/text-folding.ts'
import type { PaletteHit } from '../commands/command-palette.tsx'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { FoundName, FoundPaper } from '../search/messages.ts'
import { useAsked } from '../search/use-asked.ts'
import { useToday } from '../workplace/today.ts'
import { addressOf } from './address-of.ts'

const LEAST_LETTERS = 2
const PAPERS = 8
const NAMES = 5

/** Letters, documents, people and agencies that the index finds for the query, the best first, and a way to all of them. */
export function usePaletteHits(isOpen: boolean, query: string): readonly PaletteHit[] {
  const t = useT()
  const formats = useFormats()
  const navigate = useNavigate()
  const today = useToday()
  const isAsked = isOpen && foldText(query).length >= LEAST_LETTERS
  const papers = useAsked(
    'papers',
    isAsked ? { text: query, filters: {}, limit: PAPERS, today, agency: '' } : null,
  )?.answer
  const names = useAsked('names', isAsked ? { text: query, limit: NAMES } : null)?.answer

  return useMemo((): readonly PaletteHit[] => {
    if (!isAsked) return []
    const ofPaper = (row: FoundPaper): PaletteHit => ({
      id: row.id,
      group: 'documents',
      icon: row.what === 'letter' ? 'inbox' : row.what === 'former' ? 'book-2' : 'pencil',
      title: [row.code, row.subject].filter((part) => part !== '').join(' '),
      detail: `${row.issuer} · ${formats.date(row.issuedOn ?? row.at)}`,
      run: () => void navigate(addressOf(row)),
    })
    const ofName = (row: FoundName): PaletteHit => ({
      id: row.id,
      group: 'people',
      icon: row.what === 'person' ? 'address-book' : 'building-bank',
      title: row.name,
      detail: row.what === 'person' ? row.title : row.code,
      run: () => void navigate({ to: '/directory', search: { find: row.name } }),
    })
    const all: PaletteHit = {
      id: 'search.all',
      group: 'documents',
      icon: 'search',
      title: t('search.all', { query: query.trim() }),
      detail: papers === undefined ? undefined : t('search.found', { count: papers.total }),
      run: () => void navigate({ to: '/search', search: { q: query.trim() } }),
    }
    return [...(papers?.hits ?? []).map((hit) => ofPaper(hit.row)), all, ...(names?.rows ?? []).map(ofName)]
  }, [isAsked, papers, names, query, t, formats, navigate])
}
