import { useEffect, useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { DeliveryChip } from '../../ui/delivery-cell.tsx'
import { DeliveryLegend } from '../../ui/delivery-legend.tsx'
import { DeliveryMatrix } from '../../ui/delivery-matrix.tsx'
import type { CellPlace } from '../../ui/delivery.types.ts'
import { DeliveryTimeline } from '../../ui/delivery-timeline.tsx'
import { NeedsAttentionBanner } from '../../ui/needs-attention-banner.tsx'
import { PanelSection, SidePanel } from '../../ui/panel.tsx'
import { ScreenHeader } from '../../ui/screen-header.tsx'
import { useToast } from '../../ui/toast.tsx'
import { sampleColumns, sampleDeliveries } from '../samples/sample-delivery.ts'
import { SampleFrame } from '../samples/sample-frame.tsx'
import classes from './delivery-sample.module.css'

const nothing = () => undefined

/** The Delivery board, of parts alone. */
export function DeliverySample() {
  const t = useT()
  const toast = useToast()
  const [active, setActive] = useState<CellPlace | null>({
    row: '1240/SNV-CCVC',
    column: 'UBND xã Mường Lĩnh',
  })
  useEffect(() => {
    toast.show({
      icon: 'bell-ringing',
      text: t('delivery.chase.done', { count: 5 }),
      undo: nothing,
    })
  }, [toast, t])
  return (
    <SampleFrame
      place="delivery"
      tabs={[
        { id: 'incoming', title: t('shell.nav.incoming'), icon: 'inbox' },
        { id: 'delivery', title: t('shell.nav.delivery'), icon: 'arrows-exchange' },
      ]}
      activeTab="delivery"
      person={{ name: 'Lê Thị Hoài An', role: t('practice.roles.clerk') }}
      sync={{ icon: 'alert-triangle', tone: 'soon', text: t('shell.status.axisSlow', { count: 40 }) }}
      fact={{ icon: 'clock', text: t('shell.status.lastContact', { time: '14:31:20' }) }}
      hints={[
        { keys: '← ↑ ↓ →', text: t('shell.hints.cells') },
        { keys: 'C', text: t('verbs.chase').toLocaleLowerCase() },
        { keys: '?', text: t('shell.hints.keys') },
      ]}
    >
      <ScreenHeader
        title={t('delivery.title')}
        activeBox="all"
        onBox={nothing}
        boxes={[
          { id: 'all', label: t('delivery.filters.all'), count: 38 },
          { id: 'notSent', label: t('delivery.filters.notSent'), count: 1 },
          { id: 'failed', label: t('delivery.filters.failed'), count: 1 },
          { id: 'returned', label: t('delivery.filters.returned'), count: 1 },
          { id: 'late', label: t('delivery.filters.late'), count: 5 },
        ]}
        note="09 – 16/11/2026"
        actions={
          <>
            <Button>{t('common.export')}</Button>
            <Button variant="primary" icon="bell-ringing" keyHint="C">
              {t('verbs.chaseMany', { count: 5 })}
            </Button>
          </>
        }
      />
      <NeedsAttentionBanner
        count={2}
        onView={nothing}
        facts={[
          'UBND xã Mường Lĩnh trả lại 1240/SNV-CCVC vì thiếu phụ lục.',
          'UBND phường Trà Giang lỗi kết nối từ 13:05.',
        ]}
      />
      <div className={classes.board}>
        <div className={classes.matrix}>
          <DeliveryMatrix
            columns={sampleColumns}
            rows={sampleDeliveries}
            active={active}
            onActivate={setActive}
          />
          <DeliveryLegend />
        </div>
        <SidePanel label={t('delivery.timeline.label')} isNarrow>
          <PanelSection>
            <div className={classes.number}>1240/SNV-CCVC</div>
            <h2 className={classes.recipient}>{active?.column}</h2>
            <DeliveryChip code="02" />
          </PanelSection>
          <PanelSection>
            <DeliveryTimeline
              steps={[
                {
                  id: '1',
                  code: 'issued',
                  time: '13/11 15:20',
                  proof: t('delivery.timeline.issuedBy', { name: 'Lê Thị Hoài An' }),
                },
                {
                  id: '2',
                  code: 'sent',
                  time: '15:21',
                  proof: t('delivery.timeline.transaction', { id: 'SL-88214' }),
                },
                {
                  id: '3',
                  code: '01',
                  time: '15:24',
                  proof: t('delivery.timeline.confirmedBy', { name: 'Máy chủ xã Mường Lĩnh' }),
                },
                {
                  id: '4',
                  code: '02',
                  time: '16/11 08:05',
                  proof: `“Thiếu phụ lục 2 nêu trong văn bản”. ${t('delivery.timeline.refusedBy', { name: 'Lò Văn Pính' })}`,
                },
              ]}
            />
          </PanelSection>
          <PanelSection heading={t('delivery.remedy.title')} isLast>
            <p className={classes.hint}>Bản đã ký có 1 phụ lục. {t('delivery.remedy.replaceHint')}</p>
            <div className={classes.verbs}>
              <Button wide variant="primary" keyHint="Shift R">
                {t('verbs.replace')}
              </Button>
              <Button wide keyHint="R">
                {t('verbs.resendOld')}
              </Button>
              <Button wide keyHint="Z">
                {t('verbs.takeBack')}
              </Button>
            </div>
          </PanelSection>
        </SidePanel>
      </div>
    </SampleFrame>
  )
}
