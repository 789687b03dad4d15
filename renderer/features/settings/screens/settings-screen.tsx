import { useEffect, useState } from 'react'
import { reminderChoices } from '#shared/domain/meetings/reminders.ts'
import type { AppInfo } from '#shared/ipc/app.ipc.ts'
import type { Settings } from '#shared/ipc/settings.ipc.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { useNative } from '../../../workplace/native-context.tsx'
import classes from './settings-screen.module.css'

interface SettingsScreenProps {
  readonly settings: Settings
  readonly onChange: (change: Partial<Settings>) => void
}

/** Language, appearance and text size of this desk; what runs under it. */
export function SettingsScreen({ settings, onChange }: SettingsScreenProps) {
  const t = useT()
  const native = useNative()
  const [info, setInfo] = useState<AppInfo | null>(null)
  useEffect(() => {
    void native.invoke('app.info', undefined).then(setInfo)
  }, [native])
  return (
    <>
      <ScreenHeader title={t('settings.title')} />
      <div className={classes.page}>
        <PanelSection heading={t('settings.sections.display')}>
          <Choice
            label={t('settings.language')}
            value={settings.language}
            options={[
              ['vi', t('shell.top.languages.vi')],
              ['en', t('shell.top.languages.en')],
            ]}
            onChange={(language) => onChange({ language })}
          />
          <Choice
            label={t('settings.scheme')}
            value={settings.scheme}
            options={[
              ['light', t('shell.top.schemes.light')],
              ['dark', t('shell.top.schemes.dark')],
              ['system', t('shell.top.schemes.auto')],
            ]}
            onChange={(scheme) => onChange({ scheme })}
          />
          <Choice
            label={t('settings.textSize')}
            value={settings.textSize}
            options={[
              ['normal', t('settings.textSizes.normal')],
              ['large', t('settings.textSizes.large')],
            ]}
            onChange={(textSize) => onChange({ textSize })}
          />
          <Choice
            label={t('settings.simpleMode')}
            value={settings.simpleMode ? 'on' : 'off'}
            options={[
              ['off', t('settings.simpleModes.off')],
              ['on', t('settings.simpleModes.on')],
            ]}
            onChange={(value) => onChange({ simpleMode: value === 'on' })}
          />
          <Choice
            label={t('settings.meetingReminders')}
            value={settings.meetingReminders}
            options={reminderChoices.map((choice) => [
              choice,
              t(`settings.meetingReminderChoices.${choice}`),
            ])}
            onChange={(meetingReminders) => onChange({ meetingReminders })}
          />
        </PanelSection>
        {info !== null && (
          <PanelSection heading={t('settings.sections.about')} isLast>
            <p className="num">{t('settings.version', { version: info.version })}</p>
            <p className="num dim">
              {[
                ['Electron', info.shell],
                ['Chromium', info.engine],
                ['Node.js', info.runtime],
              ]
                .filter(([, version]) => version !== '')
                .map((part) => part.join(' '))
                .join(' · ')}
            </p>
            <p>{t('settings.licence')}</p>
            {!info.secretsSealedBySystem && <p role="note">{t('settings.weakSecrets')}</p>}
          </PanelSection>
        )}
      </div>
    </>
  )
}

interface ChoiceProps<V extends string> {
  readonly label: string
  readonly value: V
  readonly options: readonly (readonly [value: V, label: string])[]
  readonly onChange: (value: V) => void
}

function Choice<V extends string>({ label, value, options, onChange }: ChoiceProps<V>) {
  return (
    <FieldRow label={label} isSideways>
      {(field) => (
        <select
          {...field}
          className={classes.select}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value as V)}
        >
          {options.map(([id, words]) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
        </select>
      )}
    </FieldRow>
  )
}
