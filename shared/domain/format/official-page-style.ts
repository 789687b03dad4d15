/**
 * Style of the official page (Decree 30 Annex I): A4, margins 20/20/30/20 mm, Times metrics (Tinos), sizes of the sample table. One source
 * for the editor and the printed page; every rule is below `.official`.
 */
export const officialPageStyle = `
.official { font-family: Tinos, serif; font-size: 14pt; line-height: 1.25; color: #000; font-kerning: normal; }
.official p, .official ul, .official ol { margin: 0; }
.official .head { display: flex; justify-content: space-between; align-items: flex-start; gap: 4mm; }
.official .issuer { flex: 0 0 64mm; text-align: center; font-size: 12pt; line-height: 1.2; }
.official .nation { flex: 1; text-align: center; line-height: 1.2; white-space: nowrap; }
.official .superior { text-transform: uppercase; }
.official .agency { text-transform: uppercase; font-weight: 700; }
.official .agency::after { content: ''; display: block; width: 40%; margin: 1mm auto 0; border-top: 0.75pt solid #000; }
.official .country { font-size: 12pt; font-weight: 700; }
.official .motto { font-size: 13pt; font-weight: 700; display: inline-block; padding-bottom: 0.6mm; border-bottom: 0.75pt solid #000; }
.official .code { margin-top: 3mm; font-size: 13pt; white-space: nowrap; }
.official .abstract { margin-top: 6pt; font-size: 12pt; }
.official .dated { margin-top: 3.4mm; font-size: 13pt; font-style: italic; }
.official .urgency { display: inline-block; margin-top: 4mm; padding: 1mm 4mm; border: 1pt solid #c8202f; color: #c8202f; font-size: 13pt; font-weight: 700; }
.official .title { margin: 8mm 0 4mm; text-align: center; font-weight: 700; }
.official .title .kind { text-transform: uppercase; }
.official .title::after { content: ''; display: block; width: 32mm; margin: 1.5mm auto 0; border-top: 0.75pt solid #000; }
.official .deciding { margin-bottom: 4mm; text-align: center; text-transform: uppercase; font-weight: 700; }
.official .addressees { margin: 8mm 0 6mm; display: flex; justify-content: center; gap: 2mm; }
.official .body p { text-align: justify; text-indent: 12.7mm; margin-bottom: 6pt; }
.official .body p.ordering { margin: 3mm 0; text-align: center; text-indent: 0; font-weight: 700; }
.official .body ul, .official .body ol { margin: 0 0 6pt; padding-left: 18mm; }
.official .body li p, .official .body td p, .official .body th p { text-indent: 0; margin-bottom: 3pt; }
.official .body table { width: 100%; border-collapse: collapse; margin: 3pt 0 8pt; font-size: 13pt; }
.official .body td, .official .body th { border: 0.5pt solid #000; padding: 1mm 2mm; vertical-align: top; text-align: left; }
.official .foot { display: flex; justify-content: space-between; margin-top: 8mm; break-inside: avoid; }
.official .receivers { flex: 0 0 72mm; font-size: 11pt; line-height: 1.2; }
.official .receivers .heading { font-size: 12pt; font-weight: 700; font-style: italic; }
.official .signature { flex: 0 0 80mm; text-align: center; font-weight: 700; line-height: 1.2; position: relative; }
.official .signature .spot { position: relative; height: 35mm; }
.official .signature .lines { text-transform: uppercase; }
.official .field { display: inline-block; color: transparent; text-decoration: none; overflow: hidden; vertical-align: baseline; }
.official .field.number { width: 15mm; height: 1.05em; line-height: 1.05em; vertical-align: text-bottom; }
.official .field.date { width: 62mm; height: 1.2em; line-height: 1.2em; vertical-align: text-bottom; }
.official .field.initials { width: 16mm; height: 7mm; line-height: 7mm; margin-left: 2mm; vertical-align: middle; }
.official .signature.secretary .field.initials { position: absolute; left: 20mm; top: 6mm; width: 40mm; height: 22mm; line-height: 22mm; margin: 0; }
.official .field.leader { position: absolute; left: 20mm; top: 6mm; width: 40mm; height: 22mm; line-height: 22mm; }
.official .field.seal { position: absolute; left: -2.7mm; top: -1mm; width: 36mm; height: 36mm; line-height: 36mm; }
`

/** Page box and page numbers for print: none on page 1, centred in the top margin from page 2 (Annex I I.5). */
export const printPageStyle = `
@page { size: A4; margin: 20mm 20mm 20mm 30mm; @top-center { content: counter(page); font: 13pt Tinos, serif; } }
@page :first { @top-center { content: none; } }
html, body { margin: 0; padding: 0; background: #fff; }
`
