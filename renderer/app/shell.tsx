import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import type { PracticePerson } from '#shared/ipc/session.ipc.ts'
import { CommandPalette } from '../commands/command-palette.tsx'
import { useAgency, useCounters, useNeedsAttention, useSyncState } from '../database/use-live.ts'
import type { SyncState } from '../database/views.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { Formats } from '../i18n/formats.ts'
import { AppFrame } from '../ui/app-frame.tsx'
import { DocumentTabs } from '../ui/document-tabs.tsx'
import { NeedsAttentionBanner } from '../ui/needs-attention-banner.tsx'
import { Sidebar, type SidebarItem } from '../ui/sidebar.tsx'
import { StatusLine } from '../ui/status-line.tsx'
import { syncFact, type SyncState as ShownSync } from '../ui/sync-fact.ts'
import { TopBar } from '../ui/top-bar.tsx'
import { useMe } from '../workplace/me.ts'
import { useToday } from '../workplace/today.ts'
import { ruleNotice, useRefusal } from '../workplace/refusal-notice.tsx'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { useApp } from './app-context.ts'
import { AgencyMenu } from './agency-menu.tsx'
import { badgeOf } from './badge-of.ts'
import { CalendarFileProvider } from './calendar-file-provider.tsx'
import { KeySheet } from './key-sheet.tsx'
import { AppointmentReminders } from './appointment-reminders-place.ts'
import { MeetingReminders } from './meeting-reminders.tsx'
import { useOpenTabs } from './open-tabs.tsx'
import { RuleSheet } from './rule-sheet.tsx'
import { placesFor, type Place } from './places.ts'
import { SessionMenu } from './session-menu.tsx'
import { useRefreshSubscriptions } from '../workplace/subscriptions/use-refresh-subscriptions.ts'
import { useAfterFirstView } from './use-after-first-view.ts'
import { usePracticePeople } from './use-practice-people.ts'
import { usePaletteHits } from './use-palette-hits.ts'
import { useSavedBoxes } from './use-saved-boxes.ts'
import { useShellCommands } from './use-shell-commands.ts'

