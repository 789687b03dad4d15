import { useMemo, useState } from 'react'
import type { ConfigurationVersion } from '#shared/domain/configuration/configuration.ts'
import { useFormats, useT } from '../../../i18n/language-provider.tsx'
import { PanelSection, SidePanel } from '../../../ui/panel.tsx'
import { PanelTabs } from '../../../ui/panel-tabs.tsx'
import { VerbBar } from '../../../ui/verb-bar.tsx'
import { usePostNames } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useVerbs, verb } from '../../../workplace/use-verbs.ts'
import { useEditing, type Editing } from '../hooks/use-editing.ts'
import { usePreview } from '../hooks/use-preview.ts'
import { useSettingsRefusal } from '../hooks/use-settings-refusal.ts'
import { ChangeList } from './change-list.tsx'
import classes from './configuration.module.css'
import { DaysTab } from './days-tab.tsx'
import { FlowsTab } from './flows-tab.tsx'
import { LimitsTab } from './limits-tab.tsx'
import { PublishSheet } from './publish-sheet.tsx'
import { RefusalLine } from './refusal-line.tsx'
import { SeriesTab } from './series-tab.tsx'
import { SymbolsTab } from './symbols-tab.tsx'
import { VersionList } from './version-list.tsx'

const tabs = { days: DaysTab, limits: LimitsTab, series: SeriesTab, symbols: SymbolsTab } as const
const tabIds = ['days', 'limits', 'series', 'symbols', 'flows'] as const
type TabId = (typeof tabIds)[number]
const sides = ['changes', 'versions'] as const

/** What the agency sets for itself: written at the left; what it changes, and every version of before, at the right. */
export function ConfigurationBox({ onOpenDocument }: { readonly onOpenDocument: (id: string) => void }) {
  const t = useT()
  const editing = useEditing()
  const [tab, setTab] = useState<TabId>('days')
  const [side, setSide] = useState<(typeof sides)[number]>('changes')
  const [asking, setAsking] = useState<'publish' | ConfigurationVersion | null>(null)
  const verbs = useEditingVerbs(editing, () => setAsking('publish'))
  const label = t('administration.configuration.title')
  return (
    <div className={classes.columns}>
      <div className={classes.main} data-pane>
        <PanelTabs
          label={label}
          tabs={tabIds.map((id) => ({ id, label: t(`administration.configuration.tabs.${id}`) }))}
          activeId={tab}
          onChoose={(id) => setTab(id as TabId)}
        />
        <div
          className={classes.tab}
          role="tabpanel"
          aria-label={t(`administration.configuration.tabs.${tab}`)}
        >
          {tab === 'flows' ? (
            <FlowsTab editing={editing} onOpenDocument={onOpenDocument} />
          ) : (
            <PlainTab of={tab} editing={editing} />
          )}
        </div>
        {verbs.length > 0 && <VerbBar verbs={verbs} hasPrimary={verbs[0]?.why === undefined} />}
      </div>
      <SidePanel
        label={t('administration.configuration.panel')}
        head={
          <PanelTabs
            label={t('administration.configuration.panel')}
            tabs={sides.map((id) => ({
              id,
              label: t(`administration.configuration.sides.${id}`),
              count: id === 'versions' ? (editing.configuration?.versions.length ?? 0) : undefined,
            }))}
            activeId={side}
            onChoose={(id) => setSide(id === 'versions' ? 'versions' : 'changes')}
          />
        }
      >
        <PanelSection isLast>
          {side === 'changes' ? (
            <Changes editing={editing} />
          ) : (
            <VersionList
              configuration={editing.configuration}
              canRestore={editing.canEdit}
              onOpen={setAsking}
            />
          )}
        </PanelSection>
      </SidePanel>
      {asking !== null && <Asked editing={editing} asking={asking} onClose={() => setAsking(null)} />}
    </div>
  )
}

function PlainTab({ of, editing }: { readonly of: keyof typeof tabs; readonly editing: Editing }) {
  const Tab = tabs[of]
  return <Tab editing={editing} />
}

/** The preview of what is being written, and who saved it. */
function Changes({ editing: { settings, configuration, isDirty } }: { readonly editing: Editing }) {
  const t = useT()
  const formats = useFormats()
  const nameOf = usePostNames()
  const today = useToday()
  const preview = usePreview(useMemo(() => ({ settings, from: today }), [settings, today]))
  const refusal = useSettingsRefusal(settings)
  const draft = configuration?.draft
  return (
    <>
      {isDirty ? (
        <p className={classes.note}>{t('administration.configuration.draft.dirty')}</p>
      ) : (
        draft != null && (
          <p className={classes.note}>
            {t('administration.configuration.draft.saved', {
              date: formats.dateTime(draft.at),
              name: nameOf(draft.by.post),
            })}
          </p>
        )
      )}
      {refusal !== undefined && <RefusalLine refusal={refusal} />}
      {preview !== undefined && <ChangeList preview={preview} settings={settings} />}
    </>
  )
}

interface AskedProps {
  readonly editing: Editing
  readonly asking: 'publish' | ConfigurationVersion
  readonly onClose: () => void
}

function Asked({ editing, asking, onClose }: AskedProps) {
  const t = useT()
  if (asking === 'publish')
    return (
      <PublishSheet
        title={t('administration.configuration.publish.title')}
        settings={editing.settings}
        confirm={t('administration.configuration.publish.confirm')}
        onConfirm={editing.publish}
        onClose={onClose}
      />
    )
  const version = String(asking.number)
  return (
    <PublishSheet
      title={t('administration.configuration.versions.compared', { version })}
      description={t('administration.configuration.versions.comparedNote')}
      settings={asking.settings}
      confirm={
        editing.canEdit ? t('administration.configuration.versions.restoreNow', { version }) : undefined
      }
      onConfirm={(from, reason) => editing.restore(asking, from, reason)}
      onClose={onClose}
    />
  )
}

function useEditingVerbs(
  { canEdit, isDirty, configuration, save, drop, settings }: Editing,
  ask: () => void,
) {
  const hasDraft = configuration?.draft != null
  const rule = useSettingsRefusal(settings)?.rule
  return useVerbs(
    useMemo(
      () =>
        !canEdit || !(isDirty || hasDraft)
          ? []
          : [
              verb('configuration.publish', 'administration.configuration.publish.verb', ask, {
                icon: 'circle-check',
                shortcut: 'Control+Enter',
                rule,
              }),
              ...(isDirty
                ? [
                    verb('configuration.save', 'administration.configuration.draft.save', save, {
                      icon: 'device-floppy',
                      shortcut: 'Control+KeyS',
                      rule,
                    }),
                  ]
                : []),
              verb('configuration.drop', 'administration.configuration.draft.drop', drop, { icon: 'x' }),
            ],
      [canEdit, isDirty, hasDraft, ask, save, drop, rule],
    ),
  )
}
