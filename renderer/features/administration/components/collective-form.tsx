import { useT } from '../../../i18n/language-provider.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Collective } from '#shared/domain/directory/directory.ts'
import classes from './codes-box.module.css'
import { CollectiveRows } from './collective-rows.tsx'
import { useCollectiveFields } from './use-collective-fields.ts'

interface CollectiveFormProps {
  readonly confirm: string
  /** Answers whether it was done; what was typed stays where it was not. */
  readonly onConfirm: (asked: Omit<Collective, 'id'>) => Promise<boolean>
}

/** Names one more body. */
export function CollectiveForm({ confirm, onConfirm }: CollectiveFormProps) {
  const t = useT()
  const fields = useCollectiveFields()
  const { asked } = fields
  const submit = async (): Promise<void> => {
    if (asked !== undefined && (await onConfirm(asked))) fields.clear()
  }
  return (
    <form
      className={classes.form}
      aria-label={t('administration.collectives.add')}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <div className={classes.fields}>
        <CollectiveRows {...fields} />
      </div>
      <Button type="submit" variant="primary" disabled={asked === undefined}>
        {confirm}
      </Button>
    </form>
  )
}
