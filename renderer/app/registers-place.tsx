import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { RegistersScreen } from '../features/registers/screens/registers-screen.tsx'
import { useDraftAmendment } from './use-draft-amendment.ts'

/** The registers, with the ways to an import and to an entry of former registers. */
export function RegistersPlace() {
  const navigate = useNavigate()
  const onImport = useCallback(() => void navigate({ to: '/registers/import' }), [navigate])
  const onOpenFormer = useCallback(
    (id: string) => void navigate({ to: '/registers/former/$id', params: { id } }),
    [navigate],
  )
  return <RegistersScreen onAmend={useDraftAmendment()} onImport={onImport} onOpenFormer={onOpenFormer} />
}
