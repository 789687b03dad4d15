import { useCallback } from 'react'
import type { OfficialDocument, Route } from '#shared/domain/documents/document.ts'
import { useAgency, usePeople } from '../../../database/use-live.ts'
import { useT } from '../../../i18n/language-provider.tsx'
import { FieldRow } from '../../../ui/field-row.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { PersonPicker } from '../../../ui/person-picker.tsx'
import { useAct } from '../../../workplace/use-act.ts'
import { useChoice } from '../../../workplace/use-choice.ts'
import { signerFields } from '../use-cases/new-draft.ts'

/** Who initials and who signs; the signature block follows the signer. */
export function RoutePanel({
  document,
  editable,
}: {
  readonly document: OfficialDocument
  readonly editable: boolean
}) {
  const t = useT()
  const act = useAct()
  const people = usePeople() ?? []
  const agency = useAgency()
  const optionOf = (role: 'unit-head' | 'leader') =>
    people
      .filter((post) => post.roles.includes(role) && post.id !== document.drafter.post)
      .map((post) => ({ id: post.id, name: post.name, detail: post.title }))

  const save = useCallback(
    async (route: Route | null): Promise<boolean> =>
      (await act({ kind: 'document', id: document.id }, 'document.setRoute', { route })) !== undefined,
    [act, document.id],
  )
  const [route, choose] = useChoice(document.route, save)

  const set = (change: { reviewer?: string | undefined; signer?: string | undefined }): void => {
    const reviewer = change.reviewer ?? route?.reviewer ?? optionOf('unit-head')[0]?.id
    const signer = change.signer ?? route?.signer ?? optionOf('leader')[0]?.id
    if (reviewer === undefined || signer === undefined) return
    choose({ reviewer, signer })
    if (change.signer === undefined || agency == null) return
    const patch = signerFields(
      agency.state,
      people.find((post) => post.id === signer),
    )
    void act({ kind: 'document', id: document.id }, 'document.editFields', { patch })
  }
  const chosen = (id: string | undefined): readonly string[] => (id === undefined ? [] : [id])
  if (!editable) return null
  return (
    <PanelSection heading={t('drafting.outline.route')}>
      <FieldRow label={t('drafting.route.reviewer')}>
        {(field) => (
          <PersonPicker
            field={field}
            label={t('drafting.route.reviewer')}
            options={optionOf('unit-head')}
            value={chosen(route?.reviewer)}
            onChange={([reviewer]) => set({ reviewer })}
          />
        )}
      </FieldRow>
      <FieldRow label={t('drafting.route.signer')}>
        {(field) => (
          <PersonPicker
            field={field}
            label={t('drafting.route.signer')}
            options={optionOf('leader')}
            value={chosen(route?.signer)}
            onChange={([signer]) => set({ signer })}
          />
        )}
      </FieldRow>
    </PanelSection>
  )
}
