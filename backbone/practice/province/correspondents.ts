/** An agency one may write to; all are invented. */
export interface PracticeCorrespondent {
  readonly code: string
  readonly name: string
  readonly symbol: string
  readonly isOnBackbone: boolean
}

const listed = (code: string, symbol: string, name: string): PracticeCorrespondent => ({
  code,
  symbol,
  name,
  isOnBackbone: true,
})

/** Agencies of the province whose own software exchanges through this node by the axis protocol. */
export const outsideAgencies: readonly PracticeCorrespondent[] = [
  listed('T86.01', 'UBND-NC', 'Ủy ban nhân dân tỉnh Minh Giang'),
  listed('T86.02', 'VPUB-TH', 'Văn phòng Ủy ban nhân dân tỉnh Minh Giang'),
  listed('T86.04', 'STC-NS', 'Sở Tài chính tỉnh Minh Giang'),
  listed('T86.06', 'STP-VB', 'Sở Tư pháp tỉnh Minh Giang'),
  listed('T86.07', 'SYT-TCCB', 'Sở Y tế tỉnh Minh Giang'),
  listed('T86.08', 'SGDĐT-TCCB', 'Sở Giáo dục và Đào tạo tỉnh Minh Giang'),
  listed('T86.09', 'SKHCN-CĐS', 'Sở Khoa học và Công nghệ tỉnh Minh Giang'),
  listed('T86.10', 'SNNMT-ĐĐ', 'Sở Nông nghiệp và Môi trường tỉnh Minh Giang'),
  listed('T86.11', 'TTr-NV1', 'Thanh tra tỉnh Minh Giang'),
  listed('T86.21', 'UBND-VX', 'Ủy ban nhân dân phường Bến Đông'),
  listed('T86.22', 'UBND-KT', 'Ủy ban nhân dân xã Thạch Khê Thượng'),
  listed('T86.23', 'UBND-VP', 'Ủy ban nhân dân xã Lam Hạ Giang'),
]

/** Known to everyone, but no system exchanges for it: what is sent there must fail visibly. */
export const notOnBackbone: PracticeCorrespondent = {
  code: 'T86.90',
  symbol: 'HSVC',
  name: 'Hội Sinh vật cảnh tỉnh Minh Giang',
  isOnBackbone: false,
}

/** The system under which the outside agencies are registered. Its secret is for practice only and printed in the guide. */
export const practiceSystem = { id: 'T86.00', secret: 'khoa-luyen-tap-t86' } as const
