import { createRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { AdministrationScreen, DirectoryScreen, PracticeScreen, SettingsScreen } from '../later-screens.ts'
import { useApp } from '../app-context.ts'
import { place, root } from './root.ts'
import { useWorkPlaces } from './use-work-places.tsx'

export const practice = place('/practice', function Practice() {
  return <PracticeScreen onSwitch={useApp().switchTo} />
})

export const directory = createRoute({
  getParentRoute: () => root,
  path: '/directory',
  validateSearch: z.object({ find: z.string().optional() }),
  component: function Directory() {
    const { find } = directory.useSearch()
    return <DirectoryScreen key={find} find={find} />
  },
})

export const settings = place('/settings', function SettingsPlace() {
  const { settings: now, changeSettings } = useApp()
  return <SettingsScreen settings={now} onChange={changeSettings} />
})

export const administration = place('/administration', function Administration() {
  return <AdministrationScreen onOpenDocument={useWorkPlaces().onOpenDocument} />
})
