import { useCallback, useState } from 'react'
import {
  CONFIGURATION_ID,
  type Configuration,
  type ConfigurationVersion,
} from '#shared/domain/configuration/configuration.ts'
import { settingsOn } from '#shared/domain/configuration/effective.ts'
import type { AgencySettings } from '#shared/domain/configuration/settings.ts'
import type { LocalDate } from '#shared/kernel/instant.ts'
import { useConfiguration } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useConfigured } from '../../../workplace/configuration/use-configured.ts'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { useToday } from '../../../workplace/today.ts'
import { useAct } from '../../../workplace/use-act.ts'
import { useUndoableAct } from '../../../workplace/use-undoable-act.ts'

const ref = { kind: 'configuration', id: CONFIGURATION_ID } as const

/** What was changed and not saved, while whoever changes it looks at another place. */
const unsaved = new WeakMap<object, AgencySettings>()

/** The settings that are worked on, and what may be done with them. */
export interface Editing {
  readonly settings: AgencySettings
  readonly canEdit: boolean
  /** Changed here and not saved yet. */
  readonly isDirty: boolean
  readonly configuration: Configuration | null
  readonly change: (part: Partial<AgencySettings>) => void
  readonly save: () => Promise<boolean>
  readonly drop: () => Promise<void>
  readonly publish: (from: LocalDate, reason: string) => Promise<boolean>
  readonly restore: (version: ConfigurationVersion, from: LocalDate, reason: string) => Promise<boolean>
}

/** Begins with the draft, else with the newest version, else with what holds without one. */
export function useEditing(): Editing {
  const t = useT()
  const desk = useDesk()
  const act = useAct()
  const actHeld = useUndoableAct()
  const toast = useToast()
  const today = useToday()
  const of = useConfigured()
  const configuration = useConfiguration()?.state ?? null
  const canEdit = hasRole(useMe(), 'administrator')
  const [changed, set] = useState<AgencySettings | null>(() => unsaved.get(desk) ?? null)
  const setChanged = useCallback(
    (next: AgencySettings | null) => {
      if (next === null) unsaved.delete(desk)
      else unsaved.set(desk, next)
      set(next)
    },
    [desk],
  )
  const newest = configuration?.versions.at(-1)
  const kept = configuration?.draft?.settings ?? newest?.settings ?? settingsOn(of, today)
  const settings = changed ?? kept
  const basedOn = configuration?.versions.length ?? 0
  const change = useCallback(
    (part: Partial<AgencySettings>) => setChanged({ ...(unsaved.get(desk) ?? kept), ...part }),
    [desk, kept, setChanged],
  )
  const keep = useCallback(async (): Promise<boolean> => {
    const done = await act(ref, 'configuration.draft', { basedOn, settings })
    if (done !== undefined) setChanged(null)
    return done !== undefined
  }, [act, basedOn, settings, setChanged])
  const save = useCallback(async () => {
    const done = await keep()
    if (done) toast.show({ icon: 'device-floppy', text: t('administration.configuration.done.saved') })
    return done
  }, [keep, toast, t])
  const drop = useCallback(async () => {
    setChanged(null)
    const draft = configuration?.draft
    if (draft != null) await act(ref, 'configuration.dropDraft', { draft: draft.number })
  }, [act, configuration, setChanged])
  const publish = useCallback(
    async (from: LocalDate, reason: string) => {
      const { office } = desk.readers
      const isKept = changed === null && configuration?.draft?.basedOn === basedOn
      if (!isKept && !(await keep())) return false
      const draft = (await office.seen('configuration', CONFIGURATION_ID))?.state.draft?.number
      const said = {
        icon: 'circle-check' as const,
        text: t('administration.configuration.done.published', { version: String(basedOn + 1) }),
      }
      return (await actHeld(ref, 'configuration.publish', { draft, from, reason }, said)) !== undefined
    },
    [desk, changed, configuration, basedOn, keep, actHeld, t],
  )
  const restore = useCallback(
    async ({ number }: ConfigurationVersion, from: LocalDate, reason: string) => {
      const said = {
        icon: 'arrow-back-up' as const,
        text: t('administration.configuration.done.restored', { version: String(number) }),
      }
      const payload = { version: number, basedOn, from, reason }
      return (await actHeld(ref, 'configuration.restore', payload, said)) !== undefined
    },
    [basedOn, actHeld, t],
  )
  return { settings, canEdit, isDirty: changed !== null, configuration, change, save, drop, publish, restore }
}
