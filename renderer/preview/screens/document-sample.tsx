import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { ArrivalStamp } from '../../ui/arrival-stamp.tsx'
import { IconButton } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DirectiveBox } from '../../ui/directive-box.tsx'
import { DocumentHeader } from '../../ui/document-header.tsx'
import { PageDesk } from '../../ui/page-desk.tsx'
import { PageThumbnails } from '../../ui/page-thumbnails.tsx'
import { SidePanel } from '../../ui/panel.tsx'
import { PanelTabs } from '../../ui/panel-tabs.tsx'
import { SignaturePanel } from '../../ui/signature-panel.tsx'
import { syncFact } from '../../ui/sync-fact.ts'
import { ruleNotice } from '../../workplace/refusal-notice.tsx'
import { VerbBar } from '../../ui/verb-bar.tsx'
import { SampleFrame } from '../samples/sample-frame.tsx'
import { SamplePage } from '../samples/sample-page.tsx'
import classes from './document-sample.module.css'

const nothing = () => undefined
const pages = [1, 2, 3, 4].map((number) => ({ number, widthMm: 210, heightMm: 297 }))

/** A letter on the leader's desk, of parts alone. */
export function DocumentSample() {
  const t = useT()
  const [tab, setTab] = useState('signatures')
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(0.79)
  const [text, setText] = useState(
    'Giao Phòng Tổ chức bộ máy chủ trì, Phòng CCVC phối hợp; tham mưu báo cáo, trình tôi trước 19/11.',
  )
  return (
    <SampleFrame
      place="incoming"
      tabs={[
        { id: 'today', title: t('shell.nav.today'), icon: 'sun' },
        { id: '1286', title: '1286/UBND-NC', icon: 'file-text' },
        { id: 'to-sign', title: t('shell.nav.toSign'), icon: 'writing-sign' },
      ]}
      activeTab="1286"
      person={{ name: 'Trần Đức Khải', role: 'Giám đốc' }}
      waiting={3}
      sync={syncFact(t, { kind: 'offline', since: '10:02', waiting: 3 })}
      fact={{ icon: 'history', text: t('shell.status.localCopy', { time: '10:01' }) }}
      hints={[
        { keys: '1–9', text: t('shell.hints.directives') },
        { keys: 'Alt ←', text: t('shell.hints.back') },
        { keys: '?', text: t('shell.hints.keys') },
      ]}
    >
      <DocumentHeader
        view={{
          number: '1286/UBND-NC',
          type: t('incoming.typeFrom', { type: 'Công văn', issuer: 'UBND tỉnh Sông Lam' }),
          date: '13/11/2026',
          remark: t('incoming.arrivalNumber', { number: '4.812' }),
          urgency: 'urgent',
          subject: 'Về việc rà soát biên chế công chức cấp xã sau sắp xếp',
          verdict: 'valid',
          deadline: { kind: 'due', days: 4 },
          due: t('states.deadline.until', { date: '20/11/2026' }),
        }}
        verbs={
          <VerbBar
            isInline
            hasPrimary={false}
            verbs={[
              { id: 'assign', label: t('verbs.assign'), icon: 'user-plus', keys: 'A', run: nothing },
              { id: 'draft', label: t('verbs.draftReply'), keys: 'D', run: nothing },
              { id: 'forward', label: t('verbs.forward'), keys: 'F', run: nothing },
              { id: 'return', label: t('verbs.return'), keys: 'X', run: nothing },
              { id: 'sign', label: t('verbs.sign'), why: ruleNotice(t, 'signed-is-final'), run: nothing },
            ]}
          />
        }
      />
      <div className={classes.desk}>
        <PageThumbnails
          pages={pages.map((one) => (one.number === 3 ? { ...one, part: t('common.view.annex') } : one))}
          current={page}
          onChoose={setPage}
        />
        <PageDesk
          label={t('common.view.document')}
          zoom={{
            value: zoom,
            onChange: setZoom,
            page,
            pages: pages.length,
            tools: (
              <>
                <IconButton icon="highlight" label={t('verbs.returnWithMark')} />
                <IconButton icon="message-2" label={t('verbs.giveOpinion')} />
              </>
            ),
          }}
        >
          <SamplePage pxPerMm={zoom * 3.7795}>
            <ArrivalStamp
              agency="Sở Nội vụ"
              number="4.812"
              date="16/11/2026"
              forwardTo="Giám đốc"
              xMm={29}
              yMm={52.5}
            />
          </SamplePage>
        </PageDesk>
        <SidePanel
          label={t('incoming.tabs.signatures')}
          head={
            <PanelTabs
              label={t('common.view.document')}
              activeId={tab}
              onChoose={setTab}
              tabs={[
                { id: 'summary', label: t('incoming.tabs.summary') },
                { id: 'handling', label: t('incoming.tabs.handling') },
                { id: 'signatures', label: t('incoming.tabs.signatures') },
                { id: 'related', label: t('incoming.tabs.related'), count: 3 },
                { id: 'delivery', label: t('incoming.tabs.delivery') },
                { id: 'history', label: t('incoming.tabs.history') },
              ]}
            />
          }
          foot={
            <DirectiveBox
              chosenId="1"
              onUsual={nothing}
              text={text}
              onText={setText}
              isOffline
              onDirect={nothing}
              usual={[
                { id: '1', text: 'TCBC chủ trì, tham mưu báo cáo', detail: 'trước hạn 1 ngày' },
                { id: '2', text: 'CCVC chủ trì, phối hợp TCBC', detail: 'đúng hạn' },
                { id: '3', text: 'Chuyển đ/c Hà, Phó Giám đốc chỉ đạo' },
                { id: '4', text: 'Đưa vào họp giao ban tuần', detail: 'thứ Hai' },
              ]}
              readOut={
                <>
                  <Chip tone="info" icon="user">
                    {t('incoming.directive.lead', { name: 'TCBC' })}
                  </Chip>
                  <Chip tone="shared" icon="users">
                    {t('incoming.directive.support', { names: 'CCVC' })}
                  </Chip>
                  <Chip tone="soon" icon="clock">
                    {t('incoming.directive.deadline', { date: '19/11' })}
                  </Chip>
                </>
              }
            />
          }
        >
          <SignaturePanel
            report={{
              verdict: 'valid',
              content: 'unchanged',
              checked: { where: 'here', time: '08:14' },
              revocation: { state: 'fresh', time: '08:10' },
              signatures: [
                {
                  id: '1',
                  kind: 'person',
                  name: 'Đặng Minh Tuệ',
                  role: 'Phó Chủ tịch',
                  verdict: 'valid',
                  time: '13/11/2026 16:42',
                  isTimeTrusted: true,
                  certificate: { kind: 'publicService', until: '05/2029', isExpired: false },
                },
                {
                  id: '2',
                  kind: 'agency',
                  name: 'UBND tỉnh Sông Lam',
                  verdict: 'valid',
                  time: '13/11/2026 16:58',
                  isTimeTrusted: true,
                  directoryCode: 'H99.01',
                },
              ],
            }}
          />
        </SidePanel>
      </div>
    </SampleFrame>
  )
}
