import { seriesKinds } from '#shared/domain/configuration/series.ts'
import type { Series } from '#shared/domain/configuration/settings.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { ChoiceBar } from '../../../ui/choice-bar.tsx'
import { EntityPicker } from '../../../ui/entity-picker.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Editing } from '../hooks/use-editing.ts'
import classes from './configuration.module.css'

const options = seriesKinds.map((kind) => ({ id: kind, name: kind, detail: '', keywords: [] }))

/** Which kinds have a series of numbers, and so a book, of their own. */
export function SeriesTab({ editing: { settings, canEdit, change } }: { readonly editing: Editing }) {
  const t = useT()
  const desk = useDesk()
  const { series } = settings
  const replace = (id: string, part: Partial<Series>): void =>
    change({ series: series.map((one) => (one.id === id ? { ...one, ...part } : one)) })
  const texts = 'administration.configuration.series' as const
  return (
    <>
      <p className={classes.note}>{t(`${texts}.note`)}</p>
      {series.length === 0 && <p>{t(`${texts}.none`)}</p>}
      <ul className={classes.series}>
        {series.map((one) => (
          <li key={one.id}>
            <div className={classes.line}>
              <TextField
                aria-label={t(`${texts}.name`)}
                value={one.name}
                maxLength={200}
                readOnly={!canEdit}
                onChange={({ currentTarget }) => replace(one.id, { name: currentTarget.value })}
              />
              {canEdit ? (
                <ChoiceBar
                  label={`${t(`${texts}.direction`)}: ${one.name}`}
                  value={one.direction}
                  choices={(['outgoing', 'incoming'] as const).map((value) => ({
                    value,
                    label: t(`${texts}.${value}`),
                  }))}
                  onChange={(direction) => replace(one.id, { direction })}
                />
              ) : (
                <span>{t(`${texts}.${one.direction}`)}</span>
              )}
              {canEdit && (
                <IconButton
                  icon="x"
                  label={t(`${texts}.remove`, { name: one.name })}
                  onClick={() => change({ series: series.filter(({ id }) => id !== one.id) })}
                />
              )}
            </div>
            {canEdit ? (
              <EntityPicker
                label={`${t(`${texts}.kinds`)}: ${one.name}`}
                placeholder={one.kinds.length === 0 ? t(`${texts}.allOthers`) : t(`${texts}.addKind`)}
                options={options}
                value={one.kinds}
                isMany
                picture={() => <Icon name="file-text" size="s" />}
                onChange={(kinds) => replace(one.id, { kinds: [...kinds] })}
              />
            ) : (
              <p className={classes.note}>
                {one.kinds.length === 0 ? t(`${texts}.allOthers`) : one.kinds.join(', ')}
              </p>
            )}
          </li>
        ))}
      </ul>
      {canEdit && (
        <div>
          <Button
            icon="plus"
            onClick={() =>
              change({
                series: [
                  ...series,
                  { id: desk.newId(), name: t(`${texts}.newName`), direction: 'outgoing', kinds: [] },
                ],
              })
            }
          >
            {t(`${texts}.add`)}
          </Button>
        </div>
      )}
    </>
  )
}
