import type { ReactNode } from 'react'
import { PageSheet } from '../../ui/page-sheet.tsx'
import classes from './sample-page.module.css'

/** An invented letter, drawn where the product shows the bitmap of a page. */
export function SamplePage({
  pxPerMm,
  children,
}: {
  readonly pxPerMm: number
  readonly children?: ReactNode
}) {
  return (
    <PageSheet widthMm={210} heightMm={297} pxPerMm={pxPerMm}>
      <div className={classes.page} lang="vi">
        <div className={classes.head}>
          <div>
            <b>ỦY BAN NHÂN DÂN</b>
            <b className={classes.ruled}>TỈNH SÔNG LAM</b>
            <p className={classes.number}>Số: 1286/UBND-NC</p>
            <p className={classes.about}>
              V/v rà soát biên chế công chức
              <br />
              cấp xã sau sắp xếp
            </p>
          </div>
          <div>
            <b className={classes.nation}>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
            <b className={classes.motto}>Độc lập - Tự do - Hạnh phúc</b>
            <i className={classes.date}>Sông Lam, ngày 13 tháng 11 năm 2026</i>
          </div>
        </div>
        <div className={classes.to}>
          <span>Kính gửi:</span>
          <span>
            - Sở Nội vụ;
            <br />- Sở Tài chính;
            <br />- Ủy ban nhân dân các xã, phường.
          </span>
        </div>
        <p className={classes.text}>
          Ủy ban nhân dân tỉnh nhận được Công văn số 5127/BNV-TCBC ngày 10 tháng 11 năm 2026 của Bộ Nội vụ về
          việc rà soát, báo cáo tình hình sử dụng biên chế công chức cấp xã sau sắp xếp. Phó Chủ tịch Ủy ban
          nhân dân tỉnh Đặng Minh Tuệ có ý kiến như sau:
        </p>
        <p className={classes.text}>
          Giao <b>Sở Nội vụ</b> chủ trì, phối hợp Sở Tài chính và Ủy ban nhân dân các xã, phường rà soát số
          biên chế công chức được giao, số hiện có và số dôi dư tính đến ngày 31 tháng 10 năm 2026;{' '}
          <mark className={classes.mark}>
            tham mưu Ủy ban nhân dân tỉnh báo cáo Bộ Nội vụ <b>trước ngày 20 tháng 11 năm 2026</b>
          </mark>
          .
        </p>
        <p className={classes.text}>
          Sở Tài chính thẩm định nhu cầu kinh phí chi trả chế độ, gửi Sở Nội vụ tổng hợp trước ngày 18 tháng
          11 năm 2026./.
        </p>
        <div className={classes.foot}>
          <div className={classes.receivers}>
            <b>
              <i>Nơi nhận:</i>
            </b>
            <br />- Như trên;
            <br />- CT, các PCT UBND tỉnh (b/c);
            <br />- CVP, PCVP phụ trách;
            <br />- Lưu: VT, NC.
          </div>
          <div className={classes.signature}>
            TM. ỦY BAN NHÂN DÂN
            <br />
            KT. CHỦ TỊCH
            <br />
            PHÓ CHỦ TỊCH
            <div className={classes.space} />
            Đặng Minh Tuệ
            <div className={classes.seal}>
              <span>
                ỦY BAN NHÂN DÂN
                <br />
                TỈNH SÔNG LAM
              </span>
            </div>
            <svg viewBox="0 0 120 50" className={classes.ink} aria-hidden>
              <path d="M6 34C20 8 28 6 26 22S14 46 22 38 44 10 48 18 40 40 50 32s14-20 18-14-6 18 4 12 10-14 16-12 2 12 26 2M30 44c24-8 50-10 80-8" />
            </svg>
          </div>
        </div>
      </div>
      {children}
    </PageSheet>
  )
}
