import { useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { useExportCustody, type CustodySubject } from './use-export-custody.ts'

/** Hands over what proves who held, changed, signed and sent this. */
export function CustodyButton({ of }: { readonly of: CustodySubject }) {
  const t = useT()
  const exportCustody = useExportCustody()
  return (
    <Button variant="quiet" size="small" icon="file-certificate" onClick={() => exportCustody(of)}>
      {t('custody.export')}
    </Button>
  )
}
