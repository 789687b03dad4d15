import { MantineProvider } from '@mantine/core'
import { RouterProvider } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import type { Settings } from '#shared/ipc/settings.ipc.ts'
import { createCommandRegistry } from '../commands/command-registry.ts'
import { LanguageProvider } from '../i18n/language-provider.tsx'
import type { NativeApi } from '../native/native-api.ts'
import type { Subscribe } from '../native/native-events.ts'
import { SearchProvider } from '../search/search-context.tsx'
import { DeskProvider } from '../sync/desk-context.tsx'
import type { Remaking } from '../sync/rebuild.ts'
import { styleNonce } from '../ui/style-nonce.ts'
import { cssVariablesResolver, theme } from '../ui/theme.ts'
import { ToastProvider } from '../ui/toast.tsx'
import { FilesAtHandProvider } from '../workplace/files-at-hand-context.tsx'
import { NativeProvider } from '../workplace/native-context.tsx'
import { RefusalProvider } from '../workplace/refusal-notice.tsx'
import { AppContext } from './app-context.ts'
import { Commands } from './commands.tsx'
import { openDeskOf, openLastDesk, type OpenedDesk } from './open-desk-of.ts'
import { OpenTabsProvider } from './open-tabs.tsx'
import { RemakingDesk } from './remaking-desk.tsx'
import { createAppRouter } from './routes/routes.ts'
import { StartProblem } from './start-problem.tsx'

interface AppProps {
  readonly api: NativeApi
  readonly subscribe: Subscribe
  readonly settings: Settings
}

/** The whole page: settings, the desk of the person who works here, and the places over it. */
export function App({ api, subscribe, settings: first }: AppProps) {
  const [settings, setSettings] = useState(first)
  const [opened, setOpened] = useState<OpenedDesk | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [remaking, setRemaking] = useState<Remaking | null>(null)
  const desk = useRef<OpenedDesk | null>(null)

  const open = useCallback(async (next: () => Promise<OpenedDesk>) => {
    setProblem(null)
    setOpened(null)
    await desk.current?.close()
    desk.current = null
    try {
      desk.current = await next()
      setOpened(desk.current)
    } catch (error) {
      setProblem(error)
    } finally {
      setRemaking(null)
    }
  }, [])
  const start = useCallback(() => void open(() => openLastDesk(api, setRemaking)), [open, api])
  const switchTo = useCallback(
    (who: PracticePerson) => void open(() => openDeskOf(api, who, setRemaking)),
    [open, api],
  )
  const started = useRef(false)
  useEffect(() => {
    if (started.current) return
    started.current = true
    start()
  }, [start])

  useEffect(() => subscribe('backbone.doorbell', () => desk.current?.wake()), [subscribe])
  useEffect(
    () =>
      subscribe('backbone.connectivity', ({ state }) => {
        if (state === 'online') desk.current?.wake()
      }),
    [subscribe],
  )

  const changeSettings = useCallback(
    (change: Partial<Settings>) => {
      setSettings((now) => ({ ...now, ...change }))
      void api.invoke('settings.change', change)
      if (change.language !== undefined) void api.invoke('app.setLanguage', change.language)
      if (change.scheme !== undefined) void api.invoke('app.setScheme', change.scheme)
    },
    [api],
  )
  const setLanguage = useCallback(
    (language: Settings['language']) => changeSettings({ language }),
    [changeSettings],
  )
  useEffect(() => {
    document.documentElement.dataset['textSize'] = settings.textSize
  }, [settings.textSize])

  const scheme = useScheme(settings.scheme)
  const router = useMemo(() => createAppRouter(), [])
  const registry = useMemo(() => createCommandRegistry(), [])
  const app = useMemo(() => ({ settings, changeSettings, switchTo }), [settings, changeSettings, switchTo])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      forceColorScheme={scheme}
      getStyleNonce={() => styleNonce() ?? ''}
    >
      <LanguageProvider language={settings.language} onChange={setLanguage}>
        <NativeProvider api={api} subscribe={subscribe}>
          <AppContext value={app}>
            {problem !== null && <StartProblem error={problem} onRetry={start} />}
            {remaking !== null && <RemakingDesk {...remaking} />}
            {opened !== null && (
              <DeskProvider key={`${opened.workspace} ${opened.post}`} desk={opened}>
                <ToastProvider>
                  <RefusalProvider>
                    <Commands registry={registry}>
                      <OpenTabsProvider>
                        <FilesAtHandProvider>
                          <SearchProvider value={opened.search}>
                            <RouterProvider router={router} />
                          </SearchProvider>
                        </FilesAtHandProvider>
                      </OpenTabsProvider>
                    </Commands>
                  </RefusalProvider>
                </ToastProvider>
              </DeskProvider>
            )}
          </AppContext>
        </NativeProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}

/** The scheme to draw in: the user's, or the system's while that is what the user wants. */
function useScheme(wanted: Settings['scheme']): 'light' | 'dark' {
  const [isDark, setDark] = useState(() => window.matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const media = window.matchMedia('(prefers-color-scheme: dark)')
    const follow = (): void => setDark(media.matches)
    media.addEventListener('change', follow)
    return () => media.removeEventListener('change', follow)
  }, [])
  return wanted === 'system' ? (isDark ? 'dark' : 'light') : wanted
}
