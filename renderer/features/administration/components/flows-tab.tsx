import { useEffect, useRef, useState } from 'react'
import { flowsOf, mayBeSigner } from '#shared/domain/configuration/flows.ts'
import type { Flow } from '#shared/domain/configuration/settings.ts'
import type { Post } from '#shared/domain/directory/directory.ts'
import { documentKinds, type DocumentKind } from '#shared/domain/documents/document.ts'
import { usePeople, useUnits } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { useDesk } from '../../../sync/desk-context.tsx'
import { Avatar } from '../../../ui/avatar.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { EntityPicker } from '../../../ui/entity-picker.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { PickerOption } from '../../../ui/picker-search.ts'
import type { Editing } from '../hooks/use-editing.ts'
import { useFlowWords } from '../hooks/use-flow-words.ts'
import classes from './configuration.module.css'
import { DryRunSection } from './dry-run-section.tsx'

interface FlowsTabProps {
  readonly editing: Editing
  readonly onOpenDocument: (id: string) => void
}

/** Whose form is checked by whom, and who signs, by kind of document and drafting unit; below, what that would have made of past documents. */
export function FlowsTab({ editing, onOpenDocument }: FlowsTabProps) {
  const t = useT()
  const desk = useDesk()
  const { settings, canEdit, change } = editing
  const add = useRef<HTMLDivElement>(null)
  const [added, setAdded] = useState<string | null>(null)
  const flows = flowsOf(settings)
  const texts = 'administration.configuration.flows' as const
  const begin = (): void => {
    const id = desk.newId()
    setAdded(id)
    change({ flows: [...flows, { id, kinds: [], units: [], checker: null, signer: null }] })
  }
  const remove = (id: string): void => {
    change({ flows: flows.filter((one) => one.id !== id) })
    add.current?.querySelector('button')?.focus()
  }
  return (
    <>
      <p className={classes.note}>{t(`${texts}.note`)}</p>
      {flows.length === 0 && <p>{t(`${texts}.none`)}</p>}
      {flows.length > 0 && (
        <ol className={classes.flows} aria-label={t('administration.configuration.tabs.flows')}>
          {flows.map((flow, index) => (
            <li key={flow.id}>
              {canEdit ? (
                <FlowEditor
                  flow={flow}
                  place={index + 1}
                  isNew={flow.id === added}
                  onChange={(part) =>
                    change({ flows: flows.map((one) => (one.id === flow.id ? { ...one, ...part } : one)) })
                  }
                  onRemove={() => remove(flow.id)}
                />
              ) : (
                <FlowLine flow={flow} />
              )}
            </li>
          ))}
        </ol>
      )}
      {canEdit && (
        <div ref={add}>
          <Button icon="plus" onClick={begin}>
            {t(`${texts}.add`)}
          </Button>
        </div>
      )}
      <DryRunSection settings={settings} onOpenDocument={onOpenDocument} />
    </>
  )
}

function FlowLine({ flow }: { readonly flow: Flow }) {
  const words = useFlowWords()
  return (
    <p>
      <strong>{words.reach(flow)}</strong>
      <span className={classes.flowWay}>{words.way(flow)}</span>
    </p>
  )
}

interface FlowEditorProps {
  readonly flow: Flow
  readonly place: number
  readonly isNew: boolean
  readonly onChange: (part: Partial<Flow>) => void
  readonly onRemove: () => void
}

function FlowEditor({ flow, place, isNew, onChange, onRemove }: FlowEditorProps) {
  const t = useT()
  const units = useUnits() ?? []
  const people = usePeople() ?? []
  const texts = 'administration.configuration.flows' as const
  const kinds = documentKinds.map((kind) => ({ id: kind, name: t(`drafting.types.${kind}`) }))
  const labelled = (label: string): string =>
    `${label} (${t(`${texts}.numbered`, { number: String(place) })})`
  const one = (id: string | null): readonly string[] => (id === null ? [] : [id])
  return (
    <div className={classes.flow} role="group" aria-label={t(`${texts}.numbered`, { number: String(place) })}>
      <Part
        label={labelled(t(`${texts}.kinds`))}
        shown={t(`${texts}.kinds`)}
        placeholder={sentence(t(`${texts}.allKinds`))}
        options={kinds}
        value={flow.kinds}
        isMany
        isAutoFocused={isNew}
        onChange={(ids) => onChange({ kinds: ids.map((id) => id as DocumentKind) })}
      />
      <Part
        label={labelled(t(`${texts}.units`))}
        shown={t(`${texts}.units`)}
        placeholder={sentence(t(`${texts}.allUnits`))}
        options={units.map(({ id, name, abbreviation }) => ({ id, name, keywords: [abbreviation] }))}
        value={flow.units}
        isMany
        onChange={(ids) => onChange({ units: [...ids] })}
      />
      <Part
        label={labelled(t(`${texts}.checker`))}
        shown={t(`${texts}.checker`)}
        placeholder={sentence(t(`${texts}.unchecked`))}
        options={optionsOf(people, (post) => post.id === flow.checker || post.roles.includes('form-checker'))}
        value={one(flow.checker)}
        isOfPeople
        onChange={([checker = null]) => onChange({ checker })}
      />
      <Part
        label={labelled(t(`${texts}.signer`))}
        shown={t(`${texts}.signer`)}
        placeholder={sentence(t(`${texts}.signerOfDirectory`))}
        options={optionsOf(people, (post) => post.id === flow.signer || mayBeSigner(post, flow.kinds))}
        value={one(flow.signer)}
        isOfPeople
        onChange={([signer = null]) => onChange({ signer })}
      />
      <IconButton icon="x" label={t(`${texts}.remove`, { number: String(place) })} onClick={onRemove} />
    </div>
  )
}

const sentence = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1)

const optionsOf = (people: readonly Post[], isOffered: (post: Post) => boolean): readonly PickerOption[] =>
  people.filter(isOffered).map(({ id, name, title }) => ({ id, name, detail: title }))

interface PartProps {
  /** Tells one flow's part from another's. */
  readonly label: string
  readonly shown: string
  readonly placeholder: string
  readonly options: readonly PickerOption[]
  readonly value: readonly string[]
  readonly isMany?: boolean
  readonly isAutoFocused?: boolean
  readonly isOfPeople?: boolean
  readonly onChange: (ids: readonly string[]) => void
}

/** A choice of one leaves no field behind: the focus goes on to the next part, and back into the field when the choice is taken away. */
function Part({ label, shown, isOfPeople = false, ...rest }: PartProps) {
  const place = useRef<HTMLDivElement>(null)
  const count = rest.value.length
  const before = useRef(count)
  useEffect(() => {
    const from = before.current
    before.current = count
    const keys = document.activeElement
    const isElsewhere = keys !== document.body && place.current?.contains(keys) !== true
    if (from === count || rest.isMany === true || isElsewhere) return
    const next = count > from ? place.current?.nextElementSibling?.querySelector('input') : null
    const own = place.current?.querySelector<HTMLElement>('input, button')
    ;(next ?? own)?.focus()
  }, [count, rest.isMany])
  return (
    <div ref={place}>
      <FieldRow label={shown}>
        {(field) => (
          <EntityPicker
            {...rest}
            label={label}
            field={field}
            picture={({ name }) => (isOfPeople ? <Avatar name={name} /> : <Icon name="file-text" size="s" />)}
          />
        )}
      </FieldRow>
    </div>
  )
}
