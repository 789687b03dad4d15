import type { ReactNode } from 'react'
import { useFormats, useT } from '../../i18n/language-provider.tsx'
import type { Translate } from '../../i18n/messages.ts'
import { AgencySwitch } from '../../ui/agency-switch.tsx'
import { AppFrame } from '../../ui/app-frame.tsx'
import { DocumentTabs } from '../../ui/document-tabs.tsx'
import type { DocumentTab } from '../../ui/document-tabs.tsx'
import { PersonMenu } from '../../ui/person-menu.tsx'
import { Sidebar } from '../../ui/sidebar.tsx'
import type { SidebarGroup, SidebarItem } from '../../ui/sidebar.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import type { KeyHintText, StatusFact } from '../../ui/status-line.tsx'
import { TopBar } from '../../ui/top-bar.tsx'

const agency = { id: 'snv', name: 'Sở Nội vụ', detail: 'Tỉnh Sông Lam' }
const nothing = () => undefined

const groupsOf = (t: Translate): readonly SidebarGroup[] => [
  {
    id: 'desk',
    label: t('shell.nav.groups.desk'),
    items: [
      { id: 'today', label: t('shell.nav.today'), icon: 'sun', badge: 5, isHot: true, keys: 'G H' },
      { id: 'my-work', label: t('shell.nav.myWork'), icon: 'checklist', badge: 12, keys: 'G M' },
      { id: 'to-sign', label: t('shell.nav.toSign'), icon: 'writing-sign', badge: 25, keys: 'G S' },
      { id: 'for-information', label: t('shell.nav.forInformation'), icon: 'eye', badge: 31, keys: 'G F' },
    ],
  },
  {
    id: 'documents',
    label: t('shell.nav.groups.documents'),
    items: [
      { id: 'incoming', label: t('shell.nav.incoming'), icon: 'inbox', badge: 14, keys: 'G I' },
      { id: 'drafts', label: t('shell.nav.drafts'), icon: 'pencil', badge: 3, keys: 'G O' },
      { id: 'issue-desk', label: t('shell.nav.issueDesk'), icon: 'rubber-stamp', badge: 6, keys: 'G X' },
      {
        id: 'delivery',
        label: t('shell.nav.delivery'),
        icon: 'arrows-exchange',
        badge: 7,
        isHot: true,
        keys: 'G D',
      },
    ],
  },
  {
    id: 'records',
    label: t('shell.nav.groups.records'),
    items: [
      { id: 'registers', label: t('shell.nav.registers'), icon: 'book-2', keys: 'G B' },
      { id: 'work-files', label: t('shell.nav.workFiles'), icon: 'folder', badge: 2, keys: 'G R' },
      { id: 'archive', label: t('shell.nav.archive'), icon: 'archive', keys: 'G A' },
    ],
  },
  {
    id: 'work',
    label: t('shell.nav.groups.work'),
    items: [
      { id: 'tasks', label: t('shell.nav.tasks'), icon: 'flag', badge: 3, isHot: true, keys: 'G T' },
      { id: 'meetings', label: t('shell.nav.meetings'), icon: 'users-group', badge: 2, keys: 'G C' },
      { id: 'ballots', label: t('shell.nav.ballots'), icon: 'mailbox', badge: 1, keys: 'G V' },
      { id: 'schedule', label: t('shell.nav.schedule'), icon: 'calendar', keys: 'G W' },
    ],
  },
  {
    id: 'manage',
    label: t('shell.nav.groups.manage'),
    items: [
      { id: 'dashboard', label: t('shell.nav.dashboard'), icon: 'chart-bar', keys: 'G P' },
      { id: 'delegation', label: t('shell.nav.delegation'), icon: 'user-share' },
    ],
  },
]

const footOf = (t: Translate, waiting: number): readonly SidebarItem[] => [
  { id: 'outbox', label: t('shell.nav.outbox'), icon: 'cloud-up', badge: waiting, keys: 'G Y' },
  { id: 'practice', label: t('shell.nav.practice'), icon: 'school' },
]

export interface SampleFrameProps {
  readonly place: string
  readonly tabs: readonly DocumentTab[]
  readonly activeTab: string
  readonly person: { readonly name: string; readonly role: string }
  readonly sync: StatusFact
  readonly fact: StatusFact
  readonly hints: readonly KeyHintText[]
  readonly waiting?: number
  readonly children: ReactNode
}

/** The whole shell with invented counts. */
export function SampleFrame({
  place,
  tabs,
  activeTab,
  person,
  waiting = 0,
  children,
  ...status
}: SampleFrameProps) {
  const t = useT()
  const formats = useFormats()
  return (
    <AppFrame
      topBar={
        <TopBar
          agencySwitch={<AgencySwitch current={agency} choices={[agency]} onChoose={nothing} />}
          tabs={<DocumentTabs tabs={tabs} activeId={activeTab} onChoose={nothing} onClose={nothing} />}
          person={<PersonMenu {...person}>{null}</PersonMenu>}
          notifications={0}
          onFind={nothing}
          onNotifications={nothing}
        />
      }
      sidebar={<Sidebar groups={groupsOf(t)} foot={footOf(t, waiting)} activeId={place} onChoose={nothing} />}
      statusLine={<StatusLine {...status} date={formats.fullDate('2026-11-16')} onSync={nothing} />}
    >
      {children}
    </AppFrame>
  )
}
