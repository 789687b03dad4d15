import { Menu } from '@mantine/core'
import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { instantFrom } from '#shared/kernel/instant.ts'
import { CommandPalette } from '../commands/command-palette.tsx'
import { useCommands } from '../commands/command-provider.tsx'
import type { Command } from '../commands/command.ts'
import { useAgency, useCounters, useNeedsAttention, useSyncState } from '../database/use-live.ts'
import type { Counters, SyncState } from '../database/views.ts'
import { useFormats, useT } from '../i18n/language-provider.tsx'
import type { Formats } from '../i18n/formats.ts'
import { AgencySwitch } from '../ui/agency-switch.tsx'
import { AppFrame } from '../ui/app-frame.tsx'
import { DocumentTabs } from '../ui/document-tabs.tsx'
import { NeedsAttentionBanner } from '../ui/needs-attention-banner.tsx'
import { PersonMenu } from '../ui/person-menu.tsx'
import { Sidebar, type SidebarItem } from '../ui/sidebar.tsx'
import { StatusLine } from '../ui/status-line.tsx'
import { syncFact, type SyncState as ShownSync } from '../ui/sync-fact.ts'
import { TopBar } from '../ui/top-bar.tsx'
import { useMe } from '../workplace/me.ts'
import { ruleNotice } from '../workplace/refusal-notice.tsx'
import type { RuleId } from '#shared/domain/law/rules.ts'
import { useApp } from './app-context.ts'
import { placesFor, type Place, type PlaceId } from './places.ts'

/** The frame around every place: bars, sidebar, status, palette and the keys that lead somewhere. */
export function Shell() {
  const t = useT()
  const formats = useFormats()
  const me = useMe()
  const agency = useAgency()
  const counters = useCounters()
  const sync = useSyncState()
  const attention = useNeedsAttention() ?? []
  const navigate = useNavigate()
  const { history } = useRouter()
  const { settings, changeSettings } = useApp()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [isFinding, setFinding] = useState(false)
  const [query, setQuery] = useState('')

  const places = useMemo(() => placesFor(me?.roles ?? []), [me])
  const active = places.find((place) => path === place.path || path.startsWith(`${place.path}/`))
  useCommands(
    useMemo(
      () => [
        ...places.map((place) => goTo(place, () => void navigate({ to: place.path }))),
        general('palette.open', 'shell.commands.openPalette', 'Control+KeyK', () => setFinding(true)),
        general('scheme.toggle', 'shell.commands.toggleScheme', undefined, () =>
          changeSettings({ scheme: settings.scheme === 'dark' ? 'light' : 'dark' }),
        ),
        general('language.switch', 'shell.commands.switchLanguage', undefined, () =>
          changeSettings({ language: settings.language === 'vi' ? 'en' : 'vi' }),
        ),
        general('history.back', 'common.back', 'Alt+ArrowLeft', () => history.back()),
      ],
      [places, navigate, history, changeSettings, settings],
    ),
  )
  const itemOf = (place: Place): SidebarItem => ({
    id: place.id,
    label: t(place.label),
    icon: place.icon,
    badge: badgeOf(place.id, counters),
    isHot: place.id === 'outbox' ? (counters?.outbox.attention ?? 0) > 0 : place.id === 'delivery',
    keys: place.go?.keys,
  })
  const groupOf = (id: 'desk' | 'documents' | 'records' | 'find') => ({
    id,
    label: t(`shell.nav.groups.${id}`),
    items: places.filter((place) => place.group === id).map(itemOf),
  })
  const go = (id: string): void => {
    const place = places.find((one) => one.id === id)
    if (place !== undefined) void navigate({ to: place.path })
  }
  const agencyName = agency?.state.name ?? ''
  return (
    <>
      <AppFrame
        topBar={
          <TopBar
            agencySwitch={
              <AgencySwitch
                current={{ id: 'now', name: agencyName, detail: agency?.state.superior ?? '' }}
                choices={[]}
                onChoose={() => go('practice')}
              />
            }
            tabs={
              active === undefined ? null : (
                <DocumentTabs
                  tabs={[{ id: active.id, title: t(active.label), icon: active.icon }]}
                  activeId={active.id}
                  onChoose={go}
                  onClose={() => go('myWork')}
                />
              )
            }
            person={
              <PersonMenu name={me?.name ?? ''} role={me?.title ?? ''}>
                <Menu.Item onClick={() => go('practice')}>{t('shell.top.switchPerson')}</Menu.Item>
                <Menu.Item
                  onClick={() => changeSettings({ language: settings.language === 'vi' ? 'en' : 'vi' })}
                >
                  {t('shell.commands.switchLanguage')}
                </Menu.Item>
                <Menu.Item
                  onClick={() => changeSettings({ scheme: settings.scheme === 'dark' ? 'light' : 'dark' })}
                >
                  {t('shell.commands.toggleScheme')}
                </Menu.Item>
                <Menu.Item onClick={() => go('settings')}>{t('shell.nav.settings')}</Menu.Item>
              </PersonMenu>
            }
            notifications={counters?.outbox.attention ?? 0}
            onFind={() => setFinding(true)}
            onNotifications={() => go('outbox')}
          />
        }
        sidebar={
          <Sidebar
            groups={[groupOf('desk'), groupOf('documents'), groupOf('records'), groupOf('find')].filter(
              (group) => group.items.length > 0,
            )}
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
              { keys: 'Ctrl K', text: t('shell.top.find') },
            ]}
            date={formats.fullDate(instantFrom(Date.now()))}
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
        {me !== undefined && <Outlet />}
      </AppFrame>
      <CommandPalette
        isOpen={isFinding}
        onClose={() => setFinding(false)}
        query={query}
        onQuery={setQuery}
        ruleWords={(rule) => ruleNotice(t, rule as RuleId).words}
      />
    </>
  )
}

const goTo = (place: Place, run: () => void): Command => ({
  id: `go.${place.id}`,
  title: place.label,
  group: 'places',
  icon: place.icon,
  shortcut: place.go === null ? undefined : `KeyG ${place.go.code}`,
  isEnabled: () => true,
  run,
})

const general = (
  id: string,
  title: Command['title'],
  shortcut: string | undefined,
  run: () => void,
): Command => ({ id, title, group: 'commands', shortcut, isEnabled: () => true, run })

/** What a place has for this post to do now. */
function badgeOf(id: PlaceId, counters: Counters | undefined): number {
  if (counters === undefined) return 0
  const { work, incoming, outgoing, deliveries, outbox } = counters
  switch (id) {
    case 'myWork':
      return Object.values(work).reduce((sum, count) => sum + count, 0)
    case 'toSign':
      return work.sign
    case 'incoming':
      return incoming.toAccept + incoming.toRegister + incoming.unmatched
    case 'drafts':
      return work.returned
    case 'issueDesk':
      return outgoing.signed + outgoing.numbered + outgoing.sealed
    case 'delivery':
      return deliveries.failed + deliveries['02']
    case 'outbox':
      return outbox.waiting + outbox.attention
    default:
      return 0
  }
}

function shownSync(sync: SyncState | undefined, formats: Formats): ShownSync {
  if (sync === undefined) return { kind: 'sending', waiting: 0 }
  if (sync.attention > 0) return { kind: 'attention', count: sync.attention }
  if (sync.offlineSince !== null)
    return { kind: 'offline', since: formats.time(sync.offlineSince), waiting: sync.waiting }
  if (sync.waiting > 0 || sync.lastContactAt === null) return { kind: 'sending', waiting: sync.waiting }
  return { kind: 'synced', time: formats.time(sync.lastContactAt) }
}