/** The frame around every place: bars, sidebar, status, palette and the keys that lead somewhere. */
export function Shell() {
  const t = useT()
  const formats = useFormats()
  const me = useMe()
  const today = useToday()
  const agency = useAgency()
  const counters = useCounters()
  const sync = useSyncState()
  const attention = useNeedsAttention() ?? []
  const navigate = useNavigate()
  const { switchTo, settings } = useApp()
  const people = usePracticePeople()
  const { tabs, close } = useOpenTabs()
  const refuse = useRefusal()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const isThere = useRouterState({ select: (state) => state.status === 'idle' })
  const [isFinding, setFinding] = useState(false)
  const [isShowingKeys, setShowingKeys] = useState(false)
  const [isShowingRules, setShowingRules] = useState(false)
  const [query, setQuery] = useState('')

  const places = useMemo(() => placesFor(me?.roles ?? [], settings.simpleMode), [me, settings.simpleMode])
  const active = places.find((place) => path === place.path || path.startsWith(`${place.path}/`))
  const isDocument = tabs.some((tab) => tab.id === path)
  const onTab = useCallback((to: string) => void navigate({ to }), [navigate])
  const onSwitch = useCallback(
    (person: PracticePerson) => {
      switchTo(person)
      void navigate({ to: '/my-work' })
    },
    [switchTo, navigate],
  )
  const find = useCallback(() => {
    setQuery('')
    setFinding(true)
  }, [])
  const hits = usePaletteHits(isFinding, query)
  useShellCommands({
    places,
    people,
    tabs,
    onTab,
    onSwitch,
    onFind: find,
    onKeys: useCallback(() => setShowingKeys(true), []),
    onRules: useCallback(() => setShowingRules(true), []),
  })
  const label = active === undefined ? '' : t(active.label)
  useEffect(() => {
    document.title = `${label} - ${t('common.product')}`
    if (isThere && document.activeElement === document.body) document.querySelector('main')?.focus()
  }, [path, isThere, label, t])
  useAfterFirstView()
  useRefreshSubscriptions()
  const saved = useSavedBoxes()
  const closeTab = (id: string): void => {
    close(id)
    if (id === path && active !== undefined) void navigate({ to: active.path })
  }
  const itemOf = (place: Place): SidebarItem => ({
    id: place.id,
    label: t(place.label),
    icon: place.icon,
    badge: badgeOf(place.id, counters),
    isHot: place.id === 'outbox' ? (counters?.outbox.attention ?? 0) > 0 : place.id === 'delivery',
    keys: place.go?.keys,
  })
  const groupOf = (id: 'desk' | 'documents' | 'records' | 'work' | 'find' | 'manage') => ({
    id,
    label: t(`shell.nav.groups.${id}`),
    items: [
      ...places.filter((place) => place.group === id).map(itemOf),
      ...(id === 'find' ? saved.items : []),
    ],
  })
  const go = (id: string): void => {
    const place = places.find((one) => one.id === id)
    if (place !== undefined) void navigate({ to: place.path })
    else saved.open(id)
  }
  const agencyName = agency?.state.name ?? ''
  return (
    <>
      <AppFrame
        topBar={
          <TopBar
            agencySwitch={
              <AgencyMenu
                post={me?.id ?? ''}
                name={agencyName}
                superior={agency?.state.superior ?? ''}
                people={people}
                onSwitch={onSwitch}
              />
            }
            tabs={
              <DocumentTabs
                tabs={[
                  ...(active === undefined
                    ? []
                    : [{ id: active.path, title: t(active.label), icon: active.icon, isPlace: true }]),
                  ...tabs,
                ]}
                activeId={isDocument ? path : (active?.path ?? '')}
                onChoose={onTab}
                onClose={closeTab}
              />
            }
            person={
              <SessionMenu me={me} people={people} onSwitch={onSwitch} onSettings={() => go('settings')} />
            }
            notifications={(counters?.outbox.attention ?? 0) + ((counters?.dueToday ?? 0) > 0 ? 1 : 0)}
            onFind={find}
            onNotifications={() => go((counters?.outbox.attention ?? 0) > 0 ? 'outbox' : 'today')}
          />
        }
        sidebar={
          <Sidebar
            groups={[
              groupOf('desk'),
              groupOf('documents'),
              groupOf('records'),
              groupOf('work'),
              groupOf('find'),
              groupOf('manage'),
            ].filter((group) => group.items.length > 0)}
            foot={places.filter((place) => place.group === 'foot').map(itemOf)}
            activeId={active?.id ?? ''}
            onChoose={go}
          />
        }
        statusLine={
          <StatusLine
            sync={syncFact(t, shownSync(sync, formats))}
            marks={
              agency?.state.practice === true
                ? [{ icon: 'school', text: t('shell.status.practice'), tone: 'soon' }]
                : []
            }
            hints={[
              { keys: '↑ ↓', text: t('shell.hints.rows') },
              { keys: 'Enter', text: t('shell.hints.open') },
              { keys: 'F6', text: t('shell.hints.pane') },
              { keys: '?', text: t('shell.hints.keys') },
            ]}
            date={formats.fullDate(today)}
            onSync={() => go('outbox')}
          />
        }
      >
        {attention.length > 0 && path !== '/outbox' && (
          <NeedsAttentionBanner
            facts={[t('shell.status.attention', { count: attention.length })]}
            count={attention.length}
            onView={() => go('outbox')}
          />
        )}
        <MeetingReminders />
        <Suspense>
          <AppointmentReminders />
        </Suspense>
        <CalendarFileProvider>
          <Suspense>{me !== undefined && <Outlet />}</Suspense>
        </CalendarFileProvider>
      </AppFrame>
      <KeySheet isOpen={isShowingKeys} onClose={() => setShowingKeys(false)} />
      <RuleSheet isOpen={isShowingRules} onClose={() => setShowingRules(false)} />
      <CommandPalette
        isOpen={isFinding}
        onClose={() => setFinding(false)}
        query={query}
        hits={hits}
        onQuery={setQuery}
        ruleWords={(rule) => ruleNotice(t, rule as RuleId)}
        onRefused={(rule) => refuse({ rule: rule as RuleId })}
      />
    </>
  )
}

function shownSync(sync: SyncState | undefined, formats: Formats): ShownSync {
  if (sync === undefined) return { kind: 'sending', waiting: 0 }
  if (sync.attention > 0) return { kind: 'attention', count: sync.attention }
  if (sync.offlineSince !== null)
    return { kind: 'offline', since: formats.time(sync.offlineSince), waiting: sync.waiting }
  if (sync.waiting > 0 || sync.lastContactAt === null) return { kind: 'sending', waiting: sync.waiting }
  return { kind: 'synced', time: formats.time(sync.lastContactAt) }
}
