import { useState } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { CodesBox } from '../components/codes-box.tsx'
import { ConfigurationBox } from '../components/configuration-box.tsx'

const boxes = ['configuration', 'codes'] as const

/** What the agency sets for itself, which clerks may look at; and the codes under which it is reached. */
export function AdministrationScreen({ onOpenDocument }: { readonly onOpenDocument: (id: string) => void }) {
  const t = useT()
  const isAdministrator = hasRole(useMe(), 'administrator')
  const [box, setBox] = useState<(typeof boxes)[number]>('configuration')
  return (
    <>
      <ScreenHeader
        title={t('shell.nav.administration')}
        boxes={boxes.flatMap((id) =>
          id === 'codes' && !isAdministrator ? [] : [{ id, label: t(`administration.boxes.${id}`) }],
        )}
        activeBox={box}
        onBox={(id) => setBox(id === 'codes' ? 'codes' : 'configuration')}
      />
      {box === 'codes' ? <CodesBox /> : <ConfigurationBox onOpenDocument={onOpenDocument} />}
    </>
  )
}
