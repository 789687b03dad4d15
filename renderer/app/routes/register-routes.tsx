import { createRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { FormerEntryScreen, ImportScreen, RegistersPlace } from '../later-screens.ts'
import { place, root } from './root.ts'

export const registers = place('/registers', RegistersPlace)

export const importing = place('/registers/import', function Importing() {
  const navigate = useNavigate()
  const onBack = useCallback(() => void navigate({ to: '/registers' }), [navigate])
  return <ImportScreen onBack={onBack} />
})

export const former = createRoute({
  getParentRoute: () => root,
  path: '/registers/former/$id',
  component: function Former() {
    const { history } = useRouter()
    const { id } = former.useParams()
    const onBack = useCallback(() => history.back(), [history])
    return <FormerEntryScreen key={id} id={id} onBack={onBack} />
  },
})
