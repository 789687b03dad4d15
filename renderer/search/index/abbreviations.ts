/** What offices write short (Decree 30/2020, Annex III, and everyday use), by its words without marks. */
const shortForms: readonly (readonly [words: string, short: string])[] = [
  ['cong van', 'cv'],
  ['quyet dinh', 'qd'],
  ['nghi quyet', 'nq'],
  ['chi thi', 'ct'],
  ['quy che', 'qc'],
  ['thong bao', 'tb'],
  ['huong dan', 'hd'],
  ['chuong trinh', 'ctr'],
  ['ke hoach', 'kh'],
  ['phuong an', 'pa'],
  ['bao cao', 'bc'],
  ['bien ban', 'bb'],
  ['to trinh', 'ttr'],
  ['hop dong', 'hd'],
  ['giay moi', 'gm'],
  ['uy ban nhan dan', 'ubnd'],
  ['hoi dong nhan dan', 'hdnd'],
  ['van phong', 'vp'],
  ['can bo cong chuc vien chuc', 'cbccvc'],
  ['thu tuc hanh chinh', 'tthc'],
  ['cai cach hanh chinh', 'cchc'],
  ['giai phong mat bang', 'gpmb'],
  ['trung hoc pho thong', 'thpt'],
]

/** The short forms of what folded words say, so that `ubnd xã` finds `Ủy ban nhân dân xã`. */
export function shortFormsIn(folded: string): readonly string[] {
  const padded = ` ${folded} `
  return shortForms.flatMap(([words, short]) => (padded.includes(` ${words} `) ? [short] : []))
}
