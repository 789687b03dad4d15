import { ArrivalStamp } from './arrival-stamp.tsx'
import { PageHighlight, PageSheet, SignatureSpot } from './page-sheet.tsx'
import { PageThumbnails } from './page-thumbnails.tsx'
import type { Preview } from './preview.ts'

const nothing = () => undefined
const page = (number: number) => ({ number, widthMm: 210, heightMm: 297 })

export const previews: readonly Preview[] = [
  {
    name: 'stamp, highlight, signature spot',
    render: () => (
      <PageSheet widthMm={210} heightMm={120} pxPerMm={2.4}>
        <ArrivalStamp
          agency="Sở Nội vụ"
          number="4.812"
          date="16/11/2026"
          forwardTo="Giám đốc"
          xMm={20}
          yMm={14}
        />
        <PageHighlight box={{ xMm: 20, yMm: 70, widthMm: 90, heightMm: 6 }} />
        <SignatureSpot
          box={{ xMm: 130, yMm: 70, widthMm: 50, heightMm: 22 }}
          label="chữ ký số sẽ đặt ở đây"
        />
      </PageSheet>
    ),
  },
  {
    name: 'thumbnails',
    render: () => (
      <div style={{ height: 240, display: 'flex' }}>
        <PageThumbnails pages={[page(1), { ...page(2), part: 'Phụ lục' }]} current={1} onChoose={nothing} />
      </div>
    ),
  },
]
