import { useState } from 'react'
import { decideReadAccesses, type Accessed } from '#shared/domain/accesses/access-readers.ts'
import { isMeant } from '#shared/domain/audience.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { useMe } from '../me.ts'
import { useRefusal } from '../refusal-notice.tsx'
import { AccessLog } from './access-log.tsx'

interface AccessLogButtonProps {
  readonly of: Accessed
  readonly id: string
  readonly subject: string
}

/** Opens the access log of a document or letter; says the rule to whoever may not read it. */
export function AccessLogButton({ of, id, subject }: AccessLogButtonProps) {
  const t = useT()
  const me = useMe()
  const refuse = useRefusal()
  const [isOpen, setOpen] = useState(false)
  const open = (): void => {
    if (me === undefined) return
    const decision = decideReadAccesses(of, (audience) => isMeant({ ...me, post: me.id }, audience))
    if (decision.kind === 'refused') refuse(decision.refusal)
    else setOpen(true)
  }
  return (
    <>
      <Button variant="quiet" size="small" icon="history" onClick={open}>
        {t('accesses.title')}
      </Button>
      {isOpen && <AccessLog of={of} id={id} subject={subject} onClose={() => setOpen(false)} />}
    </>
  )
}
