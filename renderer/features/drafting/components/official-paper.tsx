import type { DocumentFields, DocumentKind } from '#shared/domain/documents/document.ts'
import { isDeciding, kindFacts } from '#shared/domain/documents/kinds.ts'
import {
  addresseeLines,
  issuingAuthority,
  receiverLines,
  signatureLines,
} from '#shared/domain/format/boxes.ts'
import type { ReactNode } from 'react'
import { useT } from '../../../i18n/language-provider.tsx'
import { OfficialStyle } from './official-style.tsx'
import { PageText } from './page-text.tsx'
import './official-paper.css'

interface OfficialPaperProps {
  readonly kind: DocumentKind
  readonly fields: DocumentFields
  readonly editable: boolean
  readonly onChange: (patch: Partial<DocumentFields>) => void
  readonly children: ReactNode
}

const stamps: Record<DocumentFields['urgency'], string> = {
  normal: '',
  urgent: 'KHẨN',
  'very-urgent': 'THƯỢNG KHẨN',
  express: 'HỎA TỐC',
}

const asAddressees = (text: string): string => addresseeLines(text.split('\n')).join('\n')
const asReceivers = (text: string): string => receiverLines(text.split('\n')).join('\n')

/** The A4 page as it will be printed: a công văn has its abstract below the number, a named kind in the middle; number and day stay open until issue and signing. The body is the child. */
export function OfficialPaper({ kind, fields, editable, onChange, children }: OfficialPaperProps) {
  const t = useT()
  const stamp = stamps[fields.urgency]
  const { name, hasAddressees, isDated } = kindFacts[kind]
  const linesOf = (text: string): string[] => text.split('\n')
  const subject = (
    <PageText
      value={fields.subject}
      label={t('drafting.page.subject')}
      placeholder={t('drafting.page.subjectHint')}
      editable={editable}
      onChange={(next) => onChange({ subject: next })}
    />
  )
  const receivers = (
    <div className="receivers">
      <p className="heading">Nơi nhận:</p>
      {editable ? (
        <PageText
          value={fields.receivers.join('\n')}
          label={t('drafting.page.receivers')}
          format={asReceivers}
          placeholder={t('drafting.page.receiversHint')}
          editable
          multiline
          onChange={(text) => onChange({ receivers: linesOf(text) })}
        />
      ) : (
        receiverLines(fields.receivers).map((line) => <p key={line}>{line}</p>)
      )}
    </div>
  )
  const signature = <SignatureBlock lines={signatureLines(fields)} name={fields.signerName} />
  return (
    <article
      className="paper official"
      aria-label={t('drafting.page.paper', { kind: t(`drafting.types.${kind}`).toLocaleLowerCase() })}
      lang="vi"
    >
      <OfficialStyle />
      <div className="head">
        <div className="issuer">
          {fields.superior !== '' && <p className="superior">{fields.superior}</p>}
          <p className="agency">{fields.agency}</p>
          <p className="code">
            Số: <span className="open-number" title={t('drafting.page.numberAtIssue')} />/{fields.symbol}
          </p>
          {kind === 'cong-van' && <p className="abstract">V/v {subject}</p>}
          {stamp !== '' && <p className="urgency">{stamp}</p>}
        </div>
        <div className="nation">
          <p className="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>
          <p className="motto">Độc lập - Tự do - Hạnh phúc</p>
          {isDated && (
            <p className="dated">
              {fields.place}, ngày <span className="open-day" /> tháng <span className="open-day" /> năm{' '}
              <span className="open-year" />
            </p>
          )}
        </div>
      </div>
      {kind !== 'cong-van' && (
        <div className="title">
          <p className="kind">{name}</p>
          <p className="about">{subject}</p>
        </div>
      )}
      {isDeciding(kind) && <p className="deciding">{issuingAuthority(fields)}</p>}
      {hasAddressees !== 'never' && (
        <div className="addressees">
          <p>Kính gửi:</p>
          <div>
            {editable ? (
              <PageText
                value={fields.addressees.join('\n')}
                label={t('drafting.page.addressees')}
                format={asAddressees}
                placeholder={t('drafting.page.addresseesHint')}
                editable
                multiline
                onChange={(text) => onChange({ addressees: linesOf(text) })}
              />
            ) : (
              addresseeLines(fields.addressees).map((line) => <p key={line}>{line}</p>)
            )}
          </div>
        </div>
      )}
      {children}
      {kind === 'bien-ban' ? (
        <>
          <div className="foot">
            <SignatureBlock lines={['Thư ký']} name={fields.secretary ?? ''} />
            {signature}
          </div>
          {receivers}
        </>
      ) : (
        <div className="foot">
          {receivers}
          {signature}
        </div>
      )}
    </article>
  )
}

/** Box 7: the lines above, the place of the signature, the name. */
function SignatureBlock({ lines, name }: { readonly lines: readonly string[]; readonly name: string }) {
  const t = useT()
  return (
    <div className="signature">
      <div className="lines">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <div className="spot">
        <span className="signature-spot">{t('drafting.signatureSpot')}</span>
      </div>
      <p>{name}</p>
    </div>
  )
}
