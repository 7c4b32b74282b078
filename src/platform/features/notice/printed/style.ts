/** How a notice looks on screen and on A4; only fonts that the reader's machine has. */
export const STYLE = `
@page { size: A4; margin: 20mm 18mm; }
body { max-width: 174mm; margin: 0 auto; padding: 8mm 4mm; color: #111; background: #fff;
  font: 11pt/1.7 "Songti SC", SimSun, "Noto Serif CJK SC", serif; }
h1 { font-size: 18pt; line-height: 1.4; text-align: center; margin: 0 0 8mm; }
h2 { font-size: 14pt; margin: 7mm 0 2mm; }
h3 { font-size: 12pt; margin: 5mm 0 1mm; }
h4 { font-size: 11pt; margin: 4mm 0 1mm; }
h2, h3, h4 { break-after: avoid; }
p { margin: 1mm 0; }
ol { margin: 1mm 0; padding-left: 2.2em; }
table { width: 100%; border-collapse: collapse; margin: 2mm 0; font-size: 9pt; line-height: 1.45; }
th, td { border: 0.4pt solid #555; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
th { background: #eee; white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
sup { font-size: 7pt; line-height: 0; color: #444; }
.blank { border-bottom: 0.6pt solid #111; background: #fff3c4; padding: 0 1em; }
.appendix { break-before: page; font-size: 9pt; overflow-wrap: anywhere; }
@media print { body { max-width: none; padding: 0; } .blank { background: none; } }
`;
