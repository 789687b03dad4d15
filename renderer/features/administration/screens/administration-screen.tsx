import { useState } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { ScreenHeader } from '../../../ui/screen-header.tsx'
import { hasRole, useMe } from '../../../workplace/me.ts'
import { CodesBox } from '../components/codes-box.tsx'
import { CollectivesBox } from '../components/collectives-box.tsx'
import { ConfigurationBox } from '../components/configuration-box.tsx'

const boxes = ['configuration', 'codes', 'collectives'] as const
type BoxId = (typeof boxes)[number]

/** What the agency sets for itself, which clerks may look at; the codes under which it is reached, and its bodies that decide together. */
export function AdministrationScreen({ onOpenDocument }: { readonly onOpenDocument: (id: string) => void }) {
  const t = useT()
  const isAdministrator = hasRole(useMe(), 'administrator')
  const [box, setBox] = useState<BoxId>('configuration')
  return (
    <>
      <ScreenHeader
        title={t('shell.nav.administration')}
        boxes={boxes.flatMap((id) =>
          id !== 'configuration' && !isAdministrator ? [] : [{ id, label: t(`administration.boxes.${id}`) }],
        )}
        activeBox={box}
        onBox={(id) => setBox(id as BoxId)}
      />
      {box === 'codes' && <CodesBox />}
      {box === 'collectives' && <CollectivesBox />}
      {box === 'configuration' && <ConfigurationBox onOpenDocument={onOpenDocument} />}
    </>
  )
}
