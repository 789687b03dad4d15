import { useNavigate } from '@tanstack/react-router'
import type { WorkOrigin } from '../../projections/work.ts'
import { LetterBeside } from '../letter-beside.tsx'

/** Leads from a piece of work to where it is done; a letter can be worked on beside the list. */
export function useWorkPlaces() {
  const navigate = useNavigate()
  const onOpenLetter = (id: string): void => void navigate({ to: '/incoming/$id', params: { id } })
  const onOpenOrigin = ({ kind, id }: WorkOrigin): void => {
    if (kind === 'letter') onOpenLetter(id)
    else if (kind === 'ballot') void navigate({ to: '/ballots', search: { id } })
    else void navigate({ to: '/meetings/$id', params: { id } })
  }
  return {
    onOpenDocument: (id: string): void => void navigate({ to: '/drafts/$id', params: { id } }),
    onOpenLetter,
    onOpenOrigin,
    letterPane: (id: string) => <LetterBeside id={id} onOpen={onOpenLetter} />,
  }
}
